"""Moving a benefit from idea to realised, and measuring it: each a step that is never changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from gevinst.engines.benefit.evidence import Grade, worst
from gevinst.engines.benefit.state_names import Grounds, Mode, Need, State
from gevinst.engines.benefit.states import NoSuchMove, missing
from gevinst.engines.identifiers import mask_all
from gevinst.features.benefits import queries
from gevinst.features.benefits.models import Benefit, BenefitStep, Effect
from gevinst.features.benefits.permissions import require_may_move
from gevinst.features.benefits.register_models import Frequency, Unit
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

FIELDS = {
    Need.OWNER: ("owner", _("Give the benefit an owner first.")),
    Need.DATE: ("on", _("Say from which day.")),
    Need.EVIDENCE: ("evidence", _("Say what it rests on.")),
    Need.REASON: ("evidence", _("Say why it lapses.")),
    Need.GRADE: ("grade", _("Say how the value is known.")),
    Need.MEASURED_GRADE: ("grade", _("Measured is evidence A, B or C. An estimate is not enough.")),
    Need.VALUE: ("value", _("Say what the value is.")),
    Need.PERIOD: ("since", _("Say for which period, from and until.")),
    Need.BUDGET_REFERENCE: ("budget_reference", _("Say where in the budget it is cut.")),
}
COUNTED = {Unit.HOURS: "hours", Unit.DKK: "amount", Unit.ITEMS: "untouched"}
MONTHS = {
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.HALF_YEARLY: 6,
    Frequency.YEARLY: 12,
}


@dataclass(frozen=True, slots=True)
class Given:
    """What a person gives for a step; `value` is that of the period, in the benefit's unit."""

    on: date | None = None
    evidence: str = ""
    grade: str = ""
    value: Decimal | None = None
    since: date | None = None
    until: date | None = None
    n: int | None = None
    budget_reference: str = ""
    rests_on: dict[str, Any] = field(default_factory=dict)


def move(*, benefit_id: int, target: str, given: Given, by: Actor) -> BenefitStep:
    """The step that took the benefit to `target`.

    Raises `DomainError`: "not-found", "not-allowed", "wrong-state" (no such move), "invalid" with the field
    of the first thing that is missing.
    """
    seen = queries.benefit(by, benefit_id)
    require_may_move(by, seen)
    return _step(seen, target, given, by, action="benefits.move")


def measure(*, benefit_id: int, given: Given, by: Actor) -> BenefitStep:
    """A measurement of the benefit. Without a value it is read from what the process's runs freed.

    An estimated benefit becomes measured by it; one that is measured or more keeps its state. The next
    measurement is due one frequency later. Raises `DomainError` as `move`, and "invalid" where nothing can
    be read.
    """
    seen = queries.benefit(by, benefit_id)
    require_may_move(by, seen)
    if given.value is None:
        given = _read(seen, given, by)
    target = State.MEASURED if seen.state == State.ESTIMATED else seen.state
    return _step(seen, target, given, by, action="benefits.measure")


def _step(seen: Benefit, target: str, given: Given, by: Actor, *, action: str) -> BenefitStep:
    with audited(action, by=by, authority_id=seen.authority_id) as entry:
        held = Benefit.objects.select_for_update().get(pk=seen.pk)
        on = _checked(held, target, given)
        step = BenefitStep.objects.create(
            benefit=held,
            source=held.state,
            target=target,
            on=on,
            grade=given.grade,
            evidence=mask_all(given.evidence.strip()),
            value=given.value,
            expected=held.expected,
            since=given.since,
            until=given.until,
            n=given.n,
            rests_on=given.rests_on,
            budget_reference=given.budget_reference.strip() or held.budget_reference,
            owner_id=held.owner_id,
            owner_name=held.owner_name,
            by_id=by.user_id,
            by_name=by.name,
        )
        _carry(held, step)
        about(entry, held, came_from=step.source, went_to=step.target, grade=step.grade)
    return step


def _checked(held: Benefit, target: str, given: Given) -> date:
    """The day of the step. Raises `DomainError` unless the move is there and rests on what it needs."""
    if given.grade and given.grade not in set(Grade):
        raise DomainError("invalid", _("Evidence is A, B, C, D or E."), field="grade")
    grounds = Grounds(
        on=given.on,
        owned=held.owner_id is not None,
        evidence=given.evidence,
        grade=Grade(given.grade) if given.grade else None,
        value=given.value,
        since=given.since,
        until=given.until,
        budget_reference=given.budget_reference or held.budget_reference,
    )
    try:
        lacks = missing(State(held.state), State(target), Mode(held.mode), grounds)
    except (NoSuchMove, ValueError) as fault:
        message = _("The benefit cannot go there from where it is.")
        raise DomainError("wrong-state", message, state=held.state, target=target) from fault
    if lacks:
        name, message = FIELDS[lacks[0]]
        raise DomainError("invalid", message, field=name, missing=[str(need) for need in lacks])
    assert given.on is not None  # every move needs a date
    _check_days(held, given, given.on)
    return given.on


def _check_days(held: Benefit, given: Given, on: date) -> None:
    today, last = timezone.localdate(), held.steps.order_by("on").last()
    if on > today:
        raise DomainError("invalid", _("The day has not come yet."), field="on")
    if last is not None and on < last.on:
        message = _("The day is before the last step of the benefit.")
        raise DomainError("invalid", message, field="on")
    if given.until is not None and given.until > today:
        raise DomainError("invalid", _("The period is not over yet."), field="until")
    if given.since is not None and given.until is not None and given.until < given.since:
        raise DomainError("invalid", _("It cannot end before it begins."), field="until")


def _carry(held: Benefit, step: BenefitStep) -> None:
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


def _read(seen: Benefit, given: Given, by: Actor) -> Given:
    """The value as the process's runs give it, with the effects it was read from and their evidence."""
    name = COUNTED.get(Unit(seen.unit))
    if seen.process_id is None or name is None:
        message = _("This benefit cannot be read from operation. Write the value.")
        raise DomainError("invalid", message, field="value")
    if given.since is None or given.until is None:
        raise DomainError("invalid", FIELDS[Need.PERIOD][1], field="since")
    found = queries.effects(by, process=seen.process_id, since=given.since, until=given.until)
    rows = list(found)
    if not rows:
        message = _("No run of the process is counted in the period.")
        raise DomainError("invalid", message, field="since")
    value = sum((Decimal(getattr(row, name)) for row in rows), Decimal(0))
    return _with(given, name, value, rows)


def _with(given: Given, name: str, value: Decimal, rows: list[Effect]) -> Given:
    # The number of items stands in a log; hours are no better known than the minutes by hand.
    grade = Grade.A if name == COUNTED[Unit.ITEMS] else worst({row.baseline.known for row in rows})
    baselines = sorted({row.baseline_id for row in rows})
    told = ngettext(
        "Read from %(n)s run of the process.", "Read from %(n)s runs of the process.", len(rows)
    ) % {"n": len(rows)}
    return Given(
        on=given.on or timezone.localdate(),
        evidence=given.evidence.strip() or told,
        grade=str(grade),
        value=value,
        since=given.since,
        until=given.until,
        n=sum(row.untouched + row.exceptions for row in rows),
        budget_reference=given.budget_reference,
        rests_on={"effects": [row.pk for row in rows], "baselines": baselines},
    )
