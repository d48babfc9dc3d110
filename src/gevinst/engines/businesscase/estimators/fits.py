"""What a way to carry years forward can tell: values, errors, and a prediction with its interval."""

from __future__ import annotations

import math
from collections.abc import Sequence
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


def deviation(errors: Sequence[float], freedom: int) -> float:
    """The root of the mean square over the degrees of freedom; 0 where there are none."""
    return math.sqrt(math.fsum(e * e for e in errors) / freedom) if freedom > 0 else 0.0


def within(value: float, sd: float, freedom: int, level: float) -> Prediction:
    """The prediction with its t interval; without freedom the interval is the value itself."""
    half = quantile((1 + level) / 2, freedom) * sd if freedom > 0 else 0.0
    return Prediction(value, sd, value - half, value + half)
