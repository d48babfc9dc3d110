"""The analytic answer: mean and standard deviation by first-order propagation, before any simulation."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from gevinst.engines.businesscase.uncertainty.correlation import Correlations, correlated, root
from gevinst.engines.businesscase.uncertainty.events import Event
from gevinst.engines.businesscase.uncertainty.inputs import Inputs
from gevinst.engines.businesscase.uncertainty.measures import FloatArray, Measure, Outcome, total
from gevinst.engines.businesscase.uncertainty.spreads import Spread


@dataclass(frozen=True, slots=True)
class Propagated:
    """Mean and standard deviation of the measure, in its unit; `slopes` per unit of each driver.

    `shares` are each driver's own part of the variance, 0-1, without what goes by correlation.
    """

    mean: float
    sd: float
    slopes: dict[str, float]
    shares: dict[str, float]

    @property
    def probability_negative(self) -> float:
        """P(measure < 0) if the measure were normal."""
        if not self.sd:
            return float(self.mean < 0)
        return NormalDist(self.mean, self.sd).cdf(0)


def analytic(
    outcome: Outcome,
    spreads: Sequence[Spread],
    measure: Measure = total,
    events: Sequence[Event] = (),
    correlations: Correlations | None = None,
) -> Propagated:
    """The measure at the drivers' means, and sd = sqrt(slopes x covariance x slopes).

    Exact where the measure is linear in independent drivers; an approximation elsewhere. Slopes
    are taken from one standard deviation below to one above, so that a step in a price is met. Raises
    `ValueError` as `simulate`, and for a measure that is not finite near the means.

    >>> found = analytic(lambda v: (3 * v["a"] - v["b"])[:, None],
    ...                  [Spread("a", 7, 10, 13), Spread("b", 2, 2, 2)])
    >>> round(found.mean, 6), round(found.sd, 6)
    (28.0, 3.674235)
    """
    inputs = Inputs(outcome, spreads, events)
    sds = np.array([each.sd for each in inputs.all])
    mean, slopes = _slopes(inputs, measure, sds)
    moved = slopes * sds
    variance = float(moved @ _matrix(inputs, correlations or {}) @ moved)
    own = float(moved @ moved)
    names = [each.name for each in inputs.all]
    return Propagated(
        mean=mean,
        sd=math.sqrt(max(variance, 0.0)),
        slopes=dict(zip(names, slopes.tolist(), strict=True)),
        shares=dict(zip(names, (moved**2 / own if own else moved).tolist(), strict=True)),
    )


def _slopes(inputs: Inputs, measure: Measure, steps: FloatArray) -> tuple[float, FloatArray]:
    """The measure at the means, and its slope in every input from one `step` below to one above."""
    count = len(steps)
    offsets = np.vstack([np.zeros(count), np.diag(steps), -np.diag(steps)])
    values = {each.name: each.mean + offsets[:, number] for number, each in enumerate(inputs.all)}
    reached = measure(inputs.net(values, len(offsets)))
    if not np.isfinite(reached).all():
        raise ValueError("the measure is not finite near the means: it has no slope there")
    rise = reached[1 : count + 1] - reached[count + 1 :]
    return float(reached[0]), np.divide(rise, 2 * steps, out=np.zeros(count), where=steps > 0)


def _matrix(inputs: Inputs, correlations: Correlations) -> FloatArray:
    """The correlation matrix of all inputs; what is not named is independent."""
    matrix = np.eye(len(inputs.all))
    names = correlated(inputs.spreads, correlations)
    place = [[each.name for each in inputs.all].index(name) for name in names]
    factor = root(names, correlations)
    matrix[np.ix_(place, place)] = factor @ factor.T
    return matrix
