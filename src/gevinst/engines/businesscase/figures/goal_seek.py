"""Solving a formula for the one input left out, from the figure that was published.

The search looks at a grid over the bounds (or, without bounds, over the powers of ten on both sides of
zero) for places where the formula crosses the figure, halves each exactly in `Decimal`, and then finds
how far to both sides the answer still meets what was printed. Two solutions closer than a step of the
grid (a 240th of the bounds) may be seen as one.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from typing import Any

from gevinst.engines.businesscase.figures.formula import Formula, FormulaError
from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.published import Published
from gevinst.engines.businesscase.figures.sweep import flat, sweep
from gevinst.engines.businesscase.notes import Note

_STEPS = 240
_HALVINGS = 80
_MOST_INTEGERS = 100_000


@dataclass(frozen=True, slots=True)
class Solution:
    """Every stretch of the unknown that gives the figure, and within each the value that hits it.

    A hit gives the printed value, or the middle of what it can stand for where the printed value is only
    an edge of that (just under 5). `points` go with `intervals` one by one, None where it is jumped over;
    `note` says so where there is none (`no-solution`) or more than one (`several-solutions`).
    """

    unknown: str
    intervals: tuple[Interval, ...]
    points: tuple[Decimal | None, ...]
    note: Note | None

    @property
    def interval(self) -> Interval | None:
        """The only stretch; None where there is none or several."""
        return self.intervals[0] if len(self.intervals) == 1 else None

    @property
    def point(self) -> Decimal | None:
        """The value that hits the figure; None where there is none or several."""
        return self.points[0] if len(self.points) == 1 else None


@dataclass(frozen=True, slots=True)
class _Search:
    """The formula seen along its unknown: its value there, and whether that meets the figure."""

    value: Callable[[Decimal], Decimal | None]
    meets: Callable[[Decimal], bool]
    target: Decimal
    halvings: int = _HALVINGS


def solve(
    formula: Formula,
    unknown: str,
    known: Mapping[str, Any],
    target: Published,
    bounds: tuple[Decimal, Decimal] | None = None,
    *,
    intervals: Mapping[str, Interval] | None = None,
) -> Solution:
    """What the unknown must have been for the formula to give the published figure.

    `intervals` let known inputs move over their roundings, which widens the answer.
    Raises: ValueError where the unknown is not in the formula or the bounds are the wrong way round.

    >>> from gevinst.engines.businesscase.figures.formula import parse
    >>> told = Published(Decimal("2.4"), 1)
    >>> found = solve(parse("hours/e"), "e", {"hours": 2792}, told, (Decimal(1000), Decimal(1924)))
    >>> found.point.quantize(Decimal("0.1")), str(found.interval)[:7]
    (Decimal('1163.3'), '[1139.5')
    """
    _check(formula, unknown, bounds)
    moving = {name: each for name, each in (intervals or {}).items() if name != unknown}
    with localcontext(Context(prec=50)):
        search = _along(formula, unknown, known, target, moving)
        return _found(unknown, search, _grid(bounds))


def seek(
    unknown: str,
    value: Callable[[Decimal], Decimal | None],
    wanted: Interval,
    target: Decimal,
    grid: Sequence[Decimal],
    *,
    halvings: int = _HALVINGS,
) -> Solution:
    """Where a function of one number (None where it has no value) lies within `wanted`.

    `target`, inside `wanted`, is what a point hits; where `wanted` only begins there, the stretch's own end
    is the answer, and the point may be None. `grid` are the places to look at, rising; between two of them
    the answer is halved `halvings` times.
    Raises: ValueError for a grid of fewer than two places, or one that does not rise.

    >>> upwards = Interval(Decimal(10), Decimal("Infinity"))
    >>> found = seek("x", lambda x: 3 * x + 1, upwards, Decimal(10), [Decimal(0), Decimal(8)])
    >>> round(found.interval.low, 6), found.interval.high
    (Decimal('3.000000'), Decimal('8'))
    """
    if len(grid) < len(("low", "high")) or any(a >= b for a, b in itertools.pairwise(grid)):
        raise ValueError("a grid of places to look at must rise; expected two places at least")
    cached = functools.cache(value)

    def meets(x: Decimal) -> bool:
        here = cached(x)
        return here is not None and here in wanted

    with localcontext(Context(prec=50)):
        return _found(unknown, _Search(cached, meets, target, halvings), list(grid))


def _found(unknown: str, search: _Search, grid: list[Decimal]) -> Solution:
    found = _merged(_stretches(search, grid))
    stretches = tuple(stretch for stretch, _ in found)
    note = _note(unknown, [str(stretch) for stretch in stretches])
    return Solution(unknown, stretches, tuple(point for _, point in found), note)


def integers(
    formula: Formula,
    unknown: str,
    known: Mapping[str, Any],
    target: Published | Interval,
    among: range,
    *,
    intervals: Mapping[str, Interval] | None = None,
) -> tuple[list[int], Note | None]:
    """Every whole number for which the formula meets the figure, and a note unless there is just one.

    Raises: ValueError for a range of more than 100,000 or a name the formula does not have.

    >>> from gevinst.engines.businesscase.figures.formula import parse
    >>> hours = {"hours": Decimal("2792.3133333")}
    >>> integers(parse("hours/n"), "n", hours, Published(Decimal("68.1"), 1), range(30, 51))
    ([41], None)
    """
    _check(formula, unknown, None)
    if len(among) > _MOST_INTEGERS:
        raise ValueError(f"{len(among)} whole numbers to try; expected at most {_MOST_INTEGERS}")
    printed = target.interval() if isinstance(target, Published) else target
    found = [n for n in among if _met(formula, {**known, unknown: n}, intervals or {}, printed)]
    return found, _note(unknown, [str(n) for n in found])


def _met(
    formula: Formula, inputs: Mapping[str, Any], moving: Mapping[str, Interval], printed: Interval
) -> bool:
    try:
        return sweep(formula, inputs, moving).meets(printed)
    except FormulaError:
        return False


def _check(formula: Formula, unknown: str, bounds: tuple[Decimal, Decimal] | None) -> None:
    if unknown not in formula.names:
        known = ", ".join(sorted(formula.names)) or "no names"
        raise ValueError(f"{unknown} is not in the formula {formula.text}; expected one of {known}")
    if bounds and not bounds[0] < bounds[1]:
        raise ValueError(f"bounds {bounds[0]} to {bounds[1]}; expected the low one first")


def _along(
    formula: Formula,
    unknown: str,
    known: Mapping[str, Any],
    target: Published,
    moving: Mapping[str, Interval],
) -> _Search:
    printed = target.interval()

    @functools.cache
    def value(x: Decimal) -> Decimal | None:
        try:
            found = flat(formula.value({**known, unknown: x}))
        except FormulaError:
            return None
        return found[0] if len(found) == 1 else None

    @functools.cache
    def meets(x: Decimal) -> bool:
        return _met(formula, {**known, unknown: x}, moving, printed)

    inside = target.high is None and printed.low < target.value < printed.high
    return _Search(value, meets, target.value if inside else (printed.low + printed.high) / 2)


def _grid(bounds: tuple[Decimal, Decimal] | None) -> list[Decimal]:
    if bounds:
        step = (bounds[1] - bounds[0]) / _STEPS
        return [*(bounds[0] + step * n for n in range(_STEPS)), bounds[1]]
    sizes = [Decimal(m).scaleb(power) for power in range(-9, 13) for m in range(1, 10)]
    return [*(-size for size in reversed(sizes)), Decimal(0), *sizes]


def _stretches(search: _Search, grid: list[Decimal]) -> list[tuple[Interval, Decimal | None]]:
    found: list[tuple[Interval, Decimal | None]] = []
    for index, (low, high) in enumerate(itertools.pairwise(grid)):
        if found and found[-1][1] is not None and high <= found[-1][0].high:
            continue
        root = _root(search, low, high)
        if root is not None and search.meets(root):
            found.append((_around(search, grid, index, root), root))
        elif search.meets(low) or search.meets(high):
            inside = low if search.meets(low) else high
            found.append((_around(search, grid, index, inside), None))
    return found


def _root(search: _Search, low: Decimal, high: Decimal) -> Decimal | None:
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


def _around(search: _Search, grid: list[Decimal], index: int, inside: Decimal) -> Interval:
    """The stretch about a place that meets the figure, to where it no longer does on both sides."""
    left, right = index, index + 1
    while left > 0 and search.meets(grid[left]):
        left -= 1
    while right < len(grid) - 1 and search.meets(grid[right]):
        right += 1
    return Interval(_edge(search, inside, grid[left]), _edge(search, inside, grid[right]))


def _edge(search: _Search, inside: Decimal, outside: Decimal) -> Decimal:
    if search.meets(outside):
        return outside
    for _ in range(search.halvings):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if search.meets(middle) else (inside, middle)
    return inside


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


def _note(unknown: str, solutions: list[str]) -> Note | None:
    if len(solutions) == 1:
        return None
    if not solutions:
        message = f"No value of {unknown} gives the published figure."
        return Note("no-solution", message, {"unknown": unknown})
    message = f"{len(solutions)} values of {unknown} give the published figure."
    return Note("several-solutions", message, {"unknown": unknown, "solutions": solutions})
