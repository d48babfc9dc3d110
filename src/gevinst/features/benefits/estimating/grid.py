"""The places of a driver that are looked at for a goal."""

from __future__ import annotations

from decimal import Decimal

from gevinst.engines.businesscase.model.assumption import Assumption

_BEYOND, _DOUBLINGS = 2, 11


def grid_over(driver: Assumption, steps: int) -> list[Decimal]:
    """Places to look at: even up to twice the driver's size, then doubling; below 0 where it may be."""
    ends = [driver.likely, driver.low or driver.likely, driver.high or driver.likely]
    size = max(*(abs(each) for each in ends)) * _BEYOND or Decimal(1)
    rising = [size * n / steps for n in range(steps + 1)]
    rising += [size * 2**n for n in range(1, _DOUBLINGS + 1)]
    below = [-each for each in reversed(rising) if each] if min(ends) < 0 else []
    return sorted({*below, *rising, *ends})
