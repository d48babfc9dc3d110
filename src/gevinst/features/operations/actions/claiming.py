"""A run takes items in, batch by batch; what a dead worker left is given back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal

import pghistory
from django.db import connection, transaction
from django.db.models import F, Q, Sum
from django.utils import timezone

from gevinst.features.operations import limits
from gevinst.features.operations.models import Run, WorkItem
from gevinst.features.operations.states import State
from gevinst.shared.actor import Actor

LOCK = "run"
DUE = (State.WAITING, State.HELD)


@contextmanager
def alive(run: Run) -> Iterator[None]:
    """Shows other workers that the run is being worked: the lock goes when this process does."""
    _ask("SELECT pg_advisory_lock(hashtext(%s), %s)", run)
    try:
        yield
    finally:
        if not connection.needs_rollback:
            _ask("SELECT pg_advisory_unlock(hashtext(%s), %s)", run)


def is_dead(run: Run) -> bool:
    """Whether no process works the run any more."""
    if not _ask("SELECT pg_try_advisory_lock(hashtext(%s), %s)", run):
        return False
    _ask("SELECT pg_advisory_unlock(hashtext(%s), %s)", run)
    return True


def _ask(sql: str, run: Run) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(sql, [LOCK, run.pk])
        return bool(cursor.fetchone()[0])


def due(on: date) -> Q:
    """The items that a run on `on` takes in: received ones, and waiting and held ones whose day has come."""
    return Q(state=State.RECEIVED) | Q(state__in=DUE, wait_until__lte=on)


def claim(run: Run, by: Actor) -> list[WorkItem]:
    """The next batch, oldest first, now `in_progress` and the run's; empty when there is no more."""
    with transaction.atomic(), pghistory.context(user=by.user_id, actor=by.name, action="claim"):
        free = WorkItem.objects.filter(due(run.on), robot_id=run.robot_id, taken_by=None)
        oldest = free.order_by("received_at", "id").select_for_update(
            skip_locked=True, of=("self",)
        )
        ids = list(oldest.values_list("pk", flat=True)[: limits.batch()])
        rows = WorkItem.objects.filter(pk__in=ids)
        rows.update(state=State.IN_PROGRESS, claimed_at=timezone.now(), run=run)
        _count(run, len(ids), kroner(rows))
    return list(rows.select_related("document").order_by("received_at", "id"))


def claim_refused(run: Run) -> None:
    """Counts the unreadable documents that came since the last run to this one."""
    unseen = WorkItem.objects.filter(robot_id=run.robot_id, state=State.REFUSED, run=None)
    with transaction.atomic():
        count = unseen.update(run=run)
        _count(run, count, Decimal(0))
        Run.objects.filter(pk=run.pk).update(refused=F("refused") + count)


def give_back(run: Run) -> int:
    """The items that the run holds are `received` again and not counted to it; how many they were."""
    with transaction.atomic(), pghistory.context(action="give_back"):
        held = WorkItem.objects.filter(robot_id=run.robot_id, run=run, state=State.IN_PROGRESS)
        ids = list(held.select_for_update().values_list("pk", flat=True))
        rows = WorkItem.objects.filter(pk__in=ids)
        _count(run, -len(ids), -kroner(rows))
        rows.update(state=State.RECEIVED, run=None, claimed_at=None)
    return len(ids)


def lapsed(run: Run) -> bool:
    """Whether a batch of the run has taken longer than the lease allows."""
    held = WorkItem.objects.filter(robot_id=run.robot_id, run=run, state=State.IN_PROGRESS)
    return held.filter(claimed_at__lt=timezone.now() - limits.lease()).exists()


def kroner(rows: object) -> Decimal:
    """The sum of the amounts in DKK of a query set of work items."""
    total = rows.filter(currency="DKK").aggregate(total=Sum("amount"))["total"]  # type: ignore[attr-defined]
    return Decimal(total or 0)


def _count(run: Run, items: int, amount: Decimal) -> None:
    counted = {"received": F("received") + items, "received_amount": F("received_amount") + amount}
    Run.objects.filter(pk=run.pk).update(**counted)
