"""A risk as it enters a simulation: it occurs or not, and costs a three-point amount when it does."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

from gevinst.engines.businesscase.uncertainty.measures import FloatArray
from gevinst.engines.businesscase.uncertainty.spreads import Distribution, Spread

_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Event:
    """Occurs with `probability` (0-1) and then costs low-likely-high DKK, spread on years by `exposure`.

    `exposure` has one share per year of the horizon, summing to 1. Raises: ValueError, naming the event.

    >>> Event("delay", 0.2, 100, 200, 300, exposure=(1.0, 0.0)).mean
    40.0
    """

    name: str
    probability: float
    low: float
    likely: float
    high: float
    exposure: tuple[float, ...]
    distribution: Distribution = "triangular"
    cost: Spread = field(init=False, compare=False)

    def __post_init__(self) -> None:
        if not 0 <= self.probability <= 1:
            raise ValueError(f"event {self.name}: probability {self.probability} is not in 0-1")
        if min(self.exposure, default=-1) < 0 or abs(sum(self.exposure) - 1) > _TOLERANCE:
            raise ValueError(
                f"event {self.name}: exposure {self.exposure} is not one share per year summing to 1"
            )
        cost = Spread(self.name, self.low, self.likely, self.high, self.distribution, "DKK")
        object.__setattr__(self, "cost", cost)

    @property
    def mean(self) -> float:
        """Expected cost, probability x mean consequence, DKK."""
        return self.probability * self.cost.mean

    @property
    def sd(self) -> float:
        """Standard deviation of occurrence x consequence, DKK."""
        chance = self.probability
        both = chance * self.cost.sd**2 + chance * (1 - chance) * self.cost.mean**2
        return math.sqrt(both)

    def draw(self, random: np.random.Generator, rows: int) -> FloatArray:
        """`rows` costs, DKK, zero where it does not occur."""
        occurs = random.random(rows) < self.probability
        return np.where(occurs, self.cost.draw(random, rows), 0.0)
