"""What is read off a net per year: total, net present value, break-even; and the shapes all share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
# From one array of n values per driver to net per year, shape (n, years), DKK.
Outcome = Callable[[Mapping[str, FloatArray]], FloatArray]
# From net per year, shape (n, years), to one figure per row, shape (n,).
Measure = Callable[[FloatArray], FloatArray]


def cumulative(net: FloatArray) -> FloatArray:
    """K[t], the running sum over the years; shape as `net`."""
    return np.cumsum(net, axis=1, dtype=np.float64)


def total(net: FloatArray) -> FloatArray:
    """K[T], the sum over all years, DKK; shape (n,).

    Summed year by year, so that a row's answer does not depend on how many rows it came with.

    >>> total(np.array([[-10.0, 4.0, 9.0]]))
    array([3.])
    """
    last: FloatArray = cumulative(net)[:, -1]
    return last


def npv(factors: Sequence[float]) -> Measure:
    """The measure sum N[t] DF[t], with one discount factor per year (the first usually 1).

    The measure raises `ValueError` when the years are not as many as the factors.

    >>> npv([1.0, 0.5])(np.array([[-10.0, 30.0]]))
    array([5.])
    """
    weights = np.asarray(factors, dtype=np.float64)

    def measure(net: FloatArray) -> FloatArray:
        if net.shape[1] != len(weights):
            raise ValueError(
                f"net has {net.shape[1]} years and there are {len(weights)} discount factors: "
                "give one factor per year"
            )
        return total(net * weights)

    return measure


def break_even(net: FloatArray) -> FloatArray:
    """The number of the first year with K[t] >= 0, counted from 1; infinite where it never comes.

    >>> break_even(np.array([[-10.0, 4.0, 9.0], [-10.0, 1.0, 1.0]]))
    array([ 3., inf])
    """
    reached = cumulative(net) >= 0
    return np.where(reached.any(axis=1), reached.argmax(axis=1) + 1.0, np.inf)


def evaluated(outcome: Outcome, values: Mapping[str, FloatArray], rows: int) -> FloatArray:
    """The outcome's net per year, with its shape (rows, years) proved.

    Raises `ValueError` when the outcome answers in another shape or with something not a number.
    """
    net = np.asarray(outcome(values), dtype=np.float64)
    if net.ndim != 2 or net.shape[0] != rows or not net.shape[1]:  # noqa: PLR2004
        raise ValueError(
            f"the outcome answered with shape {net.shape} to {rows} rows: give (rows, years)"
        )
    if np.isnan(net).any():
        raise ValueError("the outcome answered with something that is not a number")
    return net
