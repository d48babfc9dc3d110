"""From one price year to another: by the case's own rates of the index, else its general ones."""

from __future__ import annotations

from decimal import Decimal

from gevinst.engines.businesscase.indicators.price_level import price_factor
from gevinst.engines.businesscase.model.case import Case


def factor(case: Case, price_year: int | None, index: str) -> Decimal:
    """What brings an amount in prices of `price_year` to the case's price year; 1 where they are the same.

    Raises `ValueError` where a year on the way has no rate.
    """
    if price_year is None or price_year == case.price_year:
        return Decimal(1)
    rates = case.price_levels.get(index) or case.price_levels.get("general") or {}
    return price_factor(rates, from_year=price_year, to_year=case.price_year)
