"""Saved searches asked again by the clock, and the change feed kept short."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from gevinst.features.catalogue.actions.searches.compacting import compact_changes
from gevinst.features.catalogue.actions.searches.telling import tell_new_hits
from gevinst.features.catalogue.models import Pace

MONDAY = 0


@app.periodic(cron="*/2 * * * *")
@app.task(queueing_lock="catalogue.search_instant", pass_context=False)
def search_instant(timestamp: int) -> None:
    """Every other minute: the searches whose owners want to know at once, where something has changed."""
    tell_new_hits(paces={Pace.INSTANT}, now=timezone.now())


@app.periodic(cron="0 * * * *")
@app.task(queueing_lock="catalogue.search_daily", pass_context=False)
def search_daily(timestamp: int) -> None:
    """Before the digests at the hour of the setting: the daily searches, on Mondays the weekly ones too."""
    now = timezone.now()
    local = timezone.localtime(now)
    if local.hour != settings.OPERATIONS_DIGEST_HOUR:
        return
    weekly = {Pace.WEEKLY} if local.weekday() == MONDAY else set()
    tell_new_hits(paces={Pace.DAILY, Pace.NEVER} | weekly, now=now)


@app.periodic(cron="40 3 * * *")
@app.task(queueing_lock="catalogue.compact_changes", pass_context=False)
def compact(timestamp: int) -> None:
    """Every night: of each process only its newest row stays in the change feed."""
    compact_changes()
