"""See README.md."""

from gevinst.engines.benefit.account import Account
from gevinst.engines.benefit.accounting import account
from gevinst.engines.benefit.costs import Share
from gevinst.engines.benefit.effect import Freed, Rates, clerk_minutes, effect, untouched_share
from gevinst.engines.benefit.evidence import grade_of, sample_note
from gevinst.engines.benefit.figures import Figures
from gevinst.engines.benefit.remarks import remarks
from gevinst.engines.benefit.remarks_window import windows_note
from gevinst.engines.benefit.rows import BaselineRow, CostKind, CostRow, Per, RunRow
from gevinst.engines.businesscase.model.benefit_state import Grade

__all__ = [
    "Account",
    "BaselineRow",
    "CostKind",
    "CostRow",
    "Figures",
    "Freed",
    "Grade",
    "Per",
    "Rates",
    "RunRow",
    "Share",
    "account",
    "clerk_minutes",
    "effect",
    "grade_of",
    "remarks",
    "sample_note",
    "untouched_share",
    "windows_note",
]
