"""How a benefit is taken, how well it is known, and how far it has come: one vocabulary for all engines."""

from __future__ import annotations

from enum import StrEnum


class Mode(StrEnum):
    """How a benefit is taken, once it is there; only a budget cut changes a budget."""

    BUDGET_CUT = "budget_cut"
    REALLOCATED_TIME = "reallocated_time"
    CAPACITY = "capacity"
    AVOIDED_GROWTH = "avoided_growth"
    TEMP_STAFF_REDUCTION = "temp_staff_reduction"
    QUALITY = "quality"


class Grade(StrEnum):
    """Evidence, best first: accounts or logs, own measurement, counterfactual, staff, expectation."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


class State(StrEnum):
    """How far a benefit has come."""

    IDEA = "idea"
    EXPECTED = "expected"
    ESTIMATED = "estimated"
    MEASURED = "measured"
    REALISED = "realised"
    SUSTAINED = "sustained"
    LAPSED = "lapsed"


def is_measured(state: str) -> bool:
    """Whether a figure in this state has been measured, and is drawn solid.

    >>> is_measured("realised"), is_measured("expected")
    (True, False)
    """
    return state in (State.MEASURED, State.REALISED, State.SUSTAINED)
