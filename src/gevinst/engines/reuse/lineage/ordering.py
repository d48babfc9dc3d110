"""The order of each column: as few crossings as sweeps of barycentres and swaps of neighbours find.

Source: Sugiyama, Tagawa and Toda (1981), Methods for visual understanding of hierarchical system structures.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from itertools import pairwise

from gevinst.engines.reuse.lineage.vertices import Columns, Vertex

SWEEPS = 8
MOST_SWAPPED = 400  # vertices: above this, swapping costs more than it shows
Neighbours = Mapping[Vertex, Sequence[Vertex]]


def ordered(found: Columns) -> Columns:
    """The same vertices with each column in its best order found; a forest has no crossing."""
    best = _by_depth(found)
    fewest = crossings(best, found.after)
    order = best
    for sweep in range(SWEEPS):
        if not fewest:
            break
        order = _swept(order, found, rightward=sweep % 2 == 0)
        order = _swapped(order, found) if sum(map(len, order)) <= MOST_SWAPPED else order
        number = crossings(order, found.after)
        if number < fewest:
            best, fewest = order, number
    return Columns(best, found.before, found.after, found.chains)


def crossings(columns: Sequence[Sequence[Vertex]], after: Neighbours) -> int:
    """How many pairs of links cross.

    >>> a, b, c, d = (1, 0), (2, 0), (3, 0), (4, 0)
    >>> crossings([[a, b], [c, d]], {a: [d], b: [c]}), crossings([[a, b], [d, c]], {a: [d], b: [c]})
    (1, 0)
    """
    return sum(_between(left, right, after) for left, right in pairwise(columns))


def _between(left: Sequence[Vertex], right: Sequence[Vertex], after: Neighbours) -> int:
    place = {vertex: n for n, vertex in enumerate(right)}
    number, seen = 0, list[int]()
    for vertex in left:
        ends = sorted(place[each] for each in after.get(vertex, ()))
        number += sum(len(seen) - bisect_right(seen, end) for end in ends)
        for end in ends:
            insort(seen, end)
    return number


def _by_depth(found: Columns) -> list[list[Vertex]]:
    """Columns in the order in which a walk from the sources meets their vertices."""
    met: dict[Vertex, int] = {}
    for column in found.columns:
        for start in column:
            waiting = [start]
            while waiting:
                vertex = waiting.pop()
                if vertex in met:
                    continue
                met[vertex] = len(met)
                waiting += reversed(found.after.get(vertex, []))
    return [sorted(column, key=met.__getitem__) for column in found.columns]


def _swept(order: list[list[Vertex]], found: Columns, *, rightward: bool) -> list[list[Vertex]]:
    """Each column sorted by the mean place of its neighbours in the one swept before it."""
    swept = [list(column) for column in order]
    steps = range(1, len(swept)) if rightward else range(len(swept) - 2, -1, -1)
    beside = found.before if rightward else found.after
    for step in steps:
        near = swept[step - 1 if rightward else step + 1]
        place = {vertex: n for n, vertex in enumerate(near)}
        centre: dict[Vertex, float] = {}
        for n, vertex in enumerate(swept[step]):
            ends = [place[each] for each in beside.get(vertex, ())]
            centre[vertex] = sum(ends) / len(ends) if ends else float(n)
        swept[step].sort(key=centre.__getitem__)
    return swept


def _swapped(order: list[list[Vertex]], found: Columns) -> list[list[Vertex]]:
    """Neighbours swapped where that removes crossings, one pass down every column."""
    swapped = [list(column) for column in order]
    for n, column in enumerate(swapped):
        for upper in range(len(column) - 1):
            now = crossings(swapped[max(n - 1, 0) : n + 2], found.after)
            column[upper], column[upper + 1] = column[upper + 1], column[upper]
            if crossings(swapped[max(n - 1, 0) : n + 2], found.after) >= now:
                column[upper], column[upper + 1] = column[upper + 1], column[upper]
    return swapped
