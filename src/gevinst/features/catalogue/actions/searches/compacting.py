"""Keeps the change feed short: whoever follows it needs the newest row of each process only."""

from __future__ import annotations

from django.db import connection

# Ordered as readers follow it; of transactions that may still come to sight nothing is taken.
OLDER = """DELETE FROM catalogue_change c USING (
    SELECT id, row_number() OVER (PARTITION BY process_id ORDER BY tx DESC, id DESC) AS place
      FROM catalogue_change
     WHERE tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint) AS old
    WHERE old.id = c.id AND old.place > 1"""


def compact_changes() -> int:
    """How many rows were superseded by a newer one of the same process, and are gone."""
    with connection.cursor() as cursor:
        cursor.execute(OLDER)
        return int(cursor.rowcount)
