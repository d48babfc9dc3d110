"""A stretch of numbers with its ends in or out: what a printed figure can stand for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`; an open end is not itself among them.

    Raises: ValueError where low is above high, or an end is not a number.

    >>> Decimal("2.5") in Interval(Decimal("2.25"), Decimal("2.5"), high_open=True)
    False
    """

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low.is_nan() or self.high.is_nan() or self.low > self.high:
            raise ValueError(f"an interval from {self.low} to {self.high}; expected low first")

    def __contains__(self, value: Decimal) -> bool:
        above = self.low < value or (self.low == value and not self.low_open)
        below = value < self.high or (self.high == value and not self.high_open)
        return above and below

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both.

        >>> one, two = Decimal(1), Decimal(2)
        >>> Interval(one, two).meets(Interval(two, two)), Interval(one, two, high_open=True).meets(
        ...     Interval(two, two))
        (True, False)
        """
        if self.high < other.low or other.high < self.low:
            return False
        if self.high == other.low:
            return not (self.high_open or other.low_open)
        return not (other.high == self.low and (other.high_open or self.low_open))

    @property
    def width(self) -> Decimal:
        """How far apart the ends are."""
        return self.high - self.low

    def widened(self, margin: Decimal) -> Interval:
        """The same with `margin` more on both sides, its ends in."""
        return Interval(self.low - margin, self.high + margin)

    def mirrored(self) -> Interval:
        """The same below zero: each number with its sign turned."""
        return Interval(-self.high, -self.low, self.high_open, self.low_open)

    def __str__(self) -> str:
        left, right = "(" if self.low_open else "[", ")" if self.high_open else "]"
        return f"{left}{self.low}, {self.high}{right}"


def hull(values: list[Decimal]) -> Interval:
    """The smallest closed interval that holds all the values. Raises: ValueError for none."""
    return Interval(min(values), max(values))
