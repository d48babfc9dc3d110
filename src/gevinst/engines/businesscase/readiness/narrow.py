"""Lays a benefit tree out from top to bottom for a screen of 390 px, its arrows in a gutter."""

from __future__ import annotations

from typing import Final

from gevinst.engines.businesscase.readiness.geometry import PADDING, TITLE_SIZE, boxed, lacks, moved
from gevinst.engines.businesscase.readiness.lanes import lanes_of
from gevinst.engines.businesscase.readiness.layers import layers
from gevinst.engines.businesscase.readiness.text_width import wrap
from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.engines.businesscase.readiness.tree_nodes import Edge, Kind
from gevinst.engines.businesscase.readiness.tree_words import (
    Box,
    Drawing,
    Line,
    TextLine,
    TreeWords,
)

_WIDTH: Final = 358.0
_MARGIN: Final = 4.0
_BETWEEN: Final = 12.0
_HEAD: Final = 24.0
_LANE: Final = 14.0
_GUTTER: Final = 128.0
_PORT: Final = 14.0


def narrow_positions(tree: Tree, words: TreeWords) -> Drawing:
    """The tree from top to bottom, 358 px wide; no box overlaps another, no arrow runs through one."""
    nodes = [node for layer in layers(tree) for node in layer.nodes]
    lanes = lanes_of(tree, nodes)
    step = min(_LANE, _GUTTER / max(len(set(lanes.values())), 1))
    left = _MARGIN + step * (max(lanes.values(), default=-1) + 1) + _PORT
    lacking = lacks(tree, words)
    headings: list[TextLine] = []
    placed: dict[str, Box] = {}
    y = _MARGIN
    last: Kind | None = None
    for node in nodes:
        if node.kind is not last:
            fresh = _heading(words.kinds[node.kind], left, y)
            headings += fresh
            y += _HEAD * len(fresh) + _BETWEEN / 2
            last = node.kind
        box = boxed(node, lacking.get(node.id, []), words, left, _WIDTH - left - _MARGIN)
        placed[node.id] = moved(box, y)
        y += box.height + _BETWEEN
    lines = tuple(
        _line(edge, placed, left - _PORT - step * lanes[edge.source], edge in tree.against)
        for edge in (*tree.forward, *tree.against)
    )
    ordered = tuple(placed[node.id] for node in tree.nodes)
    return Drawing(_WIDTH, round(y + _MARGIN, 1), tuple(headings), ordered, lines)


def _heading(text: str, left: float, y: float) -> list[TextLine]:
    lines = wrap(text, _WIDTH - left - _MARGIN, TITLE_SIZE)
    return [
        TextLine(left, round(y + _HEAD * (row + 1) - PADDING / 2, 1), line, "heading")
        for row, line in enumerate(lines)
    ]


def _line(edge: Edge, placed: dict[str, Box], x: float, against: bool) -> Line:
    """Out at the foot of the source, along its lane, in at the head of the target."""
    source, target = placed[edge.source], placed[edge.target]
    leave = round(source.y + source.height - _PORT, 1)
    enter = round(target.y + _PORT, 1)
    points = ((source.x, leave), (round(x, 1), leave), (round(x, 1), enter), (target.x, enter))
    return Line(edge, points, against)
