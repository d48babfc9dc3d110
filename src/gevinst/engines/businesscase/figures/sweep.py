"""What a formula can come to when each input moves over the interval its printed figure stands for.

How it is found: first every corner (each input at its low or high end; with more than ten inputs that
move, the ends one input at a time), which is the answer where the formula rises or falls steadily in
each input. Then, from the point, the middle and the best corners, each input in turn is tried at inner
points with the others held, and the best place is narrowed down by thirds, until nothing gets better:
that finds the top of a formula that turns inside. A place where the formula has no value (a divisor
that passes zero) makes the interval endless. Steps (rounding, true/false) are seen where an inner point
lands on them.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from typing import Any, Protocol

from gevinst.engines.businesscase.figures.formula import FormulaError
from gevinst.engines.businesscase.figures.interval import Interval, hull

ENDLESS = Decimal("Infinity")
_CORNERS_OF = 10
_INNER = 8
_THIRDS = 60
_ROUNDS = 4

Place = tuple[Decimal, ...]
Outcome = tuple[Decimal, ...]


class Answering(Protocol):
    """Anything that gives an answer for named values: a formula, or a formula over a whole case."""

    @property
    def names(self) -> frozenset[str]:
        """The names that move the answer."""
        ...

    def value(self, values: Mapping[str, Any]) -> Any:
        """The answer. Raises: FormulaError where there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Hits:
    """Whether the value itself, and whether its interval, meets what was published."""

    point: bool
    interval: bool


def hits(point: Decimal, interval: Interval | None, published: Interval) -> Hits:
    """Point hit and interval hit apart; without an interval both are the point's.

    >>> told = Interval(Decimal("81.45"), Decimal("81.55"))
    >>> hits(Decimal("81.25"), Interval(Decimal("75.8"), Decimal("87.1")), told)
    Hits(point=False, interval=True)
    """
    exact = point in published
    return Hits(exact, exact or (interval is not None and interval.meets(published)))


def sweep(
    formula: Answering, inputs: Mapping[str, Any], intervals: Mapping[str, Interval]
) -> Interval:
    """The interval of a formula with one number as its answer (true counts 1, never counts endless).

    Raises: FormulaError where the formula has no value at the point itself.

    >>> from gevinst.engines.businesscase.figures.formula import parse
    >>> half = Interval(Decimal("5.25"), Decimal("5.35"))
    >>> str(sweep(parse("visits*minutes/60"), {"visits": 240, "minutes": Decimal("5.3")}, {"minutes": half}))
    '[21.00, 21.40]'
    """
    found = sweep_all(formula, inputs, intervals)
    if len(found) != 1:
        raise FormulaError(f"an answer of {len(found)} numbers; expected one")
    return found[0]


def sweep_all(
    formula: Answering, inputs: Mapping[str, Any], intervals: Mapping[str, Interval]
) -> list[Interval]:
    """The interval of each number in the answer, be it one number or a list of them."""
    point = flat(formula.value(inputs))
    moving = {name: each for name, each in intervals.items() if name in formula.names}

    def at(place: Place) -> Outcome | None:
        try:
            found = flat(formula.value({**inputs, **dict(zip(moving, place, strict=True))}))
        except FormulaError:
            return None
        return found if len(found) == len(point) else None

    with localcontext(Context(prec=50)):
        return _searched(at, point, _start(inputs, moving), list(moving.values()))


def flat(value: Any) -> Outcome:
    """The numbers of an answer in a row: true counts 1, None (never) counts endless.

    Raises: FormulaError for a text.

    >>> flat([Decimal("1.5"), [True, None]])
    (Decimal('1.5'), Decimal('1'), Decimal('Infinity'))
    """
    if isinstance(value, list | tuple):
        return tuple(number for part in value for number in flat(part))
    if value is None:
        return (ENDLESS,)
    if not isinstance(value, int | Decimal):
        raise FormulaError(f"an answer of {value!r}; expected a number")
    return (Decimal(value),)


def _start(inputs: Mapping[str, Any], moving: Mapping[str, Interval]) -> Place:
    return tuple(
        Decimal(str(inputs[name])) if name in inputs else (each.low + each.high) / 2
        for name, each in moving.items()
    )


def _searched(
    at: Callable[[Place], Outcome | None],
    point: Outcome,
    start: Place,
    moving: Sequence[Interval],
) -> list[Interval]:
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
        ends.append(sign * _climbed(height, best[0], sign * best[1][index], moving))
    return hull(ends)


def _climbed(
    height: Callable[[Place], Decimal], place: Place, best: Decimal, moving: Sequence[Interval]
) -> Decimal:
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
