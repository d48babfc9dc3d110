"""Where a plain function of one number lies within an interval."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Sequence
from decimal import Context, Decimal, localcontext

from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.search import HALVINGS, Search
from gevinst.engines.businesscase.figures.solution import Solution
from gevinst.engines.businesscase.figures.stretches import solved


def seek(
    unknown: str,
    value: Callable[[Decimal], Decimal | None],
    wanted: Interval,
    target: Decimal,
    grid: Sequence[Decimal],
    *,
    halvings: int = HALVINGS,
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
        return solved(unknown, Search(cached, meets, target, halvings), list(grid))
