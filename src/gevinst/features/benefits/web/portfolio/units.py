"""The units of the portfolio, as the address names them and as the page says them."""

from __future__ import annotations

from gevinst.features.benefits.queries.portfolio.holding import Unit
from gevinst.features.benefits.register_choices import Unit as Units

DKK = (str(Units.DKK), "")


def unit_code(unit: Unit) -> str:
    """The unit as the address names it."""
    return unit[1] or unit[0]


def unit_word(unit: Unit) -> str:
    """The unit as the page says it."""
    return unit[1] or str(Units(unit[0]).label)
