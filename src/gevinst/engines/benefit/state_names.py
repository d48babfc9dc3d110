"""The states of a benefit, how it is taken, and what a move can rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gevinst.engines.benefit.evidence import Grade


class State(StrEnum):
    """How far a benefit has come."""

    IDEA = "idea"
    EXPECTED = "expected"
    ESTIMATED = "estimated"
    MEASURED = "measured"
    REALISED = "realised"
    SUSTAINED = "sustained"
    LAPSED = "lapsed"


class Mode(StrEnum):
    """How the benefit is taken."""

    BUDGET_CUT = "budget_cut"
    REALLOCATED_TIME = "reallocated_time"
    CAPACITY = "capacity"
    AVOIDED_GROWTH = "avoided_growth"
    TEMP_STAFF_REDUCTION = "temp_staff_reduction"
    QUALITY = "quality"


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
