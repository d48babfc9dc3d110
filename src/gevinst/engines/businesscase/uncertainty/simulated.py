"""What the draws of a simulation say: quantiles, the fan of the years, and what another seed may move."""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.uncertainty.quantiles import (
    Bin,
    Quantiles,
)
from gevinst.engines.businesscase.uncertainty.variance import Contribution

FEWEST, ENOUGH = 100, 10_000


@dataclass(frozen=True, slots=True)
class Simulation:
    """What `n` draws say. Figures of the measure are in its own unit, `fan` and cumulative in DKK.

    `break_even` counts years from 1, None where that share of the draws never gets there; `fan` has the
    quantiles of the cumulative for each year. `mean_error` is the standard error of the mean and
    `quantile_errors` half the 95 % interval of each quantile: what another seed may move them.
    """

    n: int
    seed: int
    mean: float
    sd: float
    measure: Quantiles
    break_even: Quantiles
    fan: tuple[Quantiles, ...]
    probability_negative: float
    probability_never: float
    histogram: tuple[Bin, ...]
    contributions: tuple[Contribution, ...]
    mean_error: float
    quantile_errors: Quantiles

    @property
    def notes(self) -> tuple[Note, ...]:
        """`few-draws` where there are fewer than 10,000."""
        if self.n >= ENOUGH:
            return ()
        message = f"{self.n} draws: another seed may move the mean by {1.96 * self.mean_error:.3g}."
        return (Note("few-draws", message, {"n": self.n, "enough": ENOUGH}),)
