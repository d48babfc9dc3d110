"""What waits in each clerks' queue, in numbers alone: for those who are not looking at the desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, Min, Q, Sum

from gevinst.features.operations.models import Queue, WorkItem
from gevinst.features.operations.states import State

UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class WaitingQueue:
    """A queue with items in it: how many, how many of them new and past due, since when, DKK.

    `key` is that of the desk's address, `unit_id` whose clerks work it: None for all of the authority.
    """

    authority_id: int
    unit_id: int | None
    robot_id: int
    robot: str
    key: str
    name_da: str
    name_en: str
    count: int
    new: int
    past_due: int
    oldest: datetime
    amount: Decimal


def waiting_queues(since: datetime, today: date) -> list[WaitingQueue]:
    """Every queue of every active robot that has items in it; new ones were received after `since`."""
    rows = WorkItem.objects.filter(
        state__in=(State.REFERRED, State.REFUSED), robot__active=True
    ).order_by()
    counted = rows.values("authority_id", "robot_id", "robot__name", "queue", "state").annotate(
        n=Count("pk"),
        fresh=Count("pk", filter=Q(received_at__gt=since)),
        late=Count("pk", filter=Q(due__lt=today)),
        since=Min("received_at"),
        dkk=Sum("amount", filter=Q(currency="DKK")),
    )
    named = {(queue.robot_id, queue.key): queue for queue in Queue.objects.all()}
    found = [_queue(row, named.get((row["robot_id"], row["queue"]))) for row in counted]
    return sorted(found, key=lambda queue: (queue.robot, queue.key))


def _queue(row: Mapping[str, Any], queue: Queue | None) -> WaitingQueue:
    torn = row["state"] == State.REFUSED
    known = None if torn else queue
    return WaitingQueue(
        authority_id=row["authority_id"],
        unit_id=known.unit_id if known else None,
        robot_id=row["robot_id"],
        robot=str(row["robot__name"]),
        key=UNREADABLE if torn else str(row["queue"]),
        name_da="Kan ikke læses" if torn else known.name_da if known else str(row["queue"]),
        name_en="Cannot be read" if torn else known.name_en if known else str(row["queue"]),
        count=row["n"],
        new=row["fresh"],
        past_due=row["late"],
        oldest=row["since"],
        amount=row["dkk"] or Decimal(0),
    )
