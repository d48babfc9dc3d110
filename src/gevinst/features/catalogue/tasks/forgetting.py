"""What is kept for a time only: who has seen what, and counts of guests."""

from __future__ import annotations

import time

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from gevinst.features.catalogue.actions.people.seeing import forget_seen
from gevinst.shared.guests.counting import sweep


@app.periodic(cron="50 3 * * *")
@app.task(name="catalogue.forget_seen", queueing_lock="catalogue.forget_seen")
def forget_old_visits(timestamp: int) -> None:
    """Every night: who saw a process longer ago than the setting says."""
    forget_seen(now=timezone.now(), days=settings.SEEN_DAYS)


@app.periodic(cron="*/5 * * * *")
@app.task(name="catalogue.sweep_guests", queueing_lock="catalogue.sweep_guests")
def sweep_guests(timestamp: int) -> None:
    """Counts of guests whose time is over, where no other guest came to sweep them away."""
    sweep(int(time.time()))
