"""What does not fit together in how a benefit is described: its type, its quality, its unit."""

from __future__ import annotations

from gevinst.engines.businesscase.model.benefit_state import Mode
from gevinst.engines.businesscase.model.benefit_types import BenefitType, QualityType
from gevinst.engines.businesscase.notes import Note


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
