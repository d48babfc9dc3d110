"""Whether a step of a benefit may be taken: the move is there, nothing is missing, the days hold."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.engines.benefit.grounds import Grounds, Need
from gevinst.engines.benefit.states import NoSuchMove, missing
from gevinst.engines.businesscase.model.benefit_state import Grade, Mode, State
from gevinst.features.benefits.actions.register.given import Given
from gevinst.features.benefits.models import Benefit
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


def checked(held: Benefit, target: str, given: Given) -> date:
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
