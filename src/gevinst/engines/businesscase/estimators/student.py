"""Student's t distribution for whole degrees of freedom: its share within +-t, and its quantiles."""

from __future__ import annotations

import math


def within(t: float, df: int) -> float:
    """P(-t <= T <= t) for t >= 0 and `df` >= 1 whole degrees of freedom, 0-1.

    The finite sums for whole degrees of freedom, so nothing is approximated but the float itself.
    Source: Abramowitz & Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.

    >>> round(within(1.0, 1), 12), round(within(2.0, 2), 6)
    (0.5, 0.816497)
    """
    angle = math.atan2(t, math.sqrt(df))
    sine, cosine = math.sin(angle), math.cos(angle)
    odd = df % 2
    term = cosine if odd else 1.0
    series = term if df > 1 else 0.0
    for step in range(2 + odd, df - 1, 2):
        term *= cosine * cosine * (step - 1) / step
        series += term
    return 2 / math.pi * (angle + sine * series) if odd else sine * series


def quantile(p: float, df: int) -> float:
    """The t that a share `p` (0 < p < 1) of the distribution with `df` degrees of freedom stays below.

    Raises `ValueError` for `p` outside 0-1 or `df` below 1.

    >>> round(quantile(0.9, 4), 4), round(quantile(0.975, 10), 4), round(quantile(0.1, 1), 4)
    (1.5332, 2.2281, -3.0777)
    """
    if not 0 < p < 1:
        raise ValueError(f"a quantile at {p}: give a share between 0 and 1")
    if df < 1:
        raise ValueError(f"a t distribution with {df} degrees of freedom: it takes one at least")
    share = abs(2 * p - 1)
    return math.copysign(_reach(share, df), p - 0.5) if share else 0.0


def _reach(share: float, df: int) -> float:
    """The t whose +-t holds `share`, found between two that surely hold less and more."""
    low, high = 0.0, 1.0
    while within(high, df) < share:
        low, high = high, 2 * high
    # Until no float lies between the two.
    while low < (middle := (low + high) / 2) < high:
        low, high = (middle, high) if within(middle, df) < share else (low, middle)
    return high
