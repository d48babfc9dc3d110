"""What a line's full year is multiplied by: its volume, and the price level."""

from __future__ import annotations

from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.lines import Line
from gevinst.features.benefits.reporting.workbook.formula_signs import Untranslatable
from gevinst.features.benefits.reporting.workbook.layout import Layout
from gevinst.features.benefits.reporting.workbook.terms import (
    number,
    written_at,
)


def behaviour_factors(layout: Layout, line: Line, t: int) -> list[str]:
    """The factor that the volume gives; nothing for a fixed amount."""
    behaviour = line.behaviour
    if behaviour.kind == "fixed" or behaviour.volume is None:
        return []
    first = min(line.when, default=layout.case.first) - layout.case.first
    if first < 0:
        raise Untranslatable("the volume's first year is before the years of the case")
    now, then = (written_at(layout, behaviour.volume, each) for each in (t, first))
    if behaviour.kind == "step" and behaviour.size is not None:
        size = number(behaviour.size)
        # Rounded first: a float a hair above a whole number of blocks has not begun the next.
        now, then = (f"ROUNDUP(ROUND({each}/{size},9),0)" for each in (now, then))
    return [f"({now}/{then})"]


def level_factors(case: Case, line: Line) -> list[str]:
    """The price level as its yearly rates; nothing where the line is in the case's own prices."""
    if line.price_year is None or line.price_year == case.price_year:
        return []
    rates = case.price_levels.get(line.price_index) or case.price_levels.get("general") or {}
    first, last = sorted((line.price_year, case.price_year))
    product = "*".join(f"(1+{number(rates[year])})" for year in range(first + 1, last + 1))
    return [f"({product})"] if case.price_year > line.price_year else [f"(1/({product}))"]
