"""Counts requests of guests over all server processes, in one statement; what is past is deleted."""

from __future__ import annotations

from django.db import connection

# Only what is unlogged is written, so the commit waits for no disk.
_COUNT = """INSERT INTO shared_guestcount (key, ends_at, asked) VALUES (%s, %s, 1)
            ON CONFLICT (key) DO UPDATE SET asked = shared_guestcount.asked + 1 RETURNING asked"""
_SWEEP = "DELETE FROM shared_guestcount WHERE ends_at <= %s"


def count(key: str, *, ends_at: int, now: int) -> int:
    """How often the key was asked with in its window, this time included. Times are seconds since 1970."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [key, ends_at])
        asked = int(cursor.fetchone()[0])
        if asked == 1:
            cursor.execute(_SWEEP, [now])
    return asked


def sweep(now: int) -> int:
    """How many counts were deleted whose window is over."""
    with connection.cursor() as cursor:
        cursor.execute(_SWEEP, [now])
        return int(cursor.rowcount)
