"""See README.md."""

from gevinst.engines.businesscase.sharing.exit import Exit
from gevinst.engines.businesscase.sharing.incentives import incentive_notes
from gevinst.engines.businesscase.sharing.keys import Basis, Key
from gevinst.engines.businesscase.sharing.lines import Line
from gevinst.engines.businesscase.sharing.pricing import Tiers
from gevinst.engines.businesscase.sharing.shapley import shapley
from gevinst.engines.businesscase.sharing.shares import Shares
from gevinst.engines.businesscase.sharing.sharing_rule import Sharing, SoFar, parts
from gevinst.engines.businesscase.sharing.split import Split, by_party
from gevinst.engines.businesscase.sharing.step_down import StepDown
from gevinst.engines.businesscase.sharing.terms import Commitment, Terms
from gevinst.engines.businesscase.sharing.transfers import Transfer, loan, paid

__all__ = [
    "Basis",
    "Commitment",
    "Exit",
    "Key",
    "Line",
    "Shares",
    "Sharing",
    "SoFar",
    "Split",
    "StepDown",
    "Terms",
    "Tiers",
    "Transfer",
    "by_party",
    "incentive_notes",
    "loan",
    "paid",
    "parts",
    "shapley",
]
