"""Solving a formula for the one input left out, from the figure that was published.

The search looks at a grid over the bounds (or, without bounds, over the powers of ten on both sides of
zero) for places where the formula crosses the figure, halves each exactly in `Decimal`, and then finds
how far to both sides the answer still meets what was printed. Two solutions closer than a step of the
grid (a 240th of the bounds) may be seen as one.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal, localcontext
from typing import Any

from gevinst.engines.businesscase.figures.formula import Formula
from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.published import Published
from gevinst.engines.businesscase.figures.search import grid_over
from gevinst.engines.businesscase.figures.solution import Solution
from gevinst.engines.businesscase.figures.stretches import solved
from gevinst.engines.businesscase.figures.unknown import along, check_unknown


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
    check_unknown(formula, unknown, bounds)
    moving = {name: each for name, each in (intervals or {}).items() if name != unknown}
    with localcontext(Context(prec=50)):
        search = along(formula, unknown, known, target, moving)
        return solved(unknown, search, grid_over(bounds))
