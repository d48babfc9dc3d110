"""From years and amounts to places in the drawing of a projection."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10

WIDTH, HEIGHT = 620, 220
LEFT, RIGHT, TOP, BOTTOM = 84, 16, 16, 34
INK, LINE, BAND = "#1a1a1a", "#dcdcdc", "#cfe3e1"
TICKS = 4
ROUND = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """From years and amounts to places in the drawing."""

    first: int
    last: int
    low: float
    high: float

    def x(self, year: int) -> float:
        """Where a year stands."""
        share = (year - self.first) / max(self.last - self.first, 1)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, amount: float) -> float:
        """Where an amount stands; the larger the higher."""
        share = (amount - self.low) / ((self.high - self.low) or 1)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def round_step(span: float) -> float:
    """The round step nearest above a fourth of the span."""
    rough = (span or 1.0) / TICKS
    size = 10.0 ** floor(log10(rough))
    return next(size * each for each in ROUND if size * each >= rough)
