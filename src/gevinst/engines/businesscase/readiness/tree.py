"""The benefit tree: purpose, change, intermediate and end benefit, indicator; its arrows and its order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Final


class Kind(StrEnum):
    """What a node is, in the order the arrows run."""

    PURPOSE = "purpose"
    CHANGE = "change"
    INTERMEDIATE = "intermediate"
    END = "end"
    INDICATOR = "indicator"


_RANK: Final[Mapping[Kind, int]] = {kind: rank for rank, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Measure:
    """How an indicator is measured, decided before the start; "" is not decided."""

    unit: str = ""
    data_source: str = ""
    frequency: str = ""
    resources: str = ""
    ensured_by: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the tree; `owner` is a role, and only an indicator has a `measure`."""

    id: str
    kind: Kind
    title: str
    owner: str = ""
    measure: Measure | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow: `source` brings about `target`, or is measured by it."""

    source: str
    target: str


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
    return _RANK[tree.by_id[edge.target].kind] - _RANK[tree.by_id[edge.source].kind]


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


def in_order(tree: Tree) -> tuple[Node, ...]:
    """The nodes so that every forward arrow runs from an earlier to a later one; by kind first."""
    depth = depths(tree)
    place = {node.id: index for index, node in enumerate(tree.nodes)}

    def key(node: Node) -> tuple[int, int, int]:
        return _RANK[node.kind], depth[node.id], place[node.id]

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
