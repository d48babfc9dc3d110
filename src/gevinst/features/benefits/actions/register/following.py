"""What follows for a benefit from a step."""

from __future__ import annotations

from datetime import date, timedelta

from gevinst.engines.businesscase.model.benefit_state import State
from gevinst.features.benefits.models import Benefit, BenefitStep
from gevinst.features.benefits.register_choices import Frequency

MONTHS = {
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.HALF_YEARLY: 6,
    Frequency.YEARLY: 12,
}


def carry(held: Benefit, step: BenefitStep) -> None:
    """State, place in the budget and next measurement follow from the step."""
    held.state = step.target
    held.budget_reference = step.budget_reference
    if step.target == State.LAPSED:
        held.next_measurement_on = None
    elif step.value is not None and step.until is not None and step.target != State.ESTIMATED:
        held.next_measurement_on = _next(held, step.until)
    held.save()


def _next(held: Benefit, until: date) -> date | None:
    """One frequency after the day that the measured period ended; None where it is measured once."""
    months = MONTHS.get(Frequency(held.frequency))
    if months is None:
        return None
    first = until + timedelta(days=1)
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, min(first.day, 28))
