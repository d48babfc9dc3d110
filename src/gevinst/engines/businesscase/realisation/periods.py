"""A figure over a period, and whether two of them may be held against each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """From the first day to the last, both counted.

    Raises: ValueError for a last day before the first.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"period {self}: the last day comes before the first")

    @classmethod
    def year(cls, year: int) -> Period:
        """A calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def overlaps(self, other: Period) -> bool:
        """Whether they have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        return f"{self.first} to {self.last}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A value over a period, in `unit` (DKK, hours …)."""

    value: Decimal
    period: Period
    unit: str = "DKK"


def refuse_unlike(one: Reading, other: Reading) -> None:
    """Raises `ValueError` for two readings over different periods or in different units."""
    if one.period != other.period:
        raise ValueError(
            f"measured {one.period} and expected {other.period}: take both for the same period"
        )
    if one.unit != other.unit:
        raise ValueError(f"measured in {one.unit} and expected in {other.unit}: use one unit")
