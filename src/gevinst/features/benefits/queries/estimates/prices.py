"""Price rises by year, as a case counts them."""

from __future__ import annotations

from decimal import Decimal

from gevinst.engines.businesscase.parameters import price_growth
from gevinst.features.benefits.queries.cases.results import evaluated


def rates_of(text: str) -> dict[int, Decimal]:
    """Price rises by year: the state's general index, and the case's own on top of it."""
    case = evaluated(text).case
    own = {} if case is None else case.price_levels.get("general", {})
    return {**price_growth("general"), **own}
