"""The measurements of a benefit, and how far they reach what was expected."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import QuerySet

from gevinst.engines.benefit.progress import per_year, realisation_rate
from gevinst.features.benefits.models import Benefit, BenefitStep
from gevinst.features.benefits.register_choices import BenefitState

if TYPE_CHECKING:
    pass


class Standing(NamedTuple):
    """The newest measurement of a benefit against what was expected for the same period."""

    step: BenefitStep
    a_year: Decimal
    rate: Decimal | None


def steps(of: Benefit) -> QuerySet[BenefitStep]:
    """Every step of a benefit, oldest first."""
    return of.steps.all()


def measured(of: Benefit, until: date | None = None) -> BenefitStep | None:
    """The newest measurement (by `until`, where given); estimates do not count."""
    found = of.steps.exclude(value=None).exclude(since=None).exclude(target=BenefitState.ESTIMATED)
    if until is not None:
        found = found.filter(on__lte=until)
    return found.order_by("on", "id").last()


def standing(of: Benefit) -> Standing | None:
    """How far the newest measurement reaches what was expected; None where nothing is measured."""
    step = measured(of)
    return None if step is None else standing_of(step, of.expected)


def standing_of(step: BenefitStep, expected: Decimal | None) -> Standing | None:
    """One measurement against `expected` a year; None for a step that is no measurement."""
    if step.value is None or step.since is None or step.until is None:
        return None
    rate = realisation_rate(step.value, expected or Decimal(0), step.since, step.until)
    return Standing(step, per_year(step.value, step.since, step.until), rate)
