"""One benefit of the portfolio: its newest measurement, and why it slips."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from gevinst.features.benefits.models import Benefit, BenefitStep
from gevinst.features.benefits.queries.register.filters import CLOSED
from gevinst.features.benefits.queries.register.standing import Standing, standing_of
from gevinst.features.benefits.register_choices import BenefitState

LOW = Decimal("0.8")
LATE, SHORT = "late", "low"
Unit = tuple[str, str]


class Holding(NamedTuple):
    """One benefit with its newest measurement, and why it slips ("late", "low")."""

    benefit: Benefit
    standing: Standing | None
    slips: tuple[str, ...]

    @property
    def rate(self) -> Decimal | None:
        """Measured over expected, 1 = as expected; None where it is not measured."""
        return self.standing.rate if self.standing else None


def unit_of(one: Benefit) -> Unit:
    """The unit of a benefit with its name, if it has one of its own."""
    return one.unit, one.unit_name


def newest_steps(found: Iterable[Benefit]) -> dict[int, BenefitStep]:
    """The newest measurement of each benefit, in one question."""
    steps = BenefitStep.objects.filter(benefit__in=[one.pk for one in found])
    measured = steps.exclude(value=None).exclude(since=None).exclude(target=BenefitState.ESTIMATED)
    return {one.benefit_id: one for one in measured.order_by("on", "id")}


def holding(one: Benefit, step: BenefitStep | None, today: date) -> Holding:
    """A benefit with its newest measurement, and why it slips on a day."""
    standing = standing_of(step, one.expected) if step else None
    due = one.next_measurement_on
    late = due is not None and due < today and one.state not in CLOSED
    low = standing is not None and standing.rate is not None and standing.rate < LOW
    slips = [LATE] * late + [SHORT] * low
    return Holding(one, standing, tuple(slips))
