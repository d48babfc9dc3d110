"""Finds the installed blocks: the entry points of the group `gevinst.blocks`."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from typing import cast

from gevinst.engines.blockkit.contract import Block

GROUP = "gevinst.blocks"


class BlockNotFound(LookupError):
    """No installed package offers a block of this key."""

    def __init__(self, key: str, known: list[str]) -> None:
        super().__init__(f"no block {key!r}; installed: {', '.join(known) or 'none'}")
        self.key = key


@cache
def blocks() -> tuple[str, ...]:
    """The keys of the installed blocks, sorted. Nothing of them is imported."""
    return tuple(sorted(point.name for point in entry_points(group=GROUP)))


@cache
def block(key: str) -> Block:
    """The block of that key. Raises `BlockNotFound`."""
    for point in entry_points(group=GROUP, name=key):
        return cast(Block, point.load())
    raise BlockNotFound(key, list(blocks()))
