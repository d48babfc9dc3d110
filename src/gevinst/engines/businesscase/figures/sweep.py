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

from collections.abc import Mapping
from decimal import Context, Decimal, localcontext
from typing import Any

from gevinst.engines.businesscase.figures.answers import Answering, Outcome, flat
from gevinst.engines.businesscase.figures.climb import Place
from gevinst.engines.businesscase.figures.extremes import searched
from gevinst.engines.businesscase.figures.formula import FormulaError
from gevinst.engines.businesscase.figures.interval import Interval


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
        return searched(at, point, _start(inputs, moving), list(moving.values()))


def _start(inputs: Mapping[str, Any], moving: Mapping[str, Interval]) -> Place:
    return tuple(
        Decimal(str(inputs[name])) if name in inputs else (each.low + each.high) / 2
        for name, each in moving.items()
    )
