"""The nightly look: who is to verify a clause, and whose process has stood still; each told now and then."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from gevinst.features.catalogue.actions.notices.telling import tell
from gevinst.features.catalogue.models import Notice, NoticeKind, Process
from gevinst.features.catalogue.queries.duties import clauses_due, stale
from gevinst.features.catalogue.queries.people.responsible import responsible

CLAUSES, STALE = "verify-clause", "stale"
# How long it is before the same is said again.
AGAIN = {CLAUSES: timedelta(days=30), STALE: timedelta(days=90)}


def remind(*, today: date, now: datetime) -> int:
    """Tells of clauses to verify and of processes that stand still those who answer for them; how many."""
    return _clauses(today, now) + _stale(today, now)


def _clauses(today: date, now: datetime) -> int:
    waiting: dict[Process, list[str]] = defaultdict(list)
    told = _told(CLAUSES, now)
    due = clauses_due(today).exclude(process_id__in=told).select_related("process")
    for clause in due.defer("process__search").order_by("process_id", "pk"):
        waiting[clause.process].append(clause.text)
    for process, texts in waiting.items():
        _tell(process, CLAUSES, items=texts)
    return len(waiting)


def _stale(today: date, now: datetime) -> int:
    standing_still = list(stale(today).exclude(pk__in=_told(STALE, now)))
    for process in standing_still:
        _tell(process, STALE, since=timezone.localdate(process.changed_at))
    return len(standing_still)


def _tell(process: Process, what: str, **facts: object) -> None:
    with transaction.atomic():
        told = {"what": what, "title": process.title, **facts}
        tell(to=responsible(process), kind=NoticeKind.DUTY, facts=told, process=process)


def _told(what: str, now: datetime) -> set[int]:
    """The processes of which somebody was told so lately."""
    lately = Notice.objects.filter(
        kind=NoticeKind.DUTY, facts__what=what, at__gt=now - AGAIN[what], process__isnull=False
    )
    return {one for one in lately.values_list("process_id", flat=True) if one is not None}
