"""When an owner of benefits wants to hear that a measurement is due."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.models import ReminderChoice
from gevinst.features.benefits.portfolio_models import LONGEST
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def choose_reminder(*, days_before: int, by: Actor) -> ReminderChoice:
    """The person is told so many days before each of the own benefits is to be measured.

    Raises `DomainError`: "not-allowed" (nobody), "invalid" (below 0, or too early).
    """
    if by.user_id is None:
        raise DomainError("not-allowed", _("Only a person has benefits to measure."))
    if not 0 <= days_before <= LONGEST:
        message = _("Choose a number of days from 0 to %(most)s.") % {"most": LONGEST}
        raise DomainError("invalid", message, field="days_before")
    with audited("benefits.choose_reminder", by=by) as entry:
        made, _new = ReminderChoice.objects.update_or_create(
            user_id=by.user_id, defaults={"days_before": days_before}
        )
        about(entry, made, days_before=days_before)
    return made
