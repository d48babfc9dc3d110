"""Lays a benefit tree out from left to right: a column a kind, for screens with room and for print."""

from __future__ import annotations

from typing import Final

from gevinst.engines.businesscase.readiness.geometry import (
    PADDING,
    TITLE_SIZE,
    Box,
    Drawing,
    Line,
    Point,
    TextLine,
    TreeWords,
    boxed,
    lacks,
    moved,
    wrap,
)
from gevinst.engines.businesscase.readiness.layers import Bend, Grid, Slot, grid
from gevinst.engines.businesscase.readiness.tree import Edge, Node, Tree

_BOX: Final = 200.0
_GAP: Final = 56.0
_MARGIN: Final = 24.0
_BETWEEN: Final = 20.0
_BEND: Final = 8.0
_LANE: Final = 12.0
_HEAD: Final = 24.0


def wide_positions(tree: Tree, words: TreeWords) -> Drawing:
    """The tree from left to right; no box overlaps another and no arrow runs through a box."""
    held = grid(tree)
    lacking = lacks(tree, words)
    boxes = [
        boxed(slot, lacking.get(slot.id, []), words, _left(index), _BOX)
        for index, column in enumerate(held.columns)
        for slot in column
        if isinstance(slot, Node)
    ]
    heights: dict[Slot, float] = {box.node: box.height for box in boxes}
    headings, top = _headings(held, words)
    tops, bottom = _tops(held, heights, top)
    placed = {box.node.id: moved(box, tops[box.node]) for box in boxes}
    lines = [_through(edge, held, placed, tops) for edge in tree.forward]
    for number, edge in enumerate(tree.against):
        lines.append(_around(edge, placed, bottom, number))
    width = _left(max(len(held.columns), 1)) - _GAP + _MARGIN
    height = bottom + _MARGIN + _LANE * len(tree.against)
    ordered = tuple(placed[node.id] for node in tree.nodes)
    return Drawing(width, height, headings, ordered, tuple(lines))


def _left(column: int) -> float:
    return _MARGIN + column * (_BOX + _GAP)


def _headings(held: Grid, words: TreeWords) -> tuple[tuple[TextLine, ...], float]:
    """The name of each kind over its first column, and where the boxes may begin."""
    lines: list[TextLine] = []
    most = 1
    for index, kind in enumerate(held.kinds):
        if index and held.kinds[index - 1] is kind:
            continue
        wrapped = wrap(words.kinds[kind], _BOX, TITLE_SIZE)
        most = max(most, len(wrapped))
        lines += [
            TextLine(_left(index), _MARGIN + _HEAD * (row + 1) - PADDING, text, "heading")
            for row, text in enumerate(wrapped)
        ]
    return tuple(lines), _MARGIN + _HEAD * most


def _tops(held: Grid, heights: dict[Slot, float], top: float) -> tuple[dict[Slot, float], float]:
    """Where each slot begins, every column in the middle of the highest, and where all end."""
    highs = [
        sum(heights.get(slot, _BEND) + _BETWEEN for slot in column) - _BETWEEN
        for column in held.columns
    ]
    highest = max(highs, default=0.0)
    tops: dict[Slot, float] = {}
    for column, high in zip(held.columns, highs, strict=True):
        y = top + (highest - high) / 2
        for slot in column:
            tops[slot] = y
            y += heights.get(slot, _BEND) + _BETWEEN
    return tops, top + highest


def _through(edge: Edge, held: Grid, placed: dict[str, Box], tops: dict[Slot, float]) -> Line:
    """From the right of the source through its bends to the left of the target."""
    source, target = placed[edge.source], placed[edge.target]
    points: list[Point] = [(source.x + source.width, _middle(source))]
    for slot in held.routes[edge]:
        if isinstance(slot, Bend):
            y = round(tops[slot] + _BEND / 2, 1)
            points += [(_left(slot.layer), y), (_left(slot.layer) + _BOX, y)]
    return Line(edge, (*points, (target.x, _middle(target))), against=False)


def _around(edge: Edge, placed: dict[str, Box], bottom: float, number: int) -> Line:
    """Out to the right, below everything, and in from the left: it never crosses a box."""
    source, target = placed[edge.source], placed[edge.target]
    out = source.x + source.width + _MARGIN / 2
    into = target.x - _MARGIN / 2
    low = bottom + _LANE * (number + 1)
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
