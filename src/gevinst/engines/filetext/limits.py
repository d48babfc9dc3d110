"""How much work one file may ask for; sizes bound the time, for there is no clock here."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """`unpacked` bytes of all parts of one file, `members` in it, `pages` and `characters` of text read."""

    unpacked: int = 200 * MEGABYTE
    members: int = 10_000
    pages: int = 2_000
    characters: int = 2_000_000
