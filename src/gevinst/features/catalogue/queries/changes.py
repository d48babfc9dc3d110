"""The change feed: what happened to processes after a point, as far as the reader may know of it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import Change, CoEditor, Process
from gevinst.features.catalogue.permissions import once_readable
from gevinst.features.catalogue.queries.reading import readable_ids
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

CURSOR = r"^(|now|[0-9]{1,18}\.[0-9]{1,18})$"
CHANGED, GONE = "changed", "gone"


class Cursor(NamedTuple):
    """A point in the feed: the transaction and the row."""

    tx: int
    id: int

    def __str__(self) -> str:
        return f"{self.tx}.{self.id}"


@dataclass(frozen=True, slots=True)
class Told:
    """A process changed, or is gone: deleted, or not for this reader any more, which is not told apart."""

    id: int
    state: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Feed:
    """Some changes in the order in which they came to sight, and where to go on."""

    items: list[Told]
    next: Cursor
    more: bool


def changes(actor: Actor, after: str, limit: int) -> Feed:
    """What came after the cursor `after`, each process once; "now" tells only where now is.

    Looks at `limit` rows of the log: a page may hold fewer, or none, and `more` still be true.
    Raises `DomainError("invalid")` for a cursor that is none.
    """
    settled = _settled()
    if after == "now":
        return Feed([], _end(settled), more=False)
    start = _parsed(after)
    later = Q(tx__gt=start.tx) | Q(tx=start.tx, id__gt=start.id)
    rows = Change.objects.filter(later, tx__gte=start.tx, tx__lt=settled).order_by("tx", "id")
    found = list(rows[: limit + 1])
    shown = found[:limit]
    following = Cursor(shown[-1].tx, shown[-1].pk) if shown else start
    return Feed(_told(actor, shown), following, more=len(found) > limit)


def _settled() -> int:
    """Every transaction before this one has ended; a later one may still come to sight before it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        return int(cursor.fetchone()[0])


def _end(settled: int) -> Cursor:
    last = Change.objects.filter(tx__lt=settled).order_by("-tx", "-id").first()
    return Cursor(last.tx, last.pk) if last else Cursor(0, 0)


def _parsed(text: str) -> Cursor:
    if not re.match(CURSOR, text):
        raise DomainError("invalid", _("This is not a cursor of the change feed."))
    tx, _dot, row = text.partition(".")
    return Cursor(int(tx), int(row)) if text else Cursor(0, 0)


def _told(actor: Actor, rows: Collection[Any]) -> list[Told]:
    last = {row.process_id: row for row in rows}  # the latest of each, in the order of the first
    ordered = sorted(last.values(), key=lambda row: (row.tx, row.pk))
    seen = set(readable_ids(actor).filter(pk__in=last).order_by())
    known = _once_known(actor, set(last) - seen)
    return [
        Told(row.process_id, CHANGED if row.process_id in seen else GONE, row.at)
        for row in ordered
        if row.process_id in seen or row.process_id in known
    ]


def _once_known(actor: Actor, ids: Collection[int]) -> set[int]:
    """Those of `ids` that some version in the history was readable of: of others nothing is told."""
    if not ids:
        return set()
    events: Any = Process.pgh_event_model  # type: ignore[attr-defined]
    known = set(
        events.objects.filter(once_readable(actor), pgh_obj_id__in=ids)
        .values_list("pgh_obj_id", flat=True)
        .distinct()
    )
    if actor.user_id is not None:
        edited: Any = CoEditor.pgh_event_model  # type: ignore[attr-defined]
        rows = edited.objects.filter(process_id__in=ids, user_id=actor.user_id)
        known |= set(rows.values_list("process_id", flat=True))
    return known
