"""The benefit tree as a value, its arrows forward and against, and what is reached from a node."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from gevinst.engines.businesscase.readiness.tree_nodes import RANK, Edge, Node


@dataclass(frozen=True)
class Tree:
    """Nodes and arrows. The order of the nodes decides between equals, so that a drawing is stable.

    Raises `ValueError` where two nodes have the same id.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...] = ()
    by_id: Mapping[str, Node] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        held = {node.id: node for node in self.nodes}
        if len(held) < len(self.nodes):
            ids = [node.id for node in self.nodes]
            twice = next(one for one in ids if ids.count(one) > 1)
            raise ValueError(f"two nodes have the id {twice!r}; give each its own")
        object.__setattr__(self, "by_id", held)

    @cached_property
    def sorted_edges(self) -> tuple[tuple[Edge, ...], tuple[Edge, ...]]:
        """The arrows that run forward and close no ring, and those that do not; each pair once."""
        return _sorted(self)

    @property
    def forward(self) -> tuple[Edge, ...]:
        """The arrows between known nodes that run forward and close no ring: a graph without rings."""
        return self.sorted_edges[0]

    @property
    def against(self) -> tuple[Edge, ...]:
        """The arrows between known nodes that run against the order, or close a ring."""
        return self.sorted_edges[1]


def _sorted(tree: Tree) -> tuple[tuple[Edge, ...], tuple[Edge, ...]]:
    forward: dict[Edge, None] = {}
    against: dict[Edge, None] = {}
    after: dict[str, list[str]] = {node.id: [] for node in tree.nodes}
    for edge in tree.edges:
        if edge.source not in after or edge.target not in after:
            continue
        up = rise(tree, edge)
        # Only arrows within a kind can close a ring of arrows that never run back.
        if up < 0 or (up == 0 and reaches(after, edge.target, edge.source)):
            against[edge] = None
        else:
            forward[edge] = None
            after[edge.source].append(edge.target)
    return tuple(forward), tuple(against)


def rise(tree: Tree, edge: Edge) -> int:
    """How many kinds the arrow moves forward; negative where it runs back."""
    return RANK[tree.by_id[edge.target].kind] - RANK[tree.by_id[edge.source].kind]


def reaches(after: Mapping[str, list[str]], start: str, goal: str) -> bool:
    """Whether there is a way from `start` to `goal`; a node reaches itself."""
    waiting, seen = [start], {start}
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        fresh = [one for one in after[here] if one not in seen]
        seen.update(fresh)
        waiting += fresh
    return False
