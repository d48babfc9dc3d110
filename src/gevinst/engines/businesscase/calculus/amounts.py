"""The amount of a line in each year: driver, behaviour, share of the year, price level."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from gevinst.engines.businesscase.calculus.baselines import carried_on
from gevinst.engines.businesscase.calculus.drivers import DRIVERS, Quantity
from gevinst.engines.businesscase.calculus.price_levels import factor
from gevinst.engines.businesscase.calculus.tiers import blocks, tiered
from gevinst.engines.businesscase.calculus.values import Number, Values
from gevinst.engines.businesscase.estimators.tiered import Tiered
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.lines import Line


def quantities(line: Line, values: Values) -> dict[int, Quantity]:
    """The line's DKK, hours and FTE in each year in which it has a share, in the case's price year.

    Raises `ValueError` for a price year that there is no index for, and as `Values.at`.
    """
    case, number = values.case, values.number
    level = number(factor(case, line.price_year, line.price_index))
    found: dict[int, Quantity] = {}
    for year, share in line.when.items():
        if case.first <= year <= case.last:
            full = _full_year(line, values, year).times(_behaviour(line, values, year))
            found[year] = _priced(full, level).times(number(share))
    return found


def _priced(full: Quantity, level: Number) -> Quantity:
    return Quantity(full.dkk * level, full.hours, full.fte)


def _full_year(line: Line, values: Values, year: int) -> Quantity:
    amount, number = line.amount, values.number
    if amount.driver == "history":
        return Quantity(number(_history(line, values.case)[year]))
    terms = {name: values.of(formula, year) for name, formula in amount.terms.items()}
    if amount.driver == "tiered":
        cost = tiered(terms["units"], cast(Tiered, amount.prices))
        return Quantity(cost * terms.get("periods", number(1)))
    return DRIVERS[amount.driver](terms, number)


def _history(line: Line, case: Case) -> dict[int, Decimal]:
    exact = Values(case)
    terms = {name: exact.of(formula, case.first) for name, formula in line.amount.terms.items()}
    return carried_on(
        line.amount.history,
        case.years,
        case.baseline,
        committed=line.amount.committed,
        growth=terms.get("growth"),
        step=terms.get("step"),
    )


def _behaviour(line: Line, values: Values, year: int) -> Number:
    behaviour, one = line.behaviour, values.number(1)
    if behaviour.kind == "fixed" or behaviour.volume is None:
        return one
    first = min(line.when, default=year)
    now, then = values.of(behaviour.volume, year), values.of(behaviour.volume, first)
    if behaviour.kind == "step" and behaviour.size is not None:
        now, then = blocks(now, behaviour.size), blocks(then, behaviour.size)
    return now / then
