"""What is kept of an item when it is received, so that later ones can be held against it."""

from __future__ import annotations

from typing import Any

from gevinst.engines.blockkit.contract import Item

TOLD, LINES = "told", "lines"
NEAR = "~"  # before the keys by which only the latest items are looked up
LONGEST = 200


def kept(item: Item) -> dict[str, Any]:
    """What stands in `WorkItem.keys`: the keys, and what the block wants handed back."""
    back: dict[str, Any] = {}
    if item.told:
        back[TOLD] = dict(item.told)
    if item.lines:
        back[LINES] = [dict(line) for line in item.lines]
    return {**item.keys, **back}


def looked_up_by(item: Item) -> list[str]:
    """What stands in `WorkItem.key_values`."""
    near = {f"{NEAR}{value}"[:LONGEST] for value in item.near.values() if value}
    return sorted({value[:LONGEST] for value in item.keys.values() if value} | near)
