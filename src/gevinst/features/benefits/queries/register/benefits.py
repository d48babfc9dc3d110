"""The register of benefits: what an authority expects and has, what is due, and what goes to a budget."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from gevinst.engines.benefit.progress import per_year, realisation_rate
from gevinst.engines.benefit.states import BUDGETED
from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits.models import Benefit, BenefitStep, ReminderChoice
from gevinst.features.benefits.queries.effects import own_authorities
from gevinst.features.benefits.register_models import Mode, State
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

if TYPE_CHECKING:
    from gevinst.features.accounts.models import User

CLOSED = (State.IDEA, State.LAPSED)  # of these nothing is measured


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filters of the register; what is empty filters nothing. `due_by`: measurement due by that day."""

    authorities: tuple[int, ...] = ()
    kind: str = ""
    state: str = ""
    mode: str = ""
    owner: int | None = None
    process: int | None = None
    case_key: str = ""
    due_by: date | None = None
    text: str = ""


class Standing(NamedTuple):
    """The newest measurement of a benefit against what was expected for the same period."""

    step: BenefitStep
    a_year: Decimal
    rate: Decimal | None


class BudgetLine(NamedTuple):
    """A cut that is realised: DKK a year, from the day it was, where in the budget, on which evidence."""

    benefit: Benefit
    amount: Decimal
    since: date
    budget_reference: str
    grade: str


def benefits(actor: Actor, wanted: Wanted | None = None) -> QuerySet[Benefit]:
    """The benefits of authorities that `actor` reads, by title."""
    own = own_authorities(actor)
    found = Benefit.objects.all() if own is None else Benefit.objects.filter(authority__in=own)
    return found.filter(_criteria(wanted or Wanted())).select_related("authority", "owner")


def benefit(actor: Actor, benefit_id: int) -> Benefit:
    """One benefit. Raises `DomainError("not-found")` also where `actor` may not read it."""
    found = benefits(actor).filter(pk=benefit_id).first()
    if found is None:
        raise DomainError("not-found", _("There is no such benefit."))
    return found


def _criteria(wanted: Wanted) -> Q:
    exact = {
        "authority__in": wanted.authorities,
        "kind": wanted.kind,
        "state": wanted.state,
        "mode": wanted.mode,
        "owner": wanted.owner,
        "process": wanted.process,
        "case_key": wanted.case_key,
        "title__icontains": wanted.text,
    }
    found = Q(**{name: value for name, value in exact.items() if value})
    return found & _due(wanted.due_by) if wanted.due_by else found


def _due(today: date) -> Q:
    return Q(next_measurement_on__lte=today) & ~Q(state__in=CLOSED)


def due(actor: Actor, today: date) -> QuerySet[Benefit]:
    """The actor's own benefits whose measurement is due, the oldest first."""
    found = benefits(actor).filter(_due(today), owner=actor.user_id or 0)
    return found.order_by("next_measurement_on", "pk")


def overdue(today: date) -> QuerySet[Benefit]:
    """Every benefit that its owner is to be told of by now, and has not been told of for that day.

    An owner is told so many days before a measurement is due as he has chosen; on the day itself otherwise.
    """
    told = Q(reminded_for=None) | Q(reminded_for__lt=F("next_measurement_on"))
    near = _due(today)
    for days in ReminderChoice.objects.values_list("days_before", flat=True).distinct():
        early = ReminderChoice.objects.filter(days_before=days).values("user")
        near |= _due(today + timedelta(days=days)) & Q(owner__in=early)
    found = Benefit.objects.filter(near, told, owner__is_active=True)
    return found.select_related("owner", "authority").order_by("owner", "next_measurement_on", "pk")


def steps(of: Benefit) -> QuerySet[BenefitStep]:
    """Every step of a benefit, oldest first."""
    return of.steps.all()


def measured(of: Benefit, until: date | None = None) -> BenefitStep | None:
    """The newest measurement (by `until`, where given); estimates do not count."""
    found = of.steps.exclude(value=None).exclude(since=None).exclude(target=State.ESTIMATED)
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


def for_budget(authority_id: int, year: int) -> list[BudgetLine]:
    """The cuts that an authority's budget of a year can count on, as they stood at the end of that year.

    Only budget cuts that were realised or sustained by then; the value is the newest one measured by then,
    as DKK a year.
    """
    end = date(year, 12, 31)
    taken = BenefitStep.objects.filter(benefit=OuterRef("pk"), target=State.REALISED, on__lte=end)
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
    realised = past.filter(target=State.REALISED).exclude(source=State.REALISED).last()
    assert realised is not None
    reference = value.budget_reference or realised.budget_reference
    return BudgetLine(one, found.a_year, realised.on, reference, value.grade)


def owners(authority_ids: Iterable[int]) -> list[User]:
    """Those who can own a benefit of the authorities: everybody active with a role there, by name."""
    wanted = accounts.authorities().filter(pk__in=authority_ids)
    found = {user.pk: user for one in wanted for user in accounts.people(one) if user.is_active}
    return sorted(found.values(), key=lambda user: (user.name, user.pk))
