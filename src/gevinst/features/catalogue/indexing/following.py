"""Brings the index up to date with the database, and says what may be searched."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from django.db import connection

from gevinst.engines.retrieval.faults import IndexBroken, IndexBusy, IndexMissing
from gevinst.engines.retrieval.index import Index
from gevinst.features.catalogue.indexing import background, place
from gevinst.features.catalogue.indexing.documents import documents, keys
from gevinst.features.catalogue.indexing.feed import Mark, News, Row, news

# So many changes are put into the index while somebody waits; more, in the background.
LITTLE = 300
TRIES, PAUSE = 4, 0.05  # seconds; another process's commit is mostly done by then


class Why(Enum):
    """Why the index cannot answer."""

    MISSING = "missing"
    BEHIND = "behind"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Ready:
    """The index to search, or None and why."""

    index: Index | None
    why: Why | None = None


def ready() -> Ready:
    """The index with everything in it that was committed before now, as far as that takes no time.

    None for what the running transaction has changed itself: no other reader may see that.
    """
    try:
        return _ready(place.current())
    except (IndexMissing, IndexBroken):
        place.forget()
        background.rebuild()
        return Ready(None, Why.MISSING)


def _ready(index: Index) -> Ready:
    found = news(Mark.read(index.mark), LITTLE + 1)
    if found.elsewhere:
        background.rebuild()
        return Ready(None, Why.MISSING)
    if found.own:
        return Ready(None, Why.OWN)
    if len(found.rows) > LITTLE:
        background.rebuild()
        return Ready(None, Why.BEHIND)
    if found.rows:
        _follow_soon(index)
    return Ready(index)


def catch_up(*, own: bool = False) -> int:
    """Puts every change into the index that there is; how many. `own`: also those of this transaction.

    Raises: IndexMissing, IndexBroken, IndexBusy.
    """
    index, done = place.current(), 0
    while more := _follow(index, news(Mark.read(index.mark), LITTLE), own=own):
        done += more
    return done


def _follow_soon(index: Index) -> None:
    """Follows; what another process is writing at this moment is left to it."""
    for attempt in range(TRIES):
        try:
            # Asked again each time: who held the index may have followed the same.
            _follow(index, news(Mark.read(index.mark), LITTLE))
            return
        except IndexBusy:
            if attempt + 1 < TRIES and not connection.in_atomic_block:
                time.sleep(PAUSE)


def _follow(index: Index, found: News, *, own: bool = False) -> int:
    rows: Sequence[Row] = found.rows + (found.own if own else ())
    if not rows:
        return 0
    ids = sorted({row.process_id for row in rows})
    index.write(
        add=documents(ids),
        remove=[key for process_id in ids for key in keys(process_id)],
        mark=str(found.followed(rows)),
    )
    return len(rows)
