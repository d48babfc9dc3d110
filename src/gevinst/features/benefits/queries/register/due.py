"""Benefits whose measurement is due."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import F, Q, QuerySet

from gevinst.features.benefits.models import Benefit, ReminderChoice
from gevinst.shared.actor import Actor

if TYPE_CHECKING:
    pass
from gevinst.features.benefits.queries.register.benefits import benefits
from gevinst.features.benefits.queries.register.filters import due_by


def due(actor: Actor, today: date) -> QuerySet[Benefit]:
    """The actor's own benefits whose measurement is due, the oldest first."""
    found = benefits(actor).filter(due_by(today), owner=actor.user_id or 0)
    return found.order_by("next_measurement_on", "pk")


def overdue(today: date) -> QuerySet[Benefit]:
    """Every benefit that its owner is to be told of by now, and has not been told of for that day.

    An owner is told so many days before a measurement is due as he has chosen; on the day itself otherwise.
    """
    told = Q(reminded_for=None) | Q(reminded_for__lt=F("next_measurement_on"))
    near = due_by(today)
    for days in ReminderChoice.objects.values_list("days_before", flat=True).distinct():
        early = ReminderChoice.objects.filter(days_before=days).values("user")
        near |= due_by(today + timedelta(days=days)) & Q(owner__in=early)
    found = Benefit.objects.filter(near, told, owner__is_active=True)
    return found.select_related("owner", "authority").order_by("owner", "next_measurement_on", "pk")
