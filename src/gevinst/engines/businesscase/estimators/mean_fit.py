"""The mean of the years seen, carried forward."""

from __future__ import annotations

import math
from dataclasses import dataclass

from gevinst.engines.businesscase.estimators.fits import Points, Prediction, deviation, within


@dataclass(frozen=True, slots=True)
class MeanFit:
    """Every year is the mean of the years seen."""

    points: Points

    @property
    def per_year(self) -> float | None:
        """A mean does not change."""
        return None

    def value(self, year: int) -> float:
        """The mean."""
        return math.fsum(y for _, y in self.points) / len(self.points)

    def pairs(self) -> list[tuple[float, float]]:
        """Every year against the mean."""
        return [(y, self.value(x)) for x, y in self.points]

    def residual_sd(self) -> float:
        """The sample deviation."""
        return deviation([y - f for y, f in self.pairs()], len(self.points) - 1)

    def predict(self, year: int, level: float) -> Prediction:
        """mean +- t s sqrt(1 + 1/n), n - 1 degrees of freedom."""
        n = len(self.points)
        return within(self.value(year), self.residual_sd() * math.sqrt(1 + 1 / n), n - 1, level)
