"""Every night: standings are counted anew, people reminded of clauses and of what stands still."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from gevinst.features.catalogue.actions.reminding import remind
from gevinst.features.catalogue.actions.standing import refresh_all


@app.periodic(cron="10 1 * * *")
@app.task(name="catalogue.refresh_standings", queueing_lock="catalogue.refresh_standings")
def refresh_standings(timestamp: int) -> None:
    """Counts what lists sort by, also where nothing told of a change."""
    refresh_all()


@app.periodic(cron="40 1 * * *")
@app.task(name="catalogue.remind", queueing_lock="catalogue.remind")
def remind_duties(timestamp: int) -> None:
    """Clauses to verify, and processes that stand still."""
    now = timezone.now()
    remind(today=timezone.localdate(now), now=now)
