"""Comparing what a formula came to with what was printed: numbers within a tolerance, lists in step."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.figures.hits import hits
from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.tolerance import (
    around,
    printed_range,
    row,
    scalar,
    tolerance_of,
    with_tolerance,
)


def matches(computed: Any, published: Any, tolerance: Any = 0) -> bool:
    """Whether a value is what was published, within the tolerance on each number.

    >>> matches(Decimal("69.8"), Decimal("68.1"), Decimal("0.05")), matches([41], [Decimal(41)])
    (False, True)
    """
    number, ends = scalar(computed), printed_range(published)
    if number is not None and ends is not None:
        return hits(number, None, with_tolerance(ends, tolerance)).point
    if isinstance(computed, list | tuple) or isinstance(published, list | tuple):
        return _matches_row(row(computed), row(published), tolerance)
    if isinstance(computed, bool) or isinstance(published, bool):
        # A claim is true or false; a formula may say so with 1 or 0.
        return computed is not None and bool(computed == published)
    printed = scalar(published)
    if number is None or printed is None:
        return bool(computed == published)
    return hits(number, None, around(printed, tolerance_of(tolerance, 0))).point


def _matches_row(computed: Sequence[Any], published: Sequence[Any], tolerance: Any) -> bool:
    return len(computed) == len(published) and all(
        matches(one, other, tolerance_of(tolerance, index))
        for index, (one, other) in enumerate(zip(computed, published, strict=True))
    )


def overlaps(swept: Sequence[Interval], published: Any, tolerance: Any = 0) -> bool:
    """Whether the interval of each number meets what was published, its tolerance counted."""
    ends = printed_range(published)
    if ends is not None and len(swept) == 1:
        return swept[0].meets(with_tolerance(ends, tolerance))
    printed = [Decimal(part) if isinstance(part, bool) else scalar(part) for part in row(published)]
    return (
        bool(swept)
        and len(swept) == len(printed)
        and all(
            number is not None and each.meets(around(number, tolerance_of(tolerance, index)))
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
        matches(one, other, tolerance_of(tolerance, index))
        for index, (one, other) in enumerate(zip(computed, published, strict=False))
    ]
    return found in ([True, False], [False, True])
