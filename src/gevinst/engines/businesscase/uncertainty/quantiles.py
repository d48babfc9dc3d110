"""P10, P50, P80 and P90 of a sample, how sure they are, and the sample as bins."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from gevinst.engines.businesscase.uncertainty.measures import FloatArray

_CHANCES = (0.1, 0.5, 0.8, 0.9)
_SURE = 1.96


@dataclass(frozen=True, slots=True)
class Quantiles:
    """Values that 10, 50, 80 and 90 % of the draws do not exceed; None for one that is never reached."""

    p10: float | None
    p50: float | None
    p80: float | None
    p90: float | None


@dataclass(frozen=True, slots=True)
class Bin:
    """A bar of a histogram: how many draws lie in low <= x < high (the last one takes its high too)."""

    low: float
    high: float
    count: int


def quantiles(values: FloatArray) -> Quantiles:
    """The quantiles as draws that did occur, so that an infinite one (never) stands beside finite ones.

    >>> quantiles(np.array([4.0, 3.0, 2.0, np.inf, 1.0]))
    Quantiles(p10=1.0, p50=3.0, p80=4.0, p90=None)
    """
    ordered = np.sort(values)
    return Quantiles(*(_at(ordered, math.ceil(len(ordered) * chance)) for chance in _CHANCES))


def half_width(values: FloatArray) -> Quantiles:
    """Half of each quantile's 95 % interval, from the draws about it (the order statistics' binomial)."""
    ordered, n = np.sort(values), len(values)
    widths = []
    for chance in _CHANCES:
        reach = _SURE * math.sqrt(n * chance * (1 - chance))
        low, high = (
            _at(ordered, math.floor(n * chance - reach)),
            _at(ordered, math.ceil(n * chance + reach)),
        )
        widths.append(None if low is None or high is None else (high - low) / 2)
    return Quantiles(*widths)


def _at(ordered: FloatArray, place: int) -> float | None:
    found = float(ordered[min(max(place, 1), len(ordered)) - 1])
    return found if math.isfinite(found) else None


def binned(values: FloatArray, bins: int) -> tuple[Bin, ...]:
    """The values in so many bins of equal width.

    >>> binned(np.array([1.0, 2.0, 2.5, 3.0]), 2)
    (Bin(low=1.0, high=2.0, count=1), Bin(low=2.0, high=3.0, count=3))
    """
    counts, edges = np.histogram(values, bins)
    ends = edges.tolist()
    return tuple(
        Bin(low, high, int(count)) for low, high, count in zip(ends, ends[1:], counts, strict=False)
    )
