"""A straight line through years, by ordinary least squares."""

from __future__ import annotations

import math
from dataclasses import dataclass

from gevinst.engines.businesscase.estimators.fits import Points, Prediction, deviation, within


@dataclass(frozen=True, slots=True)
class LineFit:
    """A straight line by ordinary least squares; at least two years."""

    points: Points
    middle: float
    level: float
    slope: float
    sxx: float

    @classmethod
    def of(cls, points: Points) -> LineFit:
        """The line through the points, measured from their middle year so that digits are not lost."""
        n = len(points)
        middle, level = math.fsum(x for x, _ in points) / n, math.fsum(y for _, y in points) / n
        sxx = math.fsum((x - middle) ** 2 for x, _ in points)
        slope = math.fsum((x - middle) * (y - level) for x, y in points) / sxx
        return cls(points, middle, level, slope, sxx)

    @property
    def per_year(self) -> float | None:
        """The slope: the amount a year."""
        return self.slope

    def value(self, year: int) -> float:
        """The height of the line."""
        return self.level + self.slope * (year - self.middle)

    def pairs(self) -> list[tuple[float, float]]:
        """Every year against the line."""
        return [(y, self.value(x)) for x, y in self.points]

    def residual_sd(self) -> float:
        """The residual deviation, n - 2 degrees of freedom."""
        return deviation([y - f for y, f in self.pairs()], len(self.points) - 2)

    def predict(self, year: int, level: float) -> Prediction:
        """line +- t s sqrt(1 + 1/n + (x - mean x)^2 / Sxx), n - 2 degrees of freedom."""
        n = len(self.points)
        wider = math.sqrt(1 + 1 / n + (year - self.middle) ** 2 / self.sxx)
        return within(self.value(year), self.residual_sd() * wider, n - 2, level)
