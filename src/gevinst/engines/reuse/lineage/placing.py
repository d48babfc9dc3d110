"""How far down each vertex stands: close to its neighbours, never upon another, in the order given."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from gevinst.engines.reuse.lineage.vertices import Columns, Vertex

PASSES = 4
Apart = Callable[[Vertex, Vertex], float]


def placed(found: Columns, apart: Apart) -> dict[Vertex, float]:
    """The middle of each vertex from the top, the topmost at 0; neighbours of a column stand `apart`."""
    down: dict[Vertex, float] = {}
    for column in found.columns:
        wanted = [float(n) for n in range(len(column))]
        down.update(zip(column, spread(wanted, _steps(column, apart)), strict=True))
    for turn in range(PASSES):
        beside = found.before if turn % 2 == 0 else found.after
        columns = found.columns if turn % 2 == 0 else found.columns[::-1]
        for column in columns:
            wanted = [_mean(vertex, beside, down) for vertex in column]
            down.update(zip(column, spread(wanted, _steps(column, apart)), strict=True))
    top = min(down.values(), default=0.0)
    return {vertex: round(place - top, 2) for vertex, place in down.items()}


def spread(wanted: Sequence[float], steps: Sequence[float]) -> list[float]:
    """The places nearest to `wanted` (least squares) that keep the order and at least `steps` between.

    >>> spread([0, 0, 10], [4, 4])
    [-2.0, 2.0, 10.0]
    """
    offset, shifts = 0.0, [0.0]
    for step in steps:
        offset += step
        shifts.append(offset)
    pools: list[tuple[float, int]] = []
    for place, shift in zip(wanted, shifts, strict=False):
        mean, size = place - shift, 1
        while pools and pools[-1][0] > mean:
            above, number = pools.pop()
            mean = (above * number + mean * size) / (number + size)
            size += number
        pools.append((mean, size))
    level = [mean for mean, size in pools for _ in range(size)]
    return [place + shift for place, shift in zip(level, shifts, strict=False)]


def _steps(column: Sequence[Vertex], apart: Apart) -> list[float]:
    return [apart(upper, lower) for upper, lower in pairwise(column)]


def _mean(
    vertex: Vertex, beside: Mapping[Vertex, Sequence[Vertex]], down: Mapping[Vertex, float]
) -> float:
    near = beside.get(vertex, ())
    return sum(down[each] for each in near) / len(near) if near else down[vertex]
