"""The lanes of the gutter that the arrows of a narrow tree run in."""

from __future__ import annotations

from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.engines.businesscase.readiness.tree_nodes import Node


def lanes_of(tree: Tree, nodes: list[Node]) -> dict[str, int]:
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
