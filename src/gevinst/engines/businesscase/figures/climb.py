"""The climb to the best place of a formula, one input at a time over its interval."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from gevinst.engines.businesscase.figures.answers import ENDLESS
from gevinst.engines.businesscase.figures.interval import Interval

_INNER = 8
_THIRDS = 60
_ROUNDS = 4
Place = tuple[Decimal, ...]


def climbed(
    height: Callable[[Place], Decimal], place: Place, best: Decimal, moving: Sequence[Interval]
) -> Decimal:
    """The best height that is reached from a place, each input in turn moved over its interval."""
    for _ in range(_ROUNDS):
        before = best
        for index, each in enumerate(moving):
            place, best = _along(height, place, best, index, each)
        if best in (before, ENDLESS):
            break
    return best


def _along(
    height: Callable[[Place], Decimal], place: Place, best: Decimal, index: int, each: Interval
) -> tuple[Place, Decimal]:
    """The best place and height with one input moved over its interval and the others held."""

    def at(to: Decimal) -> tuple[Decimal, Decimal]:
        return height((*place[:index], to, *place[index + 1 :])), to

    step = each.width / _INNER
    tried = [at(each.low + step * n) for n in range(_INNER + 1)]
    heights = [found for found, _ in tried]
    top, at_top = max(tried)
    if heights not in (sorted(heights), sorted(heights, reverse=True)):
        low, high = max(each.low, at_top - step), min(each.high, at_top + step)
        top, at_top = max((top, at_top), _narrowed(at, low, high))
    return ((*place[:index], at_top, *place[index + 1 :]), top) if top > best else (place, best)


def _narrowed(
    at: Callable[[Decimal], tuple[Decimal, Decimal]], low: Decimal, high: Decimal
) -> tuple[Decimal, Decimal]:
    for _ in range(_THIRDS):
        third = (high - low) / 3
        left, right = at(low + third), at(high - third)
        low, high = (low, high - third) if left[0] > right[0] else (low + third, high)
    return max(left, right)
