"""Which driver the spread of the result comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gevinst.engines.businesscase.uncertainty.measures import FloatArray
from gevinst.engines.businesscase.uncertainty.ranks import rank_correlation


@dataclass(frozen=True, slots=True)
class Contribution:
    """A driver's share of the variance, 0-1, and its rank correlation with the measure, -1..1."""

    name: str
    share: float
    correlation: float


def contributions(
    drivers: Mapping[str, FloatArray], measured: FloatArray
) -> tuple[Contribution, ...]:
    """Squared rank correlations made to sum to 1, largest first; all 0 where nothing moves the measure.

    >>> import numpy as np
    >>> up = np.array([1.0, 2.0, 3.0])
    >>> contributions({"a": up, "b": np.zeros(3)}, -up)
    (Contribution(name='a', share=1.0, correlation=-1.0), Contribution(name='b', share=0.0, correlation=0.0))
    """
    found = {name: rank_correlation(drawn, measured) for name, drawn in drivers.items()}
    whole = sum(each**2 for each in found.values())
    told = [
        Contribution(name, each**2 / whole if whole else 0.0, each) for name, each in found.items()
    ]
    return tuple(sorted(told, key=lambda each: (-each.share, each.name)))
