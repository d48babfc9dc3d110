"""Where a curve changes sign: the range widened until it does, each change halved down."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from gevinst.engines.businesscase.uncertainty.measures import (
    FloatArray,
)
from gevinst.engines.businesscase.uncertainty.spreads import Spread

_GRID = 1025
_WIDENINGS = 12
_HALVINGS = 100
Curve = Callable[[FloatArray], FloatArray]


def widened_range(curve: Curve, spread: Spread) -> tuple[float, float]:
    """The driver's range, doubled about its base until the measure changes sign in it."""
    reach = max(spread.high - spread.likely, spread.likely - spread.low, abs(spread.likely) / 10)
    reach = reach or 1.0
    for doubling in range(_WIDENINGS + 1):
        low, high = spread.likely - reach * 2**doubling, spread.likely + reach * 2**doubling
        # Negative visits or hours would be an answer to nothing.
        low = max(low, 0.0) if spread.low >= 0 else low
        signs = np.sign(curve(np.linspace(low, high, _GRID)))
        if signs.min() < signs.max():
            break
    return low, high


def crossings(curve: Curve, low: float, high: float) -> tuple[float, ...]:
    """Every change between negative and not negative, each halved down to the last digit, all at once."""
    grid = np.linspace(low, high, _GRID)
    negative = curve(grid) < 0
    places = np.flatnonzero(negative[:-1] != negative[1:])
    left, right = grid[places], grid[places + 1]
    for _ in range(_HALVINGS if len(places) else 0):
        middle = (left + right) / 2
        like_left = (curve(middle) < 0) == negative[places]
        left, right = np.where(like_left, middle, left), np.where(like_left, right, middle)
    # The side that is not negative: there the measure is reached.
    return tuple(float(each) for each in np.where(negative[places], right, left))
