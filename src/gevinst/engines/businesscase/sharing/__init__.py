"""See README.md."""

from gevinst.engines.businesscase.sharing.incentives import Commitment, Terms, incentive_notes
from gevinst.engines.businesscase.sharing.keys import Basis, Key
from gevinst.engines.businesscase.sharing.lines import Line, Transfer, loan, paid
from gevinst.engines.businesscase.sharing.pricing import Tiers
from gevinst.engines.businesscase.sharing.shapley import shapley
from gevinst.engines.businesscase.sharing.shares import (
    Exit,
    Shares,
    Sharing,
    SoFar,
    StepDown,
    parts,
)
from gevinst.engines.businesscase.sharing.split import Split, by_party

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
