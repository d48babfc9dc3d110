"""What a driver must be for a goal to be reached: the stretches, and where they turn."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.model.assumption import Assumption


@dataclass(frozen=True, slots=True)
class Answer:
    """Every stretch of a driver that reaches the goal, within what was searched.

    `low`, `likely` and `high` are the driver's own; a driver by year is a factor on all its years.
    """

    driver: Assumption
    stretches: tuple[Interval, ...]
    points: tuple[Decimal | None, ...]
    searched: tuple[Decimal, Decimal]
    reached: bool

    @property
    def turns(self) -> tuple[Decimal, ...]:
        """The values at which the goal is just reached: ends of stretches, not of the search."""
        ends = (end for each in self.stretches for end in (each.low, each.high))
        return tuple(end for end in ends if end not in self.searched)

    @property
    def nearest(self) -> Decimal | None:
        """The turn nearest to where the driver is now."""
        likely = self.driver.likely
        return min(self.turns, key=lambda end: abs(end - likely), default=None)

    @property
    def inside(self) -> tuple[Decimal, ...]:
        """The turns within the driver's low and high: there the range decides whether the goal is reached."""
        low, high = self.driver.low, self.driver.high
        if low is None or high is None:
            return ()
        return tuple(end for end in self.turns if low <= end <= high)
