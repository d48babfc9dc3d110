"""How many days before a due day a person has chosen to be told."""

from __future__ import annotations

from gevinst.features.benefits.models import ReminderChoice
from gevinst.shared.actor import Actor


def reminder_days(actor: Actor) -> int:
    """How many days before a due day the person has chosen to be told."""
    chosen = ReminderChoice.objects.filter(user=actor.user_id or 0).first()
    return chosen.days_before if chosen else 0
