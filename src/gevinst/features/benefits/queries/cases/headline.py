"""The headline figures of a case file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from gevinst.features.benefits.queries.cases.rates import discount, yearly
from gevinst.features.benefits.queries.cases.results import evaluated


def headline(text: str, on: date) -> dict[str, str]:
    """The headline figures of a case file as text; nothing where it has faults or a figure is not there."""
    result = evaluated(text).result
    if result is None:
        return {}
    hours, fte = yearly(result, on)
    turn = result.break_even()
    payback = result.payback()
    roi = result.roi()
    found = {
        "net": result.total,
        "roi": None if roi is None else round(roi, 6),
        "break_even": None if turn is None else turn.year,
        "payback": None if payback is None else round(payback, 4),
        "npv": round(result.npv(discount(result.case, on).rates), 2),
        "hours": round(hours, 2),
        "fte": round(fte, 4),
    }
    return {name: _plain(value) for name, value in found.items() if value is not None}


def _plain(value: Decimal | int) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)
