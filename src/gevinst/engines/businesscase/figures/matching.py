"""Comparing what a formula came to with what was printed: numbers within a tolerance, lists in step."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context, Decimal, localcontext
from typing import Any

from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.sweep import hits

# Printed inputs carry about ten digits: a difference beyond the ninth is none.
_NOISE = Decimal("1e-9")


def scalar(value: Any) -> Decimal | None:
    """A number as a Decimal; None for anything else, true and false among it."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    return Decimal(str(value))


def matches(computed: Any, published: Any, tolerance: Any = 0) -> bool:
    """Whether a value is what was published, within the tolerance on each number.

    >>> matches(Decimal("69.8"), Decimal("68.1"), Decimal("0.05")), matches([41], [Decimal(41)])
    (False, True)
    """
    number, ends = scalar(computed), printed_range(published)
    if number is not None and ends is not None:
        return hits(number, None, _with(ends, tolerance)).point
    if isinstance(computed, list | tuple) or isinstance(published, list | tuple):
        return _matches_row(_row(computed), _row(published), tolerance)
    if isinstance(computed, bool) or isinstance(published, bool):
        # A claim is true or false; a formula may say so with 1 or 0.
        return computed is not None and bool(computed == published)
    printed = scalar(published)
    if number is None or printed is None:
        return bool(computed == published)
    return hits(number, None, around(printed, _of(tolerance, 0))).point


def _matches_row(computed: Sequence[Any], published: Sequence[Any], tolerance: Any) -> bool:
    return len(computed) == len(published) and all(
        matches(one, other, _of(tolerance, index))
        for index, (one, other) in enumerate(zip(computed, published, strict=True))
    )


def overlaps(swept: Sequence[Interval], published: Any, tolerance: Any = 0) -> bool:
    """Whether the interval of each number meets what was published, its tolerance counted."""
    ends = printed_range(published)
    if ends is not None and len(swept) == 1:
        return swept[0].meets(_with(ends, tolerance))
    printed = [
        Decimal(part) if isinstance(part, bool) else scalar(part) for part in _row(published)
    ]
    return (
        bool(swept)
        and len(swept) == len(printed)
        and all(
            number is not None and each.meets(around(number, _of(tolerance, index)))
            for index, (each, number) in enumerate(zip(swept, printed, strict=True))
        )
    )


def one_end(computed: Any, published: Any, tolerance: Any = 0) -> bool:
    """Whether two values give one end of a printed range and miss the other.

    >>> one_end([37, 60], [Decimal(37), Decimal(56)]), one_end([37, 56], [Decimal(37), Decimal(56)])
    (True, False)
    """
    if printed_range(published) is None or not isinstance(computed, list | tuple):
        return False
    found = [
        matches(one, other, _of(tolerance, index))
        for index, (one, other) in enumerate(zip(computed, published, strict=False))
    ]
    return found in ([True, False], [False, True])


def printed_range(published: Any) -> Interval | None:
    """Two printed numbers, the low one first, as the range from the one to the other."""
    if not isinstance(published, list | tuple) or len(published) != len(("low", "high")):
        return None
    low, high = (scalar(end) for end in published)
    return Interval(low, high) if low is not None and high is not None and low < high else None


def _with(ends: Interval, tolerance: Any) -> Interval:
    low, high = around(ends.low, _of(tolerance, 0)), around(ends.high, _of(tolerance, 1))
    return Interval(low.low, high.high)


def around(printed: Decimal, tolerance: Decimal) -> Interval:
    """The numbers within the tolerance of a printed one, both ends in."""
    with localcontext(Context(prec=50)):
        return Interval(printed, printed).widened(
            tolerance + _NOISE * max(abs(printed), Decimal(1))
        )


def _row(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else [value]


def _of(tolerance: Any, index: int) -> Decimal:
    if isinstance(tolerance, list | tuple):
        tolerance = tolerance[index] if index < len(tolerance) else 0
    return scalar(tolerance) or Decimal(0)
