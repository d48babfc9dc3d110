"""The vocabulary of benefits: types, sub-types, how a benefit is taken, how well it is known, its status."""

# Which moves a status allows is the business of `engines/benefit/states.py`, which keeps the register.

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from gevinst.engines.businesscase.notes import Note


class BenefitType(StrEnum):
    """The three kinds of benefit of the estimation diagram."""

    BUDGET = "budget_productivity"
    SOCIOECONOMIC = "socio_economic"
    QUALITY = "quality"

    @property
    def category(self) -> str:
        """Its place in the estimation diagram.

        >>> BenefitType.SOCIOECONOMIC.category
        'benefit.socioeconomic'
        """
        return f"benefit.{self.name.lower()}"


class QualityType(StrEnum):
    """What a benefit of quality betters."""

    TASK = "task_quality"
    SERVICE = "perceived_service"
    WELL_BEING = "well_being"
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


def is_measured(status: Status) -> bool:
    """Whether a figure with this status has been measured, and is drawn solid."""
    return status in (Status.MEASURED, Status.REALISED, Status.SUSTAINED)


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
    money = "dkk" in unit.lower()
    if kind is BenefitType.QUALITY and money:
        return [
            Note("quality-in-money", "A benefit of quality is not counted in DKK.", {"unit": unit})
        ]
    if kind is BenefitType.BUDGET and not money:
        message = f"A budget benefit is counted in DKK, not in {unit}: convert it."
        return [Note("budget-not-in-money", message, {"unit": unit})]
    return []
