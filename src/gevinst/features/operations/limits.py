"""The times and sizes of operations; `OPERATIONS_<NAME>` in the settings overrides one."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.conf import settings

from gevinst.engines.intake import Limits

MEGABYTE = 1024 * 1024


def _stated(name: str, default: Any) -> Any:
    return getattr(settings, f"OPERATIONS_{name}", default)


def batch() -> int:
    """Items that a run claims and decides at a time."""
    return int(_stated("BATCH", 2000))


def lease() -> timedelta:
    """How long a batch may take before its items are given to another worker."""
    return timedelta(minutes=int(_stated("LEASE_MINUTES", 30)))


def take_lapses() -> timedelta:
    """How long a clerk may hold an item without doing anything before a colleague may take it."""
    return timedelta(minutes=int(_stated("TAKE_LAPSES_MINUTES", 120)))


def longest_minutes() -> Decimal:
    """The most minutes counted on one item: nobody works longer than this without a pause."""
    return Decimal(_stated("LONGEST_MINUTES", 30))


def undo_window() -> timedelta:
    """How long the desk offers to undo, and how long an approved item stays out of a proposal."""
    return timedelta(seconds=int(_stated("UNDO_SECONDS", 10)))


def intake() -> Limits:
    """How large a document and an archive may be."""
    return Limits(
        file_bytes=int(_stated("FILE_MB", 32)) * MEGABYTE,
        total_bytes=int(_stated("ARCHIVE_MB", 400)) * MEGABYTE,
        files=int(_stated("ARCHIVE_FILES", 5000)),
    )


def upload_bytes() -> int:
    """The most that one upload on a page may hold, all its files together."""
    return int(_stated("UPLOAD_MB", 100)) * MEGABYTE
