"""A supplied growth, carried on from the last year seen."""

from __future__ import annotations

import math
from dataclasses import dataclass

from gevinst.engines.businesscase.estimators.fits import Points, Prediction, deviation, within


@dataclass(frozen=True, slots=True)
class GrowthFit:
    """A supplied growth a year, from the last year seen: nothing is fitted, the error walks on."""

    points: Points
    growth: float

    @property
    def per_year(self) -> float | None:
        """The growth that was supplied, as a rate."""
        return self.growth

    def value(self, year: int) -> float:
        """The nearest year before it (else the first) grown, or shrunk back, to the year."""
        start, amount = max((p for p in self.points if p[0] <= year), default=self.points[0])
        return amount * float((1 + self.growth) ** (year - start))

    def pairs(self) -> list[tuple[float, float]]:
        """Every year but the first against its forerunner grown."""
        steps = zip(self.points, self.points[1:], strict=False)
        return [(y, a * float((1 + self.growth) ** (x - s))) for (s, a), (x, y) in steps]

    def residual_sd(self) -> float:
        """The deviation of one year's step; a step over a gap counts for the years it took."""
        gaps = [x - s for (s, _), (x, _) in zip(self.points, self.points[1:], strict=False)]
        errors = [
            (y - f) / math.sqrt(self._walked(gap))
            for (y, f), gap in zip(self.pairs(), gaps, strict=True)
        ]
        return deviation(errors, len(errors))

    def predict(self, year: int, level: float) -> Prediction:
        """The grown value with an error of one step for every year ahead, n - 1 degrees of freedom."""
        sd = self.residual_sd() * math.sqrt(self._walked(year - self.points[-1][0]))
        return within(self.value(year), sd, len(self.points) - 1, level)

    def _walked(self, years: int) -> float:
        """The variance of the error after so many years, where that of one year is 1."""
        return math.fsum(float((1 + self.growth) ** (2 * step)) for step in range(years))
