"""Generations: which column of the drawing each node stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Link(NamedTuple):
    """`target` was made of `source`."""

    source: int
    target: int


def without_circles(links: Sequence[Link]) -> list[Link]:
    """The links in their order, without doubles and without those that would close a circle.

    >>> without_circles([Link(1, 2), Link(2, 3), Link(3, 1), Link(1, 2), Link(2, 2)])
    [Link(source=1, target=2), Link(source=2, target=3)]
    """
    after: dict[int, list[int]] = {}
    kept: list[Link] = []
    for link in links:
        known = link.target in after.get(link.source, ())
        if known or _reaches(after, link.target, link.source):
            continue
        after.setdefault(link.source, []).append(link.target)
        kept.append(link)
    return kept


def layered(nodes: Sequence[int], links: Sequence[Link]) -> dict[int, int]:
    """Each node's generation from 0: right of all its sources, a source close to what was made of it.

    `links` hold no circle and only `nodes`.

    >>> layered([1, 2, 3, 4], [Link(1, 2), Link(2, 3), Link(4, 3)])
    {1: 0, 2: 1, 3: 2, 4: 1}
    """
    before: dict[int, list[int]] = {node: [] for node in nodes}
    after: dict[int, list[int]] = {node: [] for node in nodes}
    for source, target in links:
        before[target].append(source)
        after[source].append(target)
    found: dict[int, int] = {}
    for node in _in_order(nodes, before, after):
        found[node] = max((found[each] + 1 for each in before[node]), default=0)
    for node in nodes:
        if not before[node] and after[node]:
            found[node] = min(found[each] for each in after[node]) - 1
    return {node: found[node] for node in nodes}


def _in_order(
    nodes: Sequence[int], before: dict[int, list[int]], after: dict[int, list[int]]
) -> list[int]:
    """Every node after all its sources."""
    missing = {node: len(before[node]) for node in nodes}
    order = [node for node in nodes if not missing[node]]
    for node in order:
        for each in after[node]:
            missing[each] -= 1
            if not missing[each]:
                order.append(each)
    return order


def _reaches(after: dict[int, list[int]], start: int, wanted: int) -> bool:
    waiting, seen = [start], {start}
    while waiting:
        node = waiting.pop()
        if node == wanted:
            return True
        fresh = [each for each in after.get(node, ()) if each not in seen]
        seen.update(fresh)
        waiting += fresh
    return False
