"""Puts a benefit tree into columns by kind, with few crossings and always the same for the same tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from gevinst.engines.businesscase.readiness.crossings import few_crossings
from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.engines.businesscase.readiness.tree_nodes import Edge, Kind, Node
from gevinst.engines.businesscase.readiness.tree_order import depths, in_order


@dataclass(frozen=True, slots=True)
class Layer:
    """A column: nodes of one kind, top to bottom. A kind has two where one leads to another in it."""

    kind: Kind
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Bend:
    """Where an arrow that jumps over a column passes through it."""

    edge: Edge
    layer: int


Slot = Node | Bend


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns with nodes and bends in order, and for each forward arrow the slots it runs through."""

    kinds: tuple[Kind, ...]
    columns: tuple[tuple[Slot, ...], ...]
    routes: Mapping[Edge, tuple[Slot, ...]]


def layers(tree: Tree) -> tuple[Layer, ...]:
    """The columns of the tree: every node in exactly one, every forward arrow to a later one.

    >>> a, b = Node("a", Kind.PURPOSE, "Better care"), Node("b", Kind.CHANGE, "Screen visits")
    >>> [(layer.kind.value, [n.id for n in layer.nodes]) for layer in layers(Tree((b, a)))]
    [('purpose', ['a']), ('change', ['b'])]
    """
    held = grid(tree)
    return tuple(
        Layer(kind, tuple(slot for slot in column if isinstance(slot, Node)))
        for kind, column in zip(held.kinds, held.columns, strict=True)
    )


def grid(tree: Tree) -> Grid:
    """The columns with a slot for every arrow that passes through, so that no arrow crosses a box."""
    columns, layer_of, kinds = _columns(tree)
    routes: dict[Edge, tuple[Slot, ...]] = {}
    for edge in tree.forward:
        start, stop = layer_of[edge.source], layer_of[edge.target]
        bends = [Bend(edge, layer) for layer in range(start + 1, stop)]
        for bend in bends:
            columns[bend.layer].append(bend)
        routes[edge] = (tree.by_id[edge.source], *bends, tree.by_id[edge.target])
    return Grid(kinds, few_crossings(columns, _links(columns, layer_of, routes)), routes)


def _columns(tree: Tree) -> tuple[list[list[Slot]], dict[str, int], tuple[Kind, ...]]:
    """The columns by kind and depth within the kind, none of them empty."""
    depth = depths(tree)
    columns: list[list[Slot]] = []
    kinds: list[Kind] = []
    layer_of: dict[str, int] = {}
    last: tuple[Kind, int] | None = None
    for node in in_order(tree):
        key = (node.kind, depth[node.id])
        if key != last:
            columns.append([])
            kinds.append(node.kind)
            last = key
        columns[-1].append(node)
        layer_of[node.id] = len(columns) - 1
    return columns, layer_of, tuple(kinds)


def _links(
    columns: list[list[Slot]],
    layer_of: Mapping[str, int],
    routes: Mapping[Edge, tuple[Slot, ...]],
) -> list[list[tuple[int, int]]]:
    """Between each two neighbouring columns the pairs of places that an arrow joins."""
    place = {slot: index for column in columns for index, slot in enumerate(column)}
    links: list[list[tuple[int, int]]] = [[] for _ in columns[1:]]
    for edge, route in routes.items():
        start = layer_of[edge.source]
        for step, (one, other) in enumerate(pairwise(route)):
            links[start + step].append((place[one], place[other]))
    return links
