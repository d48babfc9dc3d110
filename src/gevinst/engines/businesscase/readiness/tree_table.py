"""The benefit tree as a table: one row for every path, so that the drawing can also be read aloud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.engines.businesscase.readiness.tree_nodes import Kind, Node
from gevinst.engines.businesscase.readiness.tree_order import in_order


@dataclass(frozen=True, slots=True)
class Row:
    """One path through the tree, from its first node to its last."""

    path: tuple[Node, ...]

    def of(self, kind: Kind) -> tuple[Node, ...]:
        """The nodes of a kind on the path, in order: a cell of the table."""
        return tuple(node for node in self.path if node.kind is kind)


def rows(tree: Tree, *, limit: int = 500) -> tuple[Row, ...]:
    """The tree as a table: one row for every path along the forward arrows, at most `limit`.

    Every node stands in a row as long as `path_count` is within the limit.

    >>> from gevinst.engines.businesscase.readiness.tree_nodes import Edge
    >>> goal, change = Node("a", Kind.PURPOSE, "Better care"), Node("b", Kind.CHANGE, "Screen visits")
    >>> [[n.title for n in row.path] for row in rows(Tree((goal, change), (Edge("a", "b"),)))]
    [['Better care', 'Screen visits']]
    """
    after, before = _neighbours(tree)
    starts = (node for node in tree.nodes if not before[node.id])
    paths = (path for node in starts for path in _paths(tree, after, node.id))
    return tuple(Row(path) for path in islice(paths, limit))


def path_count(tree: Tree) -> int:
    """How many rows the whole table has, counted without writing them out."""
    after, before = _neighbours(tree)
    counted: dict[str, int] = {}
    for node in reversed(in_order(tree)):
        counted[node.id] = sum(counted[one] for one in after[node.id]) or 1
    return sum(counted[node.id] for node in tree.nodes if not before[node.id])


def _neighbours(tree: Tree) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    after: dict[str, list[str]] = {node.id: [] for node in tree.nodes}
    before: dict[str, list[str]] = {node.id: [] for node in tree.nodes}
    for edge in tree.forward:
        after[edge.source].append(edge.target)
        before[edge.target].append(edge.source)
    return after, before


def _paths(tree: Tree, after: Mapping[str, list[str]], start: str) -> Iterator[tuple[Node, ...]]:
    """Every path from `start` to a node with nothing after it, in the order of the arrows."""
    waiting: list[tuple[str, ...]] = [(start,)]
    while waiting:
        path = waiting.pop()
        onward = after[path[-1]]
        if not onward:
            yield tuple(tree.by_id[one] for one in path)
        waiting += [(*path, one) for one in reversed(onward)]
