"""A straight line through logarithms: constant growth."""

from __future__ import annotations

import math
from dataclasses import dataclass

from gevinst.engines.businesscase.estimators.fits import Points, Prediction, deviation
from gevinst.engines.businesscase.estimators.line_fit import LineFit


@dataclass(frozen=True, slots=True)
class LogLineFit:
    """Constant growth: a straight line through the logarithms; every amount above 0."""

    points: Points
    line: LineFit

    @classmethod
    def of(cls, points: Points) -> LogLineFit:
        """The line through the logarithms of the points."""
        return cls(points, LineFit.of([(x, math.log(y)) for x, y in points]))

    @property
    def per_year(self) -> float | None:
        """The growth a year, as a rate (0.15 is 15 %)."""
        return math.expm1(self.line.slope)

    def value(self, year: int) -> float:
        """The median: the exponential of the line."""
        return math.exp(self.line.value(year))

    def pairs(self) -> list[tuple[float, float]]:
        """Every year against the curve, in the amount's own unit."""
        return [(y, self.value(x)) for x, y in self.points]

    def residual_sd(self) -> float:
        """The residual deviation in the amount's own unit, n - 2 degrees of freedom."""
        return deviation([y - f for y, f in self.pairs()], len(self.points) - 2)

    def predict(self, year: int, level: float) -> Prediction:
        """The interval of the logarithms taken back, so lopsided; `sd` is that of the log-normal."""
        inner = self.line.predict(year, level)
        square = inner.sd**2
        sd = math.exp(inner.value + square / 2) * math.sqrt(math.expm1(square))
        return Prediction(math.exp(inner.value), sd, math.exp(inner.low), math.exp(inner.high))
