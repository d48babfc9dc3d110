"""The four ways to carry years forward: mean, line, line of logarithms, supplied growth."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from gevinst.engines.businesscase.estimators.student import quantile

Points = Sequence[tuple[int, float]]


class Prediction(NamedTuple):
    """A predicted value, its standard error for one new year, and an interval."""

    value: float
    sd: float
    low: float
    high: float


class Fit(Protocol):
    """What a fitted candidate can tell."""

    @property
    def per_year(self) -> float | None:
        """The change a year: an amount for a line, a rate for growth, None for a mean."""

    def value(self, year: int) -> float:
        """The expected amount of a year."""

    def pairs(self) -> list[tuple[float, float]]:
        """(observed, expected) of every year that the fit can be held against."""

    def residual_sd(self) -> float:
        """The standard deviation of what the fit leaves over; 0 where no freedom is left."""

    def predict(self, year: int, level: float) -> Prediction:
        """The year's value with the interval that holds a share `level` of outcomes."""


def _deviation(errors: Sequence[float], freedom: int) -> float:
    """The root of the mean square over the degrees of freedom; 0 where there are none."""
    return math.sqrt(math.fsum(e * e for e in errors) / freedom) if freedom > 0 else 0.0


def _between(value: float, sd: float, freedom: int, level: float) -> Prediction:
    """The prediction with its t interval; without freedom the interval is the value itself."""
    half = quantile((1 + level) / 2, freedom) * sd if freedom > 0 else 0.0
    return Prediction(value, sd, value - half, value + half)


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
        return _deviation([y - f for y, f in self.pairs()], len(self.points) - 1)

    def predict(self, year: int, level: float) -> Prediction:
        """mean +- t s sqrt(1 + 1/n), n - 1 degrees of freedom."""
        n = len(self.points)
        return _between(self.value(year), self.residual_sd() * math.sqrt(1 + 1 / n), n - 1, level)


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
        return _deviation([y - f for y, f in self.pairs()], len(self.points) - 2)

    def predict(self, year: int, level: float) -> Prediction:
        """line +- t s sqrt(1 + 1/n + (x - mean x)^2 / Sxx), n - 2 degrees of freedom."""
        n = len(self.points)
        wider = math.sqrt(1 + 1 / n + (year - self.middle) ** 2 / self.sxx)
        return _between(self.value(year), self.residual_sd() * wider, n - 2, level)


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
        return _deviation([y - f for y, f in self.pairs()], len(self.points) - 2)

    def predict(self, year: int, level: float) -> Prediction:
        """The interval of the logarithms taken back, so lopsided; `sd` is that of the log-normal."""
        inner = self.line.predict(year, level)
        square = inner.sd**2
        sd = math.exp(inner.value + square / 2) * math.sqrt(math.expm1(square))
        return Prediction(math.exp(inner.value), sd, math.exp(inner.low), math.exp(inner.high))


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
        return _deviation(errors, len(errors))

    def predict(self, year: int, level: float) -> Prediction:
        """The grown value with an error of one step for every year ahead, n - 1 degrees of freedom."""
        sd = self.residual_sd() * math.sqrt(self._walked(year - self.points[-1][0]))
        return _between(self.value(year), sd, len(self.points) - 1, level)

    def _walked(self, years: int) -> float:
        """The variance of the error after so many years, where that of one year is 1."""
        return math.fsum(float((1 + self.growth) ** (2 * step)) for step in range(years))
