"""A search along one unknown: where the answer is crossed, and how far to both sides it still holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.figures.interval import Interval

_STEPS = 240
HALVINGS = 80


@dataclass(frozen=True, slots=True)
class Search:
    """The formula seen along its unknown: its value there, and whether that meets the figure."""

    value: Callable[[Decimal], Decimal | None]
    meets: Callable[[Decimal], bool]
    target: Decimal
    halvings: int = HALVINGS


def grid_over(bounds: tuple[Decimal, Decimal] | None) -> list[Decimal]:
    """The places to look at: 240 steps over the bounds, or the powers of ten on both sides of zero."""
    if bounds:
        step = (bounds[1] - bounds[0]) / _STEPS
        return [*(bounds[0] + step * n for n in range(_STEPS)), bounds[1]]
    sizes = [Decimal(m).scaleb(power) for power in range(-9, 13) for m in range(1, 10)]
    return [*(-size for size in reversed(sizes)), Decimal(0), *sizes]


def crossing(search: Search, low: Decimal, high: Decimal) -> Decimal | None:
    """Where the formula takes the printed value between two places, if it crosses it there."""
    at_low, at_high = search.value(low), search.value(high)
    if at_low is None or at_high is None:
        return None
    below, above = at_low - search.target, at_high - search.target
    if below == 0 or above == 0:
        return low if below == 0 else high
    if (below > 0) == (above > 0):
        return None
    for _ in range(search.halvings):
        middle = (low + high) / 2
        here = search.value(middle)
        if here is None:
            return None
        low, high = (middle, high) if (here - search.target > 0) == (below > 0) else (low, middle)
    return (low + high) / 2


def around(search: Search, grid: list[Decimal], index: int, inside: Decimal) -> Interval:
    """The stretch about a place that meets the figure, to where it no longer does on both sides."""
    left, right = index, index + 1
    while left > 0 and search.meets(grid[left]):
        left -= 1
    while right < len(grid) - 1 and search.meets(grid[right]):
        right += 1
    return Interval(_edge(search, inside, grid[left]), _edge(search, inside, grid[right]))


def _edge(search: Search, inside: Decimal, outside: Decimal) -> Decimal:
    if search.meets(outside):
        return outside
    for _ in range(search.halvings):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if search.meets(middle) else (inside, middle)
    return inside
