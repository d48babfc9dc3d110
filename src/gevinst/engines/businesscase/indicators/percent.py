"""Per cent or percentage points: the two readings of a change of a rate, and which one a figure means."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from gevinst.engines.businesscase.indicators.capacity import capacity_gain, staffing_reduction

Reading = Literal["points", "percent", "staffing"]


@dataclass(frozen=True, slots=True)
class RateChange:
    """A rate that moves from `before` to `after`, both in per cent (69 is 69 %).

    >>> change = RateChange(Decimal(69), Decimal(72))
    >>> change.points, round(change.percent, 2), round(change.staffing, 1)
    (Decimal('3'), Decimal('4.35'), Decimal('-4.2'))
    """

    before: Decimal
    after: Decimal

    @property
    def points(self) -> Decimal:
        """The change in percentage points."""
        return self.after - self.before

    @property
    def percent(self) -> Decimal | None:
        """The change in per cent of where it began, None from 0."""
        gain = capacity_gain(self.before, self.after)
        return None if gain is None else 100 * gain

    @property
    def staffing(self) -> Decimal | None:
        """The change in staff that the same work needs, in per cent (negative: fewer), None to 0."""
        fewer = staffing_reduction(self.before, self.after)
        return None if fewer is None else -100 * fewer

    def readings(self, low: Decimal, high: Decimal) -> tuple[Reading, ...]:
        """Which readings lie within a published change from low to high, signs included.

        More than one means that the text must say its unit.

        >>> RateChange(Decimal(69), Decimal(72)).readings(Decimal(3), Decimal(4))
        ('points',)
        """
        values: tuple[tuple[Reading, Decimal | None], ...] = (
            ("points", self.points),
            ("percent", self.percent),
            ("staffing", self.staffing),
        )
        return tuple(name for name, value in values if value is not None and low <= value <= high)
