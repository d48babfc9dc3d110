"""What goes from the register to a budget."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Exists, OuterRef

from gevinst.engines.benefit.states import BUDGETED
from gevinst.features.benefits.models import Benefit, BenefitStep
from gevinst.features.benefits.register_choices import BenefitState, Mode

if TYPE_CHECKING:
    pass
from gevinst.features.benefits.queries.register.standing import measured, standing_of


class BudgetLine(NamedTuple):
    """A cut that is realised: DKK a year, from the day it was, where in the budget, on which evidence."""

    benefit: Benefit
    amount: Decimal
    since: date
    budget_reference: str
    grade: str


def for_budget(authority_id: int, year: int) -> list[BudgetLine]:
    """The cuts that an authority's budget of a year can count on, as they stood at the end of that year.

    Only budget cuts that were realised or sustained by then; the value is the newest one measured by then,
    as DKK a year.
    """
    end = date(year, 12, 31)
    taken = BenefitStep.objects.filter(
        benefit=OuterRef("pk"), target=BenefitState.REALISED, on__lte=end
    )
    cuts = Benefit.objects.filter(Exists(taken), authority=authority_id, mode=Mode.BUDGET_CUT)
    lines = (_budget_line(one, end) for one in cuts.order_by("title", "pk"))
    return [line for line in lines if line is not None]


def _budget_line(one: Benefit, end: date) -> BudgetLine | None:
    past = one.steps.filter(on__lte=end).order_by("on", "id")
    last, value = past.last(), measured(one, end)
    if last is None or last.target not in BUDGETED or value is None:
        return None
    found = standing_of(value, one.expected)
    assert found is not None
    realised = (
        past.filter(target=BenefitState.REALISED).exclude(source=BenefitState.REALISED).last()
    )
    assert realised is not None
    reference = value.budget_reference or realised.budget_reference
    return BudgetLine(one, found.a_year, realised.on, reference, value.grade)
