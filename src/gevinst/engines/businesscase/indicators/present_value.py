"""Present value: discount factors from a falling rate, net present value and its yearly equivalent."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from gevinst.engines.businesscase.indicators.discounting import (
    Rates,
    discount_factors,
    present_values,
)
from gevinst.engines.businesscase.indicators.series import ZERO


def npv(net: Sequence[Decimal], rates: Rates, *, from_year: int) -> Decimal:
    """The value in the base year of a yearly net (DKK), whose first value falls `from_year` years later.

    0 leaves the first year undiscounted, 1 discounts it by one year.
    Raises: ValueError where `from_year` is negative.

    >>> round(npv([Decimal(-100), Decimal(121)], Decimal("0.10"), from_year=0), 2)
    Decimal('10.00')
    >>> round(npv([Decimal(121)], Decimal("0.10"), from_year=2), 2)
    Decimal('100.00')
    """
    return sum(present_values(net, rates, from_year=from_year), ZERO)


def annuity_factor(years: int, rates: Rates) -> Decimal:
    """The present value of 1 DKK at the end of each of so many years: DF[1] + .. + DF[years].

    Raises: ValueError where there is not one year.

    >>> annuity_factor(2, Decimal(0)), round(annuity_factor(10, Decimal("0.035")), 4)
    (Decimal('2'), Decimal('8.3166'))
    """
    if years < 1:
        raise ValueError(f"an annuity over {years} years: it runs for at least one")
    return sum(discount_factors(years + 1, rates)[1:], ZERO)


def equivalent_annual_net(value: Decimal, years: int, rates: Rates) -> Decimal:
    """The equal yearly amount (DKK/year, at each year's end) with the given present value.

    Raises: ValueError where there is not one year.

    >>> round(equivalent_annual_net(Decimal("8.3166"), 10, Decimal("0.035")), 4)
    Decimal('1.0000')
    """
    return value / annuity_factor(years, rates)
