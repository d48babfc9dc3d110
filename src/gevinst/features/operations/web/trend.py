"""A month of a robot as a small chart: bars of what was approved and referred, drawn to scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gevinst.features.operations.queries import TrendDay

WIDTH, HEIGHT, STEP, BAR = 240, 40, 8, 6


@dataclass(frozen=True, slots=True)
class Bar:
    """A day's bar in the chart's own units; referred stands on top of approved."""

    x: int
    approved_y: int
    approved_height: int
    referred_y: int
    referred_height: int


@dataclass(frozen=True, slots=True)
class Trend:
    """The bars, and the days behind them that anything happened on."""

    bars: list[Bar]
    days: list[TrendDay]
    total: int
    referred: int

    @property
    def untouched(self) -> int:
        """Approved by the robot."""
        return self.total - self.referred


def trend(days: Sequence[TrendDay]) -> Trend:
    """The chart of these days; the fullest one fills the height."""
    top = max((day.approved + day.referred for day in days), default=0)
    bars = [_bar(place, day, top) for place, day in enumerate(days) if day.approved + day.referred]
    worked = [day for day in days if day.approved + day.referred]
    referred = sum(day.referred for day in days)
    return Trend(bars, worked, sum(day.approved for day in days) + referred, referred)


def _bar(place: int, day: TrendDay, top: int) -> Bar:
    approved = round(HEIGHT * day.approved / top)
    # Anything at all is seen: a pixel at least.
    referred = max(round(HEIGHT * day.referred / top), 2 if day.referred else 0)
    approved = min(approved, HEIGHT - referred)
    return Bar(place * STEP, HEIGHT - approved, approved, HEIGHT - approved - referred, referred)
