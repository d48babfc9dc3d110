"""The columns of a wide tree in px, and where its arrows run between and around them."""

from __future__ import annotations

from typing import Final

from gevinst.engines.businesscase.readiness.layers import Bend, Grid, Slot
from gevinst.engines.businesscase.readiness.tree_nodes import Edge
from gevinst.engines.businesscase.readiness.tree_words import Box, Line, Point

BOX_WIDTH: Final = 200.0
GAP: Final = 56.0
MARGIN: Final = 24.0
BEND: Final = 8.0
LANE: Final = 12.0


def column_left(column: int) -> float:
    """Where a column begins, px from the left."""
    return MARGIN + column * (BOX_WIDTH + GAP)


def through(edge: Edge, held: Grid, placed: dict[str, Box], tops: dict[Slot, float]) -> Line:
    """From the right of the source through its bends to the left of the target."""
    source, target = placed[edge.source], placed[edge.target]
    points: list[Point] = [(source.x + source.width, _middle(source))]
    for slot in held.routes[edge]:
        if isinstance(slot, Bend):
            y = round(tops[slot] + BEND / 2, 1)
            points += [(column_left(slot.layer), y), (column_left(slot.layer) + BOX_WIDTH, y)]
    return Line(edge, (*points, (target.x, _middle(target))), against=False)


def around(edge: Edge, placed: dict[str, Box], bottom: float, number: int) -> Line:
    """Out to the right, below everything, and in from the left: it never crosses a box."""
    source, target = placed[edge.source], placed[edge.target]
    out = source.x + source.width + MARGIN / 2
    into = target.x - MARGIN / 2
    low = bottom + LANE * (number + 1)
    return Line(
        edge,
        (
            (source.x + source.width, _middle(source)),
            (out, _middle(source)),
            (out, low),
            (into, low),
            (into, _middle(target)),
            (target.x, _middle(target)),
        ),
        against=True,
    )


def _middle(box: Box) -> float:
    return round(box.y + box.height / 2, 1)
