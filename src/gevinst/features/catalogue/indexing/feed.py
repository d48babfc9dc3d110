"""How far the index has followed the change feed, and what has come since.

A transaction's rows come into sight when it commits, which may be after rows with higher numbers. So the
mark moves only over transactions older than any still running; rows after it that were followed are listed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

Place = tuple[int, int]
NEWS = """
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
           pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
           pg_current_xact_id_if_assigned()::text::bigint,
           (SELECT oid FROM pg_database WHERE datname = current_database()) || '/'
               || pg_relation_filenode('catalogue_process'),
           c.tx, c.id, c.process_id
      FROM (SELECT 1) AS once LEFT JOIN (
           SELECT tx, id, process_id FROM catalogue_change
            WHERE (tx, id) > (%s, %s) AND NOT id = ANY(%s) ORDER BY tx, id LIMIT %s) AS c ON true
     ORDER BY c.tx, c.id"""
START: Place = (0, 0)


class Row(NamedTuple):
    """A change: its place in the feed, and the process."""

    place: Place
    process_id: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Everything up to `at` is in the index, and the places in `also`; `database` is which one it is of."""

    database: str = ""
    at: Place = START
    also: frozenset[Place] = frozenset()

    def __str__(self) -> str:
        return json.dumps({"database": self.database, "at": self.at, "also": sorted(self.also)})

    @classmethod
    def read(cls, text: str) -> Mark:
        """The mark as it was written; the start of another database where it makes no sense."""
        try:
            told = json.loads(text)
            also = frozenset((int(tx), int(pk)) for tx, pk in told["also"])
            return cls(str(told["database"]), (int(told["at"][0]), int(told["at"][1])), also)
        except (ValueError, KeyError, TypeError):
            return cls()


@dataclass(frozen=True, slots=True)
class News:
    """What came after a mark: rows of others, and of this transaction (`own`), oldest first."""

    mark: Mark
    database: str
    oldest: int
    newest: int
    rows: tuple[Row, ...]
    own: tuple[Row, ...]

    @property
    def elsewhere(self) -> bool:
        """Whether the mark is of another database, or of this one at a later time than now."""
        return self.mark.database != self.database or self.mark.at[0] >= self.newest

    def followed(self, rows: Iterable[Row]) -> Mark:
        """The mark when the rows are in the index too."""
        places = {row.place for row in rows}
        at = max([place for place in places if place[0] < self.oldest] + [self.mark.at])
        also = {place for place in places | self.mark.also if place > at}
        return Mark(self.database, at, frozenset(also))


def news(mark: Mark, limit: int) -> News:
    """At most `limit` rows after the mark."""
    seen = [pk for _, pk in mark.also]
    with connection.cursor() as cursor:
        cursor.execute(NEWS, [*mark.at, seen, limit])
        told = cursor.fetchall()
    oldest, newest, own, database = told[0][:4]
    rows = [Row((tx, pk), process_id) for *_, tx, pk, process_id in told if tx is not None]
    return News(
        mark=mark,
        database=database,
        oldest=oldest,
        newest=newest,
        rows=tuple(row for row in rows if row.place[0] != own),
        own=tuple(row for row in rows if row.place[0] == own),
    )


def beginning() -> Mark:
    """Where an index begins to follow that is made of everything there is now."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT coalesce(max(tx), 0), coalesce(max(id), 0) FROM catalogue_change
                WHERE tx = (SELECT max(tx) FROM catalogue_change
                             WHERE tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint)"""
        )
        tx, pk = cursor.fetchone()
    return Mark(news(Mark(), 0).database, (tx, pk))
