"""Price levels: the growth of an index, and figures moved from one price year to another by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal


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
