"""Ids as they stand in addresses and forms."""

from __future__ import annotations

LONGEST = 18  # digits that PostgreSQL's bigint always holds


def stated_id(text: str) -> int | None:
    """The id that a text states; None for anything else."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST else None
