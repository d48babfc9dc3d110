"""The discount rates that a case is brought back by."""

from __future__ import annotations

from gevinst.engines.businesscase.indicators.discounting import Rates
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.parameters import by_year, shipped


def rates(case: Case) -> Rates:
    """The discount rates of the year the case names, else its price year; the newest where none held."""
    year = int(case.discount[:4]) if case.discount[:4].isdigit() else case.price_year
    try:
        return by_year("discount-rate", year)
    except ValueError:
        newest = shipped().named("discount-rate").values[-1]
        return by_year("discount-rate", newest.start)
