"""One line in every year of the horizon, to the øre, as the case's perspective sees it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.calculus.amounts import quantities
from gevinst.engines.businesscase.calculus.drivers import Quantity
from gevinst.engines.businesscase.calculus.shares import part
from gevinst.engines.businesscase.calculus.values import Values
from gevinst.engines.businesscase.model.lines import Line
from gevinst.engines.money import half_up

ZERO = Decimal(0)
Series = tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class LineYears:
    """A line's DKK (two decimals), hours and FTE by year of the horizon; 0 in years without."""

    line: Line
    dkk: Series
    hours: Series
    fte: Series


def line_years(line: Line, values: Values) -> LineYears:
    """A line in every year of the horizon, as the case's perspective sees it.

    Raises `ValueError` for a negative amount, naming line and year.
    """
    found = quantities(line, values)
    for year, quantity in found.items():
        if quantity.dkk < 0:
            raise ValueError(f"{line.id} is {quantity.dkk} DKK in {year}: amounts are not negative")
    case, none = values.case, Quantity(ZERO)
    by_year = [(found.get(year, none), part(case, line, year)) for year in case.years]
    return LineYears(
        line,
        tuple(half_up(each.dkk * share) for each, share in by_year),
        tuple((each.hours or ZERO) * share for each, share in by_year),
        tuple((each.fte or ZERO) * share for each, share in by_year),
    )
