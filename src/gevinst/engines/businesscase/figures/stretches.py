"""Every stretch of an unknown that meets the figure, those that touch joined into one."""

from __future__ import annotations

import itertools
from decimal import Decimal

from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.search import Search, around, crossing
from gevinst.engines.businesscase.figures.solution import Solution, solution_note


def solved(unknown: str, search: Search, grid: list[Decimal]) -> Solution:
    """What a search over a grid finds, its stretches joined."""
    found = _merged(_stretches(search, grid))
    stretches = tuple(stretch for stretch, _ in found)
    note = solution_note(unknown, [str(stretch) for stretch in stretches])
    return Solution(unknown, stretches, tuple(point for _, point in found), note)


def _stretches(search: Search, grid: list[Decimal]) -> list[tuple[Interval, Decimal | None]]:
    found: list[tuple[Interval, Decimal | None]] = []
    for index, (low, high) in enumerate(itertools.pairwise(grid)):
        if found and found[-1][1] is not None and high <= found[-1][0].high:
            continue
        root = crossing(search, low, high)
        if root is not None and search.meets(root):
            found.append((around(search, grid, index, root), root))
        elif search.meets(low) or search.meets(high):
            inside = low if search.meets(low) else high
            found.append((around(search, grid, index, inside), None))
    return found


def _merged(
    found: list[tuple[Interval, Decimal | None]],
) -> list[tuple[Interval, Decimal | None]]:
    kept: list[tuple[Interval, Decimal | None]] = []
    for stretch, point in sorted(found, key=lambda pair: pair[0].low):
        if kept and stretch.low <= kept[-1][0].high:
            last, before = kept.pop()
            joined = Interval(last.low, max(last.high, stretch.high))
            kept.append((joined, point if before is None else before))
        else:
            kept.append((stretch, point))
    return kept
