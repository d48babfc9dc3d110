"""An amount that knows its price year: it moves to another by index and never mixes with another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.indicators.price_level import converted
from gevinst.engines.businesscase.indicators.series import ZERO


@dataclass(frozen=True, slots=True)
class PricedAmount:
    """An amount in DKK at the prices of one year.

    >>> PricedAmount(Decimal(100), 2024) + PricedAmount(Decimal(1), 2024)
    PricedAmount(amount=Decimal('101'), price_year=2024)
    """

    amount: Decimal
    price_year: int

    def __add__(self, other: PricedAmount) -> PricedAmount:
        """The sum of two amounts of one price year. Raises: ValueError where the price years differ."""
        return total((self, other))


def total(amounts: Iterable[PricedAmount]) -> PricedAmount:
    """The sum of amounts that all have the same price year.

    Raises: ValueError where the price years differ or there is no amount.

    >>> total([PricedAmount(Decimal(1), 2024), PricedAmount(Decimal(2), 2025)])
    Traceback (most recent call last):
    ValueError: amounts at the prices of 2024 and 2025 cannot be added: convert them to one price year first
    """
    amounts = tuple(amounts)
    years = sorted({priced.price_year for priced in amounts})
    if len(years) != 1:
        found = " and ".join(map(str, years))
        raise ValueError(
            f"amounts at the prices of {found} cannot be added: convert them to one price year first"
            if years
            else "no amounts to add: there is no price year to give the sum"
        )
    return PricedAmount(sum((priced.amount for priced in amounts), ZERO), years[0])


def convert(priced: PricedAmount, to_year: int, growth: Mapping[int, Decimal]) -> PricedAmount:
    """The same amount with another price year.

    Raises: ValueError as `price_factor`.

    >>> convert(PricedAmount(Decimal(1000), 2024), 2025, {2025: Decimal("0.03")})
    PricedAmount(amount=Decimal('1030.00'), price_year=2025)
    """
    return PricedAmount(converted(priced.amount, priced.price_year, to_year, growth), to_year)
