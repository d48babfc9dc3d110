"""Keeps who has seen a process, for its owner and editors; forgets it after the days of the setting."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F

from gevinst.features.catalogue.models import Process, Seen
from gevinst.shared.actor import Actor

AGAIN = timedelta(hours=1)  # one visit, however often the page is opened in it


def see(*, process: Process, by: Actor, now: datetime) -> None:
    """A signed-in person saw the process; one write an hour at most. Not owners or national ones."""
    if by.user_id is None or by.national or by.user_id == process.owner_id:
        return
    mine = Seen.objects.filter(process=process, user=by.user_id)
    last = mine.values_list("last_at", flat=True).first()
    if last is None:
        _first(process, by.user_id, now)
    elif last <= now - AGAIN:
        mine.filter(last_at=last).update(last_at=now, times=F("times") + 1)


def _first(process: Process, user_id: int, now: datetime) -> None:
    made = Seen(process=process, user_id=user_id, first_at=now, last_at=now)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:  # in another window, at the same moment
        return


def forget_seen(*, now: datetime, days: int) -> int:
    """How many were forgotten: those last seen more than `days` ago."""
    return Seen.objects.filter(last_at__lt=now - timedelta(days=days)).delete()[0]
