"""Printed numbers with their tolerance: a number, a range, a row, and what lies near enough."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context, Decimal, localcontext
from typing import Any

from gevinst.engines.businesscase.figures.interval import Interval

# Printed inputs carry about ten digits: a difference beyond the ninth is none.
_NOISE = Decimal("1e-9")


def scalar(value: Any) -> Decimal | None:
    """A number as a Decimal; None for anything else, true and false among it."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    return Decimal(str(value))


def printed_range(published: Any) -> Interval | None:
    """Two printed numbers, the low one first, as the range from the one to the other."""
    if not isinstance(published, list | tuple) or len(published) != len(("low", "high")):
        return None
    low, high = (scalar(end) for end in published)
    return Interval(low, high) if low is not None and high is not None and low < high else None


def with_tolerance(ends: Interval, tolerance: Any) -> Interval:
    """A printed range with the tolerance of each of its ends."""
    low, high = (
        around(ends.low, tolerance_of(tolerance, 0)),
        around(ends.high, tolerance_of(tolerance, 1)),
    )
    return Interval(low.low, high.high)


def around(printed: Decimal, tolerance: Decimal) -> Interval:
    """The numbers within the tolerance of a printed one, both ends in."""
    with localcontext(Context(prec=50)):
        return Interval(printed, printed).widened(
            tolerance + _NOISE * max(abs(printed), Decimal(1))
        )


def row(value: Any) -> Sequence[Any]:
    """A value as a row: a list as it is, anything else alone."""
    return value if isinstance(value, list | tuple) else [value]


def tolerance_of(tolerance: Any, index: int) -> Decimal:
    """The tolerance of one number in a row, 0 where none is given."""
    if isinstance(tolerance, list | tuple):
        tolerance = tolerance[index] if index < len(tolerance) else 0
    return scalar(tolerance) or Decimal(0)
