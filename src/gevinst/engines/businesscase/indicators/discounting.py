"""Discount factors from a rate that may fall with the years, and amounts brought back by them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

# One rate for all years, or the rate that holds from each year on: {0: 0.035, 36: 0.025, 71: 0.015}.
Rates = Decimal | Mapping[int, Decimal]


def rate_in(rates: Rates, year: int) -> Decimal:
    """The rate (0-1) that holds in a year counted from the base year.

    Raises: ValueError where the table has no rate that early.

    >>> table = {0: Decimal("0.035"), 36: Decimal("0.025"), 71: Decimal("0.015")}
    >>> rate_in(table, 35), rate_in(table, 36), rate_in(Decimal("0.04"), 99)
    (Decimal('0.035'), Decimal('0.025'), Decimal('0.04'))
    """
    if isinstance(rates, Decimal):
        return rates
    begun = [start for start in rates if start <= year]
    if not begun:
        raise ValueError(f"no discount rate in year {year}: the table begins in {sorted(rates)}")
    return rates[max(begun)]


def discount_factors(n: int, rates: Rates) -> tuple[Decimal, ...]:
    """The n factors DF[0] .. DF[n-1]: DF[0] is 1, each year is divided by 1 + the rate of that year.

    Raises: ValueError where n is negative, or a rate is -100 % or lower or missing.
    Source: Ministry of Finance, guidance on socio-economic analysis, June 2023 (falling rates).

    >>> factors = discount_factors(72, {0: Decimal("0.035"), 36: Decimal("0.025"), 71: Decimal("0.015")})
    >>> [round(factors[year], 6) for year in (35, 36, 71)]
    [Decimal('0.299977'), Decimal('0.292660'), Decimal('0.124534')]
    """
    if n < 0:
        raise ValueError(f"{n} discount factors were asked for: ask for none or more")
    factors = [Decimal(1)]
    for year in range(1, n):
        rate = rate_in(rates, year)
        if rate <= -1:
            raise ValueError(f"the discount rate in year {year} is {rate}: it must be above -1")
        factors.append(factors[-1] / (1 + rate))
    return tuple(factors[:n])


def present_values(net: Sequence[Decimal], rates: Rates, *, from_year: int) -> tuple[Decimal, ...]:
    """Each year of a net (DKK) valued in the base year; its first value falls `from_year` years later.

    Their cumulative sum shows the discounted break-even.
    Raises: ValueError where `from_year` is negative.

    >>> [round(value) for value in present_values([Decimal(100), Decimal(110)], Decimal("0.1"), from_year=0)]
    [100, 100]
    """
    if from_year < 0:
        raise ValueError(
            f"the first year is {-from_year} before the base year: discount to it or earlier"
        )
    factors = discount_factors(from_year + len(net), rates)[from_year:]
    return tuple(value * factor for value, factor in zip(net, factors, strict=True))
