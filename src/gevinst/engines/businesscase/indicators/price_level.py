"""Price levels: an amount knows its price year, moves to another by index, and never mixes with another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

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


def adjustment(level_correction: Decimal, forecast: Decimal) -> Decimal:
    """The growth from one year's price level to the next by the state's method (0.03 is 3 %).

    The correction of the earlier forecast comes first, then the forecast of the year, compounded.
    Source: Agency for Public Finance and Management, price and wage assumptions.

    >>> round(100 * adjustment(Decimal("0.002"), Decimal("0.028")), 1)
    Decimal('3.0')
    """
    return (1 + level_correction) * (1 + forecast) - 1


def price_factor(growth: Mapping[int, Decimal], *, from_year: int, to_year: int) -> Decimal:
    """What an amount is multiplied by to move between price years; `growth[Y]` is from Y - 1 to Y (0-1).

    Raises: ValueError where the index lacks one of the years, or prices fall by 100 % or more.

    >>> index = {2024: Decimal("0.04"), 2025: Decimal("0.03")}
    >>> price_factor(index, from_year=2023, to_year=2025), price_factor(index, from_year=2025, to_year=2025)
    (Decimal('1.0712'), Decimal('1'))
    """
    first, last = sorted((from_year, to_year))
    product = Decimal(1)
    for year in range(first + 1, last + 1):
        if year not in growth:
            raise ValueError(f"the index has no growth for {year}: it has {sorted(growth)}")
        if growth[year] <= -1:
            raise ValueError(
                f"the index falls by {-growth[year]} in {year}: write a share, 0.03 for 3 %"
            )
        product *= 1 + growth[year]
    return product if to_year >= from_year else 1 / product


def converted(
    amount: Decimal, from_year: int, to_year: int, growth: Mapping[int, Decimal]
) -> Decimal:
    """The amount in the prices of another year, unrounded; `growth[Y]` is from Y - 1 to Y (0-1).

    Raises: ValueError as `price_factor`.

    >>> converted(Decimal(1000), 2024, 2025, {2025: Decimal("0.03")})
    Decimal('1030.00')
    """
    return amount * price_factor(growth, from_year=from_year, to_year=to_year)


def convert(priced: PricedAmount, to_year: int, growth: Mapping[int, Decimal]) -> PricedAmount:
    """The same amount with another price year.

    Raises: ValueError as `price_factor`.

    >>> convert(PricedAmount(Decimal(1000), 2024), 2025, {2025: Decimal("0.03")})
    PricedAmount(amount=Decimal('1030.00'), price_year=2025)
    """
    return PricedAmount(converted(priced.amount, priced.price_year, to_year, growth), to_year)


def series_at_prices(
    nominal: Sequence[Decimal], *, first_year: int, price_year: int, growth: Mapping[int, Decimal]
) -> tuple[Decimal, ...]:
    """A series in each year's own prices, as real values at the prices of one year (DKK).

    Raises: ValueError as `price_factor`.

    >>> series_at_prices([Decimal(100), Decimal(103)], first_year=2024, price_year=2025,
    ...     growth={2025: Decimal("0.03")})
    (Decimal('103.00'), Decimal('103'))
    """
    return tuple(
        converted(value, year, price_year, growth) for year, value in enumerate(nominal, first_year)
    )
