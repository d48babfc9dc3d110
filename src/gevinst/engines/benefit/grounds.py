"""What a move of a benefit rests on, and what a person gives for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gevinst.engines.businesscase.model.benefit_state import Grade


class Need(StrEnum):
    """What a move rests on."""

    OWNER = "owner"
    DATE = "date"
    EVIDENCE = "evidence"
    GRADE = "grade"
    MEASURED_GRADE = "measured-grade"
    VALUE = "value"
    PERIOD = "period"
    BUDGET_REFERENCE = "budget-reference"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a person gives for a move. `evidence` is also the reason where one is needed."""

    on: date | None = None
    owned: bool = False
    evidence: str = ""
    grade: Grade | None = None
    value: Decimal | None = None
    since: date | None = None
    until: date | None = None
    budget_reference: str = ""
