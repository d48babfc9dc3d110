"""Lays a benefit tree out from left to right: a column a kind, for screens with room and for print."""

from __future__ import annotations

from typing import Final

from gevinst.engines.businesscase.readiness.geometry import PADDING, TITLE_SIZE, boxed, lacks, moved
from gevinst.engines.businesscase.readiness.layers import Grid, Slot, grid
from gevinst.engines.businesscase.readiness.text_width import wrap
from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.engines.businesscase.readiness.tree_nodes import Node
from gevinst.engines.businesscase.readiness.tree_words import Drawing, TextLine, TreeWords
from gevinst.engines.businesscase.readiness.wide_arrows import (
    BEND,
    BOX_WIDTH,
    GAP,
    LANE,
    MARGIN,
    around,
    column_left,
    through,
)

_BETWEEN: Final = 20.0
_HEAD: Final = 24.0


def wide_positions(tree: Tree, words: TreeWords) -> Drawing:
    """The tree from left to right; no box overlaps another and no arrow runs through a box."""
    held = grid(tree)
    lacking = lacks(tree, words)
    boxes = [
        boxed(slot, lacking.get(slot.id, []), words, column_left(index), BOX_WIDTH)
        for index, column in enumerate(held.columns)
        for slot in column
        if isinstance(slot, Node)
    ]
    heights: dict[Slot, float] = {box.node: box.height for box in boxes}
    headings, top = _headings(held, words)
    tops, bottom = _tops(held, heights, top)
    placed = {box.node.id: moved(box, tops[box.node]) for box in boxes}
    lines = [through(edge, held, placed, tops) for edge in tree.forward]
    for number, edge in enumerate(tree.against):
        lines.append(around(edge, placed, bottom, number))
    width = column_left(max(len(held.columns), 1)) - GAP + MARGIN
    height = bottom + MARGIN + LANE * len(tree.against)
    ordered = tuple(placed[node.id] for node in tree.nodes)
    return Drawing(width, height, headings, ordered, tuple(lines))


def _headings(held: Grid, words: TreeWords) -> tuple[tuple[TextLine, ...], float]:
    """The name of each kind over its first column, and where the boxes may begin."""
    lines: list[TextLine] = []
    most = 1
    for index, kind in enumerate(held.kinds):
        if index and held.kinds[index - 1] is kind:
            continue
        wrapped = wrap(words.kinds[kind], BOX_WIDTH, TITLE_SIZE)
        most = max(most, len(wrapped))
        lines += [
            TextLine(column_left(index), MARGIN + _HEAD * (row + 1) - PADDING, text, "heading")
            for row, text in enumerate(wrapped)
        ]
    return tuple(lines), MARGIN + _HEAD * most


def _tops(held: Grid, heights: dict[Slot, float], top: float) -> tuple[dict[Slot, float], float]:
    """Where each slot begins, every column in the middle of the highest, and where all end."""
    highs = [
        sum(heights.get(slot, BEND) + _BETWEEN for slot in column) - _BETWEEN
        for column in held.columns
    ]
    highest = max(highs, default=0.0)
    tops: dict[Slot, float] = {}
    for column, high in zip(held.columns, highs, strict=True):
        y = top + (highest - high) / 2
        for slot in column:
            tops[slot] = y
            y += heights.get(slot, BEND) + _BETWEEN
    return tops, top + highest
