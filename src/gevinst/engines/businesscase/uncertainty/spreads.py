"""How far one driver may lie: low, likely, high and the distribution between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal, get_args

import numpy as np

from gevinst.engines.businesscase.uncertainty.measures import FloatArray

Distribution = Literal["triangular", "pert", "uniform", "normal", "fixed", "discrete"]
# Low and high of a normal spread are its P10 and P90.
_P90 = NormalDist().inv_cdf(0.9)
_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Spread:
    """One driver: `likely` is the base; low <= likely <= high, all in `unit`.

    triangular, pert and uniform stay within low and high. normal has them as P10 and P90 and lies even
    about `likely`. discrete takes exactly one of the three, with `weights`. fixed is always `likely`.
    Raises: ValueError, naming the driver.

    >>> Spread("minutes", 4, 5.3, 8).mean
    5.766666666666667
    """

    name: str
    low: float
    likely: float
    high: float
    distribution: Distribution = "triangular"
    unit: str = ""
    weights: tuple[float, float, float] = (0.3, 0.4, 0.3)

    def __post_init__(self) -> None:
        three = (self.low, self.likely, self.high)
        if self.distribution not in get_args(Distribution):
            known = ", ".join(get_args(Distribution))
            raise ValueError(f"driver {self.name}: {self.distribution} is not one of {known}")
        if not all(map(math.isfinite, three)) or list(three) != sorted(three):
            raise ValueError(f"driver {self.name}: {three} is not low <= likely <= high")
        if self.distribution == "normal" and not self._even():
            raise ValueError(
                f"driver {self.name}: a normal spread needs {self.likely} midway between "
                f"{self.low} and {self.high}; use pert or triangular for an uneven one"
            )
        if min(self.weights) < 0 or abs(sum(self.weights) - 1) > _TOLERANCE:
            raise ValueError(f"driver {self.name}: weights {self.weights} do not sum to 1")

    def _even(self) -> bool:
        off = abs(self.low + self.high - 2 * self.likely)
        return off <= _TOLERANCE * max(abs(self.low), abs(self.high))

    @property
    def mean(self) -> float:
        """The expected value, in `unit`."""
        low, likely, high = self.low, self.likely, self.high
        match self.distribution:
            case "triangular":
                return (low + likely + high) / 3
            case "pert":
                return (low + 4 * likely + high) / 6
            case "uniform":
                return (low + high) / 2
            case "discrete":
                return _weighted(self.weights, (low, likely, high))
            case _:
                return likely

    @property
    def sd(self) -> float:
        """The standard deviation, in `unit`."""
        low, likely, high, mean = self.low, self.likely, self.high, self.mean
        match self.distribution:
            case "triangular":
                # Written as squares of distances: exact zero where the three are one.
                between = (likely - low) ** 2 + (high - likely) ** 2 + (high - low) ** 2
                return math.sqrt(between / 36)
            case "pert":
                return math.sqrt((mean - low) * (high - mean) / 7)
            case "uniform":
                return (high - low) / math.sqrt(12)
            case "normal":
                return (high - low) / (2 * _P90)
            case "discrete":
                squares = [(each - mean) ** 2 for each in (low, likely, high)]
                return math.sqrt(_weighted(self.weights, squares))
            case _:
                return 0.0

    def draw(self, random: np.random.Generator, rows: int) -> FloatArray:
        """`rows` values; two draws one after the other give what one long draw gives."""
        low, likely, high = self.low, self.likely, self.high
        if self.distribution == "fixed" or low == high:
            return np.full(rows, float(likely))
        match self.distribution:
            case "triangular":
                return random.triangular(low, likely, high, rows)
            case "pert":
                rise = 4 * (likely - low) / (high - low)
                return low + (high - low) * random.beta(1 + rise, 5 - rise, rows)
            case "uniform":
                return random.uniform(low, high, rows)
            case "normal":
                return random.normal(likely, self.sd, rows)
            case _:
                steps = np.cumsum(self.weights)[:2]
                return np.array([low, likely, high])[np.searchsorted(steps, random.random(rows))]


def _weighted(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))
