"""What the worker does for this room: impact reports of more decisions than a page waits for."""

from __future__ import annotations

from datetime import date

from django.contrib.auth import get_user_model
from procrastinate.contrib.django import app

from gevinst.features.accounts.queries import actor_of
from gevinst.features.control import actions
from gevinst.features.control.models import RuleChange
from gevinst.features.control.queries.weighing import TASK


@app.task(name=TASK)
def weigh(
    change_id: int,
    digest: str,
    user_id: int,
    first_on: str | None = None,
    last_on: str | None = None,
) -> None:
    """Weighs the change as that user asked for; not one that was changed since: it will be asked for anew."""
    change = RuleChange.objects.get(pk=change_id)
    if change.digest == digest:
        actions.weigh_change(
            change=change,
            by=actor_of(get_user_model().objects.get(pk=user_id)),
            first_on=date.fromisoformat(first_on) if first_on else None,
            last_on=date.fromisoformat(last_on) if last_on else None,
        )
