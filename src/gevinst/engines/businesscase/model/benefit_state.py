"""How a benefit is taken, how well it is known, and how far it has come."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Mode(StrEnum):
    """How a benefit is taken, once it is there."""

    BUDGET_CUT = "budget_cut"
    REALLOCATED_TIME = "reallocated_time"
    CAPACITY = "capacity"
    AVOIDED_GROWTH = "avoided_growth"
    TEMP_STAFF_REDUCTION = "temp_staff_reduction"
    QUALITY = "quality"


class Grade(StrEnum):
    """How well a figure is evidenced, A best."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


class Status(StrEnum):
    """How far a benefit has come."""

    IDEA = "idea"
    EXPECTED = "expected"
    ESTIMATED = "estimated"
    MEASURED = "measured"
    REALISED = "realised"
    SUSTAINED = "sustained"
    LAPSED = "lapsed"


MODE_MEANING: Final[Mapping[Mode, str]] = {
    Mode.BUDGET_CUT: "A budget is cut by the amount.",
    Mode.REALLOCATED_TIME: "The hours are spent on other work.",
    Mode.CAPACITY: "More citizens or cases are served by the same staff.",
    Mode.AVOIDED_GROWTH: "An increase that was coming does not come.",
    Mode.TEMP_STAFF_REDUCTION: "Fewer temporary staff are called in.",
    Mode.QUALITY: "The benefit is better quality; no money is moved.",
}
GRADE_MEANING: Final[Mapping[Grade, str]] = {
    Grade.A: "Accounts or logged data.",
    Grade.B: "Own measurement before and after.",
    Grade.C: "Projection held against what would have happened.",
    Grade.D: "Estimate by those who do the work.",
    Grade.E: "Expectation of an expert or a supplier.",
}
STATUS_MEANING: Final[Mapping[Status, str]] = {
    Status.IDEA: "Somebody has thought of it.",
    Status.EXPECTED: "It is part of the decision.",
    Status.ESTIMATED: "Its size is computed from stated assumptions.",
    Status.MEASURED: "Its size is measured.",
    Status.REALISED: "It is taken, in the way that was agreed.",
    Status.SUSTAINED: "It is still there at a later measurement.",
    Status.LAPSED: "It did not come, or is there no longer.",
}


def is_measured(status: Status) -> bool:
    """Whether a figure with this status has been measured, and is drawn solid."""
    return status in (Status.MEASURED, Status.REALISED, Status.SUSTAINED)
