"""The lowest and highest answer of a formula whose inputs move, from its corners inwards."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from decimal import Decimal

from gevinst.engines.businesscase.figures.answers import ENDLESS, Outcome
from gevinst.engines.businesscase.figures.climb import Place, climbed
from gevinst.engines.businesscase.figures.interval import Interval, hull

_CORNERS_OF = 10


def searched(
    at: Callable[[Place], Outcome | None],
    point: Outcome,
    start: Place,
    moving: Sequence[Interval],
) -> list[Interval]:
    """The interval of each number in the answer; endless where a corner has no value."""
    if not moving:
        return [Interval(number, number) for number in point]
    middle = tuple((each.low + each.high) / 2 for each in moving)
    places = [start, middle, *_corners(start, moving)]
    outcomes = [(place, at(place)) for place in places]
    if any(outcome is None for _, outcome in outcomes):
        return [Interval(-ENDLESS, ENDLESS) for _ in point]
    known = [(place, outcome) for place, outcome in outcomes if outcome is not None]
    return [_extremes(at, known, index, moving) for index in range(len(point))]


def _corners(start: Place, moving: Sequence[Interval]) -> list[Place]:
    if len(moving) <= _CORNERS_OF:
        return list(itertools.product(*((each.low, each.high) for each in moving)))
    return [
        (*start[:index], end, *start[index + 1 :])
        for index, each in enumerate(moving)
        for end in (each.low, each.high)
    ]


def _extremes(
    at: Callable[[Place], Outcome | None],
    known: Sequence[tuple[Place, Outcome]],
    index: int,
    moving: Sequence[Interval],
) -> Interval:
    ends = []
    for sign in (-1, 1):

        def height(place: Place, sign: int = sign) -> Decimal:
            found = at(place)
            return ENDLESS if found is None else sign * found[index]

        best = max(known, key=lambda pair, sign=sign: sign * pair[1][index])  # type: ignore[misc]
        ends.append(sign * climbed(height, best[0], sign * best[1][index], moving))
    return hull(ends)
