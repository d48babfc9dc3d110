"""The drawing's vertices: nodes, and the bends by which long links pass the columns between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from gevinst.engines.reuse.lineage.layers import Link

# A node as (key, 0); a bend as (number of the link, its column), the number below zero.
Vertex = tuple[int, int]


@dataclass(slots=True)
class Columns:
    """`columns` hold vertices from the top down; edges join neighbouring columns only."""

    columns: list[list[Vertex]]
    before: dict[Vertex, list[Vertex]] = field(default_factory=dict)
    after: dict[Vertex, list[Vertex]] = field(default_factory=dict)
    chains: dict[Link, list[Vertex]] = field(default_factory=dict)


def is_bend(vertex: Vertex) -> bool:
    """Whether a vertex is only a place that a link passes.

    >>> is_bend((7, 0)), is_bend((-1, 3))
    (False, True)
    """
    return vertex[1] > 0


def split(nodes: Sequence[int], links: Sequence[Link], layer: Mapping[int, int]) -> Columns:
    """Nodes and links as columns of vertices, each link cut at every column between its ends.

    >>> split([1, 2, 3], [Link(1, 2), Link(2, 3), Link(1, 3)], {1: 0, 2: 1, 3: 2}).columns
    [[(1, 0)], [(2, 0), (-3, 1)], [(3, 0)]]
    """
    found = Columns([[] for _ in range(1 + max(layer.values(), default=-1))])
    for node in nodes:
        found.columns[layer[node]].append((node, 0))
    for number, link in enumerate(links, start=1):
        between = range(layer[link.source] + 1, layer[link.target])
        bends: list[Vertex] = [(-number, column) for column in between]
        for column, bend in zip(between, bends, strict=True):
            found.columns[column].append(bend)
        found.chains[link] = [(link.source, 0), *bends, (link.target, 0)]
        _join(found, found.chains[link])
    return found


def _join(found: Columns, chain: list[Vertex]) -> None:
    for left, right in pairwise(chain):
        found.after.setdefault(left, []).append(right)
        found.before.setdefault(right, []).append(left)
