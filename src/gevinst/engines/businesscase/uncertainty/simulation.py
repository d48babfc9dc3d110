"""The simulation: many seeded draws, and what they say of the measure, the years and the break-even."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from gevinst.engines.businesscase.uncertainty.correlation import Correlations
from gevinst.engines.businesscase.uncertainty.drawing import blocks, chunks
from gevinst.engines.businesscase.uncertainty.events import Event
from gevinst.engines.businesscase.uncertainty.inputs import Inputs
from gevinst.engines.businesscase.uncertainty.measures import (
    FloatArray,
    Measure,
    Outcome,
    break_even,
    cumulative,
    total,
)
from gevinst.engines.businesscase.uncertainty.quantiles import (
    binned,
    half_width,
    quantiles,
)
from gevinst.engines.businesscase.uncertainty.simulated import FEWEST, Simulation
from gevinst.engines.businesscase.uncertainty.spreads import Spread
from gevinst.engines.businesscase.uncertainty.variance import contributions

# Ranks of every driver are kept of this many draws: enough for a share of variance to a per cent.
_RANKED = 10_000


@dataclass(slots=True)
class _Kept:
    """What is kept of the draws: per draw the measure, the cumulative and the break-even; few drivers."""

    measured: FloatArray
    cumulative: FloatArray
    broken_even: FloatArray
    drivers: dict[str, FloatArray]


def simulate(
    outcome: Outcome,
    spreads: Sequence[Spread],
    n: int = 10_000,
    seed: int = 1,
    *,
    correlations: Correlations | None = None,
    measure: Measure = total,
    events: Sequence[Event] = (),
    chunk: int = 5_000,
    bins: int = 40,
) -> Simulation:
    """What `n` draws say of the measure; the same for the same seed, however many run at a time.

    `correlations` are rank correlations by pair of names, weaker where equal values of a discrete driver
    tie. Memory holds (2 + years) numbers a draw, and the drivers of one block. Raises `ValueError` for
    n < 100, a seed below 0, a chunk or bins below 1, correlations that contradict each other, and a
    measure that is not finite.

    >>> two = [Spread("a", 0, 5, 10), Spread("b", 0, 5, 10)]
    >>> seen = simulate(lambda v: (v["a"] - v["b"])[:, None], two, n=1000, seed=4)
    >>> abs(seen.mean) < 0.3, 0.45 < seen.probability_negative < 0.55
    (True, True)
    """
    if n < FEWEST or seed < 0 or min(chunk, bins) < 1:
        raise ValueError(
            f"n={n}, seed={seed}, chunk={chunk}, bins={bins}: give n of at least {FEWEST}, a seed of at "
            "least 0 and the others of at least 1"
        )
    inputs = Inputs(outcome, spreads, events)
    drawn = chunks(blocks(inputs.all, n, seed, correlations or {}), chunk)
    return _told(_run(inputs, drawn, n, measure), seed, bins)


def _run(inputs: Inputs, drawn: Iterator[dict[str, FloatArray]], n: int, measure: Measure) -> _Kept:
    kept = _Kept(np.empty(n), np.empty((n, 0)), np.empty(n), {})
    kept.drivers = {each.name: np.empty(min(n, _RANKED)) for each in inputs.all}
    start = 0
    for values in drawn:
        rows = len(next(iter(values.values())))
        net = inputs.net(values, rows)
        if not start:
            kept.cumulative = np.empty((n, net.shape[1]))
        kept.measured[start : start + rows] = measure(net)
        kept.cumulative[start : start + rows] = cumulative(net)
        kept.broken_even[start : start + rows] = break_even(net)
        for name, column in values.items():
            room = kept.drivers[name][start : start + rows]
            room[:] = column[: len(room)]
        start += rows
    if not np.isfinite(kept.measured).all():
        raise ValueError(
            "the measure is not finite in every draw: break-even is told beside any measure"
        )
    return kept


def _told(kept: _Kept, seed: int, bins: int) -> Simulation:
    measured, n = kept.measured, len(kept.measured)
    sd = float(measured.std(ddof=1))
    return Simulation(
        n=n,
        seed=seed,
        mean=float(measured.mean()),
        sd=sd,
        measure=quantiles(measured),
        break_even=quantiles(kept.broken_even),
        fan=tuple(quantiles(kept.cumulative[:, year]) for year in range(kept.cumulative.shape[1])),
        probability_negative=float((measured < 0).mean()),
        probability_never=float(np.isinf(kept.broken_even).mean()),
        histogram=binned(measured, bins),
        contributions=contributions(kept.drivers, measured[:_RANKED]),
        mean_error=sd / math.sqrt(n),
        quantile_errors=half_width(measured),
    )
