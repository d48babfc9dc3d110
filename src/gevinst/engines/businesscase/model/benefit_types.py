"""The vocabulary of benefits: types, sub-types, how a benefit is taken, how well it is known, its status."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from gevinst.engines.businesscase.notes import Note


class BenefitType(StrEnum):
    """The three kinds of benefit of the estimation diagram; the value is its level-2 code."""

    BUDGET = "budget"
    SOCIOECONOMIC = "socioeconomic"
    QUALITY = "quality"


class QualityType(StrEnum):
    """What a benefit of quality betters."""

    TASK = "task"
    SERVICE = "service"
    WELL_BEING = "well-being"
    SECURITY = "security"


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


TYPE_MEANING: Final[Mapping[BenefitType, str]] = {
    BenefitType.BUDGET: "The authority spends less or gets more done; always counted in DKK.",
    BenefitType.SOCIOECONOMIC: "Somebody outside the authority gains: the state, a region, "
    "citizens or businesses.",
    BenefitType.QUALITY: "Something becomes better that is not money but can be measured.",
}
QUALITY_MEANING: Final[Mapping[QualityType, str]] = {
    QualityType.TASK: "The task is done better, with fewer errors or at more times.",
    QualityType.SERVICE: "Citizens or businesses find the service better.",
    QualityType.WELL_BEING: "The people who do the work thrive better.",
    QualityType.SECURITY: "Information about people and businesses is better protected.",
}
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

_STEPS: Final = tuple(Status)[:-1]


def next_statuses(status: Status) -> tuple[Status, ...]:
    """The statuses a benefit may move to: the next step, or lapsed once somebody counts on it.

    >>> [one.value for one in next_statuses(Status.REALISED)]
    ['sustained', 'lapsed']
    >>> next_statuses(Status.LAPSED)
    ()
    """
    if status is Status.LAPSED:
        return ()
    onward = _STEPS[_STEPS.index(status) + 1 :][:1]
    return onward if status is Status.IDEA else (*onward, Status.LAPSED)


def move_faults(
    status: Status, to: Status, *, evidence: str, owner: str, dated: bool
) -> tuple[Note, ...]:
    """What stands against moving a benefit from `status` to `to`; empty when it may move.

    Every move needs evidence, a date and an owner.

    >>> [n.code for n in move_faults(Status.IDEA, Status.MEASURED, evidence="log", owner="", dated=True)]
    ['status-not-next', 'owner-missing']
    """
    allowed = next_statuses(status)
    notes = []
    if to not in allowed:
        listed = ", ".join(allowed) or "nothing more"
        message = f"A benefit that is {status} cannot become {to}; it can become {listed}."
        notes.append(Note("status-not-next", message, {"from": status, "to": to}))
    lacking = {"evidence": bool(evidence.strip()), "owner": bool(owner.strip()), "date": dated}
    notes += [
        Note(f"{what}-missing", f"Say the {what} of the move to {to}.", {"to": to})
        for what, there in lacking.items()
        if not there
    ]
    return tuple(notes)


def is_measured(status: Status) -> bool:
    """Whether a figure with this status has been measured, and is drawn solid."""
    return status in (Status.MEASURED, Status.REALISED, Status.SUSTAINED)


def flows_to_budget(mode: Mode) -> bool:
    """Whether a benefit taken this way changes a budget: only a budget cut does."""
    return mode is Mode.BUDGET_CUT


def benefit_faults(
    kind: BenefitType, mode: Mode, unit: str, quality_type: QualityType | None = None
) -> tuple[Note, ...]:
    """What is wrong about how a benefit is described; empty when it is sound.

    Quality is counted in a measurable unit that is not DKK, with a sub-type and the mode
    `quality`; a budget benefit is in DKK and is never taken as quality.

    >>> [n.code for n in benefit_faults(BenefitType.QUALITY, Mode.BUDGET_CUT, "DKK/year")]
    ['mode-does-not-fit', 'quality-in-money', 'sub-type-missing']
    >>> benefit_faults(BenefitType.BUDGET, Mode.REALLOCATED_TIME, "DKK/year")
    ()
    """
    notes = []
    quality = kind is BenefitType.QUALITY
    if quality is not (mode is Mode.QUALITY):
        message = f"A benefit of type {kind} is not taken as {mode}."
        notes.append(Note("mode-does-not-fit", message, {"type": kind, "mode": mode}))
    notes += _unit_faults(kind, unit)
    if quality and quality_type is None:
        listed = ", ".join(QualityType)
        notes.append(
            Note("sub-type-missing", f"Say what becomes better: {listed}.", {"allowed": listed})
        )
    if not quality and quality_type is not None:
        message = f"Only a benefit of quality has a sub-type; this is {kind}."
        notes.append(Note("sub-type-not-quality", message, {"type": kind}))
    return tuple(notes)


def _unit_faults(kind: BenefitType, unit: str) -> list[Note]:
    if not unit.strip():
        return [Note("unit-missing", "Say in which unit the benefit is measured.", {"type": kind})]
    money = "DKK" in unit
    if kind is BenefitType.QUALITY and money:
        return [
            Note("quality-in-money", "A benefit of quality is not counted in DKK.", {"unit": unit})
        ]
    if kind is BenefitType.BUDGET and not money:
        message = f"A budget benefit is counted in DKK, not in {unit}: convert it."
        return [Note("budget-not-in-money", message, {"unit": unit})]
    return []
