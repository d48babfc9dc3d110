"""One line in every year of the horizon, to the øre, as the case's perspective sees it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.calculus.amounts import quantities
from gevinst.engines.businesscase.calculus.drivers import Quantity
from gevinst.engines.businesscase.calculus.shares import part, seen
from gevinst.engines.businesscase.calculus.values import Values
from gevinst.engines.businesscase.model.lines import Line

ZERO = Decimal(0)
Series = tuple[Decimal, ...]


class LineFault(ValueError):
    """A line that cannot be worked out; `line` is its id."""

    def __init__(self, line: str, reason: str) -> None:
        super().__init__(f"{line}: {reason}")
        self.line, self.reason = line, reason


@dataclass(frozen=True, slots=True)
class LineYears:
    """A line's DKK (two decimals), hours and FTE by year of the horizon; 0 in years without."""

    line: Line
    dkk: Series
    hours: Series
    fte: Series


def line_years(line: Line, values: Values) -> LineYears:
    """A line in every year of the horizon, as the case's perspective sees it.

    Raises `LineFault` for an amount that cannot be worked out or is negative, naming line and year.
    """
    case, none = values.case, Quantity(ZERO)
    found = _worked_out(line, values)
    by_year = [(found.get(year, none), part(case, line, year)) for year in case.years]
    return LineYears(
        line,
        tuple(seen(case, line, year, found.get(year, none).dkk) for year in case.years),
        tuple((each.hours or ZERO) * share for each, share in by_year),
        tuple((each.fte or ZERO) * share for each, share in by_year),
    )


def _worked_out(line: Line, values: Values) -> dict[int, Quantity]:
    try:
        found = quantities(line, values)
    except (ValueError, ArithmeticError, TypeError) as error:
        raise LineFault(line.id, str(error)) from error
    for year, quantity in found.items():
        if not isinstance(quantity.dkk, Decimal) or not quantity.dkk.is_finite():
            raise LineFault(line.id, f"{quantity.dkk} in {year} is not an amount")
        if quantity.dkk < 0:
            raise LineFault(line.id, f"{quantity.dkk} DKK in {year}: amounts are not negative")
    return found
