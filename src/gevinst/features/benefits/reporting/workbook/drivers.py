"""What a line comes to in a year as an Excel formula over the assumptions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from gevinst.engines.businesscase.calculus.baselines import carried_on
from gevinst.engines.businesscase.calculus.values import nearest
from gevinst.engines.businesscase.estimators.tiered import Tiered
from gevinst.engines.businesscase.figures.formula import Formula
from gevinst.engines.businesscase.model.amounts import Amount
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.lines import Line
from gevinst.features.benefits.reporting.workbook.formula import (
    MULTIPLY,
    POWER,
    Untranslatable,
    excel,
)
from gevinst.features.benefits.reporting.workbook.layout import Layout

Written = Mapping[str, str]


def dkk(layout: Layout, line: Line, t: int) -> str:
    """DKK of a full year, at the case's price level, following its volume; without rounding.

    Raises: Untranslatable.
    """
    return "*".join(
        [_full_year(layout, line, t), *_behaviour(layout, line, t), *_level(layout.case, line)]
    )


def hours(layout: Layout, line: Line, t: int) -> str:
    """Hours of a full year; "" where the driver does not tell them. Raises: Untranslatable."""
    written = _terms(layout, line.amount, t)
    match line.amount.driver:
        case "time":
            told = _time(written)
        case "hours":
            told = written["hours"]
        case "staffing" if "effective" in written:
            told = f"{written['fte']}*{written['effective']}"
        case _:
            return ""
    return "*".join([told, *_behaviour(layout, line, t)])


def fte(layout: Layout, line: Line, t: int) -> str:
    """FTE of a full year; "" where the driver does not tell them. Raises: Untranslatable."""
    if line.amount.driver != "staffing":
        return ""
    told = _terms(layout, line.amount, t)["fte"]
    return "*".join([told, *_behaviour(layout, line, t)])


def _full_year(layout: Layout, line: Line, t: int) -> str:
    if line.amount.driver == "history":
        return _history(layout, line, t)
    written = _terms(layout, line.amount, t)
    if line.amount.prices is not None:
        return f"{_tiered(line.amount.prices, written['units'])}{_periods(written)}"
    return _DRIVERS[line.amount.driver](written)


def _terms(layout: Layout, amount: Amount, t: int) -> Written:
    return {name: _at(layout, formula, t) for name, formula in amount.terms.items()}


def _at(layout: Layout, formula: Formula, t: int, within: int = MULTIPLY + 1) -> str:
    return excel(formula, lambda name: layout.assumption(name, t), within)


def _periods(written: Written) -> str:
    return f"*{written['periods']}" if "periods" in written else ""


def _time(written: Written) -> str:
    return f"{written['units']}*{written['minutes']}/60{_periods(written)}"


def _tiered(prices: Tiered, units: str) -> str:
    if prices.kind == "whole":
        told = number(prices.tiers[0].price)
        for tier in prices.tiers[1:]:
            told = f"IF({units}>{number(tier.above)},{number(tier.price)},{told})"
        return f"{units}*{told}"
    parts = []
    for tier, following in zip(prices.tiers, [*prices.tiers[1:], None], strict=True):
        top = units if following is None else f"MIN({units},{number(following.above)})"
        parts.append(f"MAX({top}-{number(tier.above)},0)*{number(tier.price)}")
    return f"({'+'.join(parts)})"


def _behaviour(layout: Layout, line: Line, t: int) -> list[str]:
    """The factor that the volume gives; nothing for a fixed amount."""
    behaviour = line.behaviour
    if behaviour.kind == "fixed" or behaviour.volume is None:
        return []
    first = min(line.when, default=layout.case.first) - layout.case.first
    if first < 0:
        raise Untranslatable("the volume's first year is before the years of the case")
    now, then = (_at(layout, behaviour.volume, each) for each in (t, first))
    if behaviour.kind == "step" and behaviour.size is not None:
        size = number(behaviour.size)
        # Rounded first: a float a hair above a whole number of blocks has not begun the next.
        now, then = (f"ROUNDUP(ROUND({each}/{size},9),0)" for each in (now, then))
    return [f"({now}/{then})"]


def _level(case: Case, line: Line) -> list[str]:
    """The price level as its yearly rates; nothing where the line is in the case's own prices."""
    if line.price_year is None or line.price_year == case.price_year:
        return []
    rates = case.price_levels.get(line.price_index) or case.price_levels.get("general") or {}
    first, last = sorted((line.price_year, case.price_year))
    product = "*".join(f"(1+{number(rates[year])})" for year in range(first + 1, last + 1))
    return [f"({product})"] if case.price_year > line.price_year else [f"(1/({product}))"]


def _history(layout: Layout, line: Line, t: int) -> str:
    """What was spent, carried on: by growth as a formula, else as the number that it comes to."""
    case, history = layout.case, line.amount.history
    year, last = case.first + t, max(history)
    if year <= last:
        return number(nearest(history, year))
    if case.baseline != "counterfactual":
        found = carried_on(history, case.years, case.baseline, committed=line.amount.committed)
        return number(found[year])
    rate = line.amount.terms.get("growth")
    step = line.amount.terms.get("step")
    told = number(history[last])
    if rate is not None:
        told = f"{told}*(1+{_at(layout, rate, 0, POWER)})^{year - last}"
    if step is not None:
        told = f"({told}+{_at(layout, step, 0)}*{year - last})"
    return f"({told})"


def number(value: Decimal) -> str:
    """A number as Excel reads it, in brackets where it is negative.

    >>> number(Decimal("1E+3")), number(Decimal("-0.5"))
    ('1000', '(-0.5)')
    """
    plain = format(value, "f")
    return f"({plain})" if value < 0 else plain


_DRIVERS: Final[Mapping[str, Callable[[Written], str]]] = {
    "amount": lambda written: written["amount"],
    "time": lambda written: f"{_time(written)}*{written['rate']}",
    "hours": lambda written: f"{written['hours']}*{written['rate']}",
    "staffing": lambda written: f"{written['fte']}*{written['cost']}",
    "volume": lambda written: f"{written['units']}*{written['price']}{_periods(written)}",
}
