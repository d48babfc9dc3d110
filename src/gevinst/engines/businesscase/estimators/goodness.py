"""How well a candidate fits: its error on years left out, its r2, its mean share of error."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from gevinst.engines.businesscase.estimators.fits import Fit, Points

Fitter = Callable[[Points], Fit]


def share_of(part: float, whole: float) -> float | None:
    """The part of the whole; 0 of anything is 0, and what is left of nothing has no share."""
    if not part:
        return 0.0
    return part / whole if whole else None


def left_one_out(fitter: Fitter, points: Points) -> float | None:
    """The root mean square error on each year, foretold from all the others; None of one year."""
    if len(points) == 1:
        return None
    errors = [
        y - fitter([*points[:at], *points[at + 1 :]]).value(x) for at, (x, y) in enumerate(points)
    ]
    return math.sqrt(math.fsum(e * e for e in errors) / len(errors))


def r2(pairs: Sequence[tuple[float, float]]) -> float | None:
    """1 - the square left over / the square around the mean; None where nothing varies."""
    mean = math.fsum(y for y, _ in pairs) / max(len(pairs), 1)
    around = math.fsum((y - mean) ** 2 for y, _ in pairs)
    return 1 - math.fsum((y - f) ** 2 for y, f in pairs) / around if around else None


def mape(pairs: Sequence[tuple[float, float]]) -> float | None:
    """The mean absolute error as a share of the observed; years of 0 are passed over, None where all are."""
    shares = [abs((y - f) / y) for y, f in pairs if y]
    return math.fsum(shares) / len(shares) if shares else None
