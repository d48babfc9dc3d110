"""The state's price and wage assumptions as one growth a year, for `indicators.price_factor`."""

from __future__ import annotations

from decimal import Decimal

from gevinst.engines.businesscase.parameters.book import Book, shipped

PRICE_INDICES = ("general", "wages", "consumer", "net-price", "construction", "road")


def price_growth(index: str, *, of: Book | None = None) -> dict[int, Decimal]:
    """Growth into each year there is (0-1): the correction of the earlier forecast, then the year's forecast.

    Raises: ValueError for an unknown index, or a year with only one of the two.
    Source: Agency for Public Finance and Management, price and wage assumptions.

    >>> round(100 * price_growth("wages")[2025], 1)
    Decimal('4.1')
    """
    source = of or shipped()
    corrections = source.named(f"price-level-correction-{index}")
    forecasts = source.named(f"price-forecast-{index}")
    years = {dated.start.year for dated in (*corrections.values, *forecasts.values)}
    return {year: _growth(source, index, year) for year in sorted(years)}


def _growth(source: Book, index: str, year: int) -> Decimal:
    parts = (f"price-level-correction-{index}", f"price-forecast-{index}")
    growth = Decimal(1)
    for part in parts:
        value = source.value(part, year, "number")
        assert isinstance(value, Decimal)
        growth *= 1 + value
    return growth - 1
