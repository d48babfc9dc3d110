"""Prices that fall with volume."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True)
class Tiers:
    """Steps (from this many units, DKK a unit and period), the first from 0 or 1, in rising order.

    `all_units`: the step reached is the price of every unit; `marginal`: only of the units within it.
    Raises: ValueError for no step, steps out of order and a first step above 1.
    """

    steps: tuple[tuple[int, Decimal], ...]
    mode: Literal["all_units", "marginal"] = "all_units"

    def __post_init__(self) -> None:
        starts = [start for start, _ in self.steps]
        if not starts or starts[0] not in (0, 1) or sorted(set(starts)) != starts:
            raise ValueError(f"steps from {starts} units: begin at 0 or 1 and rise")

    def price(self, units: int) -> Decimal:
        """DKK a period for one unit when there are so many; for `marginal` the price of the last one.

        Raises: ValueError for units below zero.

        >>> Tiers(((1, Decimal(3000)), (101, Decimal(2100)))).price(103)
        Decimal('2100')
        """
        if units < 0:
            raise ValueError(f"{units} units have no price")
        reached = [price for start, price in self.steps if start <= units]
        return reached[-1] if reached else self.steps[0][1]

    def cost(self, units: int, periods: int = 1) -> Decimal:
        """DKK for so many units over so many periods. Raises `ValueError` as `price`.

        >>> Tiers(((1, Decimal(3000)), (101, Decimal(2100)))).cost(103, periods=12)
        Decimal('2595600')
        """
        last = self.price(units)
        if self.mode == "all_units":
            return units * last * periods
        # Unit number n is priced by the step that n has reached.
        ends = [start - 1 for start, _ in self.steps[1:]] + [units]
        counted, whole = 0, Decimal(0)
        for end, (_, price) in zip(ends, self.steps, strict=True):
            within = max(min(end, units) - counted, 0)
            counted, whole = counted + within, whole + within * price
        return whole * periods
