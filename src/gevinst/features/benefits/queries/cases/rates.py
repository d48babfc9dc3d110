"""The rates and hours that a case is counted by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import cast

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.parameters import at, number
from gevinst.features.benefits.queries.cases.results import ZERO

RATE = "discount-rate"


@dataclass(frozen=True, slots=True)
class Discount:
    """The rates that a present value is counted by: from which date they hold, and who says so."""

    rates: Mapping[int, Decimal]
    since: date
    source: str


def discount(case: Case, on: date) -> Discount:
    """The rates of the year that the case names, else of its price year; of `on` where there are none."""
    named = case.discount[:4]
    year = int(named) if named.isdigit() else case.price_year
    try:
        held = at(RATE, year)
    except ValueError:
        held = at(RATE, on)
    return Discount(cast("Mapping[int, Decimal]", held.value), held.start, held.source)


def effective_hours(result: Result, on: date) -> Decimal:
    """Hours a year of an FTE: a number or an assumption that the case names, else the shipped ones."""
    stated = result.case.effective_hours
    if stated in result.values:
        return result.values[stated]
    try:
        given = Decimal(stated)
    except InvalidOperation:
        given = ZERO
    return given if given > 0 else number("hours-norm", on) * number("utilisation", on)


def yearly(result: Result, on: date) -> tuple[Decimal, Decimal]:
    """Hours and FTE freed in a mean year of operation; each from the other where no line tells it."""
    start = result.case.operation_from - result.case.first
    hours, fte = result.hours[start:], result.fte[start:]
    mean_hours = sum(hours, ZERO) / len(hours)
    mean_fte = sum(fte, ZERO) / len(fte)
    effective = effective_hours(result, on)
    if not mean_fte:
        return mean_hours, mean_hours / effective
    return mean_hours or mean_fte * effective, mean_fte
