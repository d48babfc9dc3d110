"""Lays a benefit tree out from top to bottom for a screen of 390 px, its arrows in a gutter."""

from __future__ import annotations

from typing import Final

from gevinst.engines.businesscase.readiness.geometry import (
    PADDING,
    TITLE_SIZE,
    Box,
    Drawing,
    Line,
    TextLine,
    TreeWords,
    boxed,
    lacks,
    moved,
    wrap,
)
from gevinst.engines.businesscase.readiness.layers import layers
from gevinst.engines.businesscase.readiness.tree import Edge, Kind, Node, Tree

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
    lanes = _lanes(tree, nodes)
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


def _lanes(tree: Tree, nodes: list[Node]) -> dict[str, int]:
    """For each node that arrows leave, a lane of the gutter no other uses beside the same boxes.

    Short ways come first and lie nearest to the boxes.
    """
    row = {node.id: index for index, node in enumerate(nodes)}
    spans: dict[str, tuple[int, int]] = {}
    for edge in (*tree.forward, *tree.against):
        low, high = spans.get(edge.source, (row[edge.source], row[edge.source]))
        spans[edge.source] = min(low, row[edge.target]), max(high, row[edge.target])
    lanes: dict[str, int] = {}
    for source in sorted(spans, key=lambda one: (spans[one][1] - spans[one][0], row[one])):
        low, high = spans[source]
        taken = {
            lane
            for other, lane in lanes.items()
            if spans[other][0] <= high and low <= spans[other][1]
        }
        lanes[source] = next(lane for lane in range(len(spans)) if lane not in taken)
    return lanes


def _line(edge: Edge, placed: dict[str, Box], x: float, against: bool) -> Line:
    """Out at the foot of the source, along its lane, in at the head of the target."""
    source, target = placed[edge.source], placed[edge.target]
    leave = round(source.y + source.height - _PORT, 1)
    enter = round(target.y + _PORT, 1)
    points = ((source.x, leave), (round(x, 1), leave), (round(x, 1), enter), (target.x, enter))
    return Line(edge, points, against)
