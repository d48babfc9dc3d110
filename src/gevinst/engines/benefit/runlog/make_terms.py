"""What a make of log is known by: its columns, and what its states can say of an item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Said(StrEnum):
    """What became of an item: nobody touched it, somebody must, or it is not an item of its own."""

    UNTOUCHED = "untouched"
    EXCEPTION = "exception"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Make:
    """A log with a line an item or run. `identity` is what tells a line met twice; `by_hand` columns
    that are filled when a person sent the item round again, which was counted as an exception before.
    """

    told_by: tuple[tuple[str, ...], ...]
    robot: tuple[str, ...]
    when: tuple[str, ...]
    status: tuple[str, ...]
    says: Mapping[str, Said]
    identity: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
