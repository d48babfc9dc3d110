"""The figure of a goal as a function of what is replaced in a case, and where it must lie."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.model.case import Case
from gevinst.features.benefits.estimating.goals import (
    BREAK_EVEN,
    FTE,
    KINDS,
    NET,
    NPV,
    PUBLISHED,
    ROI,
    Given,
    Goal,
    Value,
)
from gevinst.features.benefits.estimating.published_goal import published
from gevinst.features.benefits.queries.cases.rates import discount, yearly

ZERO = Decimal(0)


def aim(case: Case, reading: str, goal: Goal) -> tuple[Value, Interval, Decimal]:
    """The figure as a function of what is replaced, where it must lie, and what an answer aims at."""
    chosen = reading if reading in case.readings else ""
    if goal.kind == PUBLISHED:
        return published(case, goal)
    read = _reader(case, goal)
    floor = ZERO if goal.kind == BREAK_EVEN else goal.number

    def value(given: Given) -> Decimal | None:
        try:
            return read(evaluate(case, chosen, given))
        except (ValueError, ArithmeticError):
            return None

    return value, Interval(floor, Decimal("Infinity")), floor


def _reader(case: Case, goal: Goal) -> Callable[[Result], Decimal | None]:
    if goal.kind == NET:
        return lambda result: result.total
    if goal.kind == NPV:
        return lambda result: result.npv(discount(result.case, goal.on).rates)
    if goal.kind == ROI:
        return _roi
    if goal.kind == FTE:
        return lambda result: yearly(result, goal.on)[1]
    if goal.kind == BREAK_EVEN:
        if goal.year not in case.years:
            raise ValueError(f"{goal.year} is not a year of the case: {case.first}-{case.last}")
        return lambda result: result.cumulative[goal.year - case.first]
    raise ValueError(f"no goal is called {goal.kind!r}: use one of {', '.join(KINDS)}")


def _roi(result: Result) -> Decimal | None:
    """The return; without bound where something is gained at no cost, so that the fall to it has no hole."""
    found = result.roi()
    if found is None and sum(result.gain, ZERO) > 0:
        return Decimal("Infinity")
    return found
