"""What a line comes to in a year as an Excel formula over the assumptions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from gevinst.engines.businesscase.estimators.tiered import Tiered
from gevinst.engines.businesscase.model.lines import Line
from gevinst.features.benefits.reporting.workbook.layout import Layout
from gevinst.features.benefits.reporting.workbook.line_factors import (
    behaviour_factors,
    level_factors,
)
from gevinst.features.benefits.reporting.workbook.line_history import history_dkk
from gevinst.features.benefits.reporting.workbook.terms import (
    Written,
    number,
    periods,
    terms_at,
)


def dkk(layout: Layout, line: Line, t: int) -> str:
    """DKK of a full year, at the case's price level, following its volume; without rounding.

    Raises: Untranslatable.
    """
    return "*".join(
        [
            _full_year(layout, line, t),
            *behaviour_factors(layout, line, t),
            *level_factors(layout.case, line),
        ]
    )


def hours(layout: Layout, line: Line, t: int) -> str:
    """Hours of a full year; "" where the driver does not tell them. Raises: Untranslatable."""
    written = terms_at(layout, line.amount, t)
    match line.amount.driver:
        case "time":
            told = _time(written)
        case "hours":
            told = written["hours"]
        case "staffing" if "effective" in written:
            told = f"{written['fte']}*{written['effective']}"
        case _:
            return ""
    return "*".join([told, *behaviour_factors(layout, line, t)])


def fte(layout: Layout, line: Line, t: int) -> str:
    """FTE of a full year; "" where the driver does not tell them. Raises: Untranslatable."""
    if line.amount.driver != "staffing":
        return ""
    told = terms_at(layout, line.amount, t)["fte"]
    return "*".join([told, *behaviour_factors(layout, line, t)])


def _full_year(layout: Layout, line: Line, t: int) -> str:
    if line.amount.driver == "history":
        return history_dkk(layout, line, t)
    written = terms_at(layout, line.amount, t)
    if line.amount.prices is not None:
        return f"{_tiered(line.amount.prices, written['units'])}{periods(written)}"
    return _DRIVERS[line.amount.driver](written)


def _time(written: Written) -> str:
    return f"{written['units']}*{written['minutes']}/60{periods(written)}"


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


_DRIVERS: Final[Mapping[str, Callable[[Written], str]]] = {
    "amount": lambda written: written["amount"],
    "time": lambda written: f"{_time(written)}*{written['rate']}",
    "hours": lambda written: f"{written['hours']}*{written['rate']}",
    "staffing": lambda written: f"{written['fte']}*{written['cost']}",
    "volume": lambda written: f"{written['units']}*{written['price']}{periods(written)}",
}
