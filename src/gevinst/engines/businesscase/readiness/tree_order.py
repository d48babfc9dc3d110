"""The order of a benefit tree: every node after those before it, and how deep each lies."""

from __future__ import annotations

from gevinst.engines.businesscase.readiness.tree import Tree, rise
from gevinst.engines.businesscase.readiness.tree_nodes import RANK, Node


def in_order(tree: Tree) -> tuple[Node, ...]:
    """The nodes so that every forward arrow runs from an earlier to a later one; by kind first."""
    depth = depths(tree)
    place = {node.id: index for index, node in enumerate(tree.nodes)}

    def key(node: Node) -> tuple[int, int, int]:
        return RANK[node.kind], depth[node.id], place[node.id]

    return tuple(sorted(tree.nodes, key=key))


def depths(tree: Tree) -> dict[str, int]:
    """For each node the length of the longest way to it through nodes of its own kind."""
    inner = [edge for edge in tree.forward if rise(tree, edge) == 0]
    depth = {node.id: 0 for node in tree.nodes}
    # A way within a kind is at most as long as there are arrows within kinds.
    for _round in range(len(inner)):
        moved = False
        for edge in inner:
            if depth[edge.target] <= depth[edge.source]:
                depth[edge.target] = depth[edge.source] + 1
                moved = True
        if not moved:
            break
    return depth
