"""What it takes: the value of one driver for which a case reaches a goal, worked out to the øre.

A goal is a floor (net, break-even, return, FTE) or a published figure, met where its printing stands for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.figures.formula import FormulaError
from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.seek import seek
from gevinst.engines.businesscase.figures.tolerance import scalar
from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.published_figure import Check, PublishedFigure
from gevinst.engines.businesscase.proof.case_formula import CaseFormula
from gevinst.engines.businesscase.proof.outcome import expected, standing_for
from gevinst.engines.businesscase.proof.workings import Workings
from gevinst.features.benefits.queries.cases.results import discount, evaluated, yearly

NET, NPV, BREAK_EVEN, ROI, FTE = "net", "npv", "break_even", "roi", "fte"
PUBLISHED = "published"
KINDS: Final = (NET, NPV, BREAK_EVEN, ROI, FTE, PUBLISHED)
ZERO = Decimal(0)
FINE, COARSE = 120, 24
HALVINGS = 44  # past the øre of any amount
_BEYOND, _DOUBLINGS = 2, 11
Given = dict[str, Decimal]
Value = Callable[[Given], Decimal | None]


@dataclass(frozen=True, slots=True)
class Goal:
    """What is to be reached: at least `number` (DKK; a rate; FTE a year), or by the end of `year`.

    `figure` is the id of a published figure. `on` is the day whose effective hours and discount rates hold.
    """

    kind: str
    number: Decimal = ZERO
    year: int = 0
    figure: str = ""
    on: date = date.min


@dataclass(frozen=True, slots=True)
class Answer:
    """Every stretch of a driver that reaches the goal, within what was searched.

    `low`, `likely` and `high` are the driver's own; a driver by year is a factor on all its years.
    """

    driver: Assumption
    stretches: tuple[Interval, ...]
    points: tuple[Decimal | None, ...]
    searched: tuple[Decimal, Decimal]
    reached: bool

    @property
    def turns(self) -> tuple[Decimal, ...]:
        """The values at which the goal is just reached: ends of stretches, not of the search."""
        ends = (end for each in self.stretches for end in (each.low, each.high))
        return tuple(end for end in ends if end not in self.searched)

    @property
    def nearest(self) -> Decimal | None:
        """The turn nearest to where the driver is now."""
        likely = self.driver.likely
        return min(self.turns, key=lambda end: abs(end - likely), default=None)

    @property
    def inside(self) -> tuple[Decimal, ...]:
        """The turns within the driver's low and high: there the range decides whether the goal is reached."""
        low, high = self.driver.low, self.driver.high
        if low is None or high is None:
            return ()
        return tuple(end for end in self.turns if low <= end <= high)


def drivers(case: Case) -> list[Assumption]:
    """The assumptions that can be moved: all with a value of their own."""
    return [each for each in case.assumptions.values() if each.formula is None]


@lru_cache(maxsize=256)
def answer(text: str, reading: str, goal: Goal, name: str, steps: int = FINE) -> Answer:
    """What the driver must be for the goal to be reached, all else as in the case under the reading.

    `steps` are the places looked at up to twice the driver's value (above it ever further apart, to some
    thousand times). Raises `ValueError` for a goal or a driver that the case does not have.
    """
    case = _case(text)
    value, wanted, target = _goal(case, reading, goal)
    held = case.under(reading).assumptions if reading in case.readings else case.assumptions
    if name not in held or held[name].formula is not None:
        raise ValueError(f"{name} is not a driver of the case")
    driver = held[name]
    grid = grid_over(driver, steps)
    found = seek(name, lambda x: value({name: x}), wanted, target, grid, halvings=HALVINGS)
    now = value({})
    reached = now is not None and now in wanted
    return Answer(driver, found.intervals, found.points, (grid[0], grid[-1]), reached)


@lru_cache(maxsize=64)
def table(text: str, reading: str, goal: Goal) -> tuple[Answer, ...]:
    """The answer for every driver that moves the goal, those that turn nearest to their value first."""
    case = _case(text)
    value, _wanted, _target = _goal(case, reading, goal)
    held = case.under(reading) if reading in case.readings else case
    moving = [each.name for each in drivers(held) if _moves(value, each)]
    found = [answer(text, reading, goal, name, COARSE) for name in moving]
    return tuple(sorted(found, key=_distance))


def now(text: str, reading: str, goal: Goal) -> Decimal | None:
    """What the goal's figure is in the case as it stands."""
    value, _wanted, _target = _goal(_case(text), reading, goal)
    return value({})


def _distance(each: Answer) -> tuple[bool, Decimal]:
    turn, likely = each.nearest, each.driver.likely
    if turn is None:
        return True, ZERO
    return False, abs(turn - likely) / (abs(likely) or Decimal(1))


def _moves(value: Value, driver: Assumption) -> bool:
    base = value({})
    other = driver.likely * Decimal("1.1") + Decimal("0.01")
    tried = [value({driver.name: each}) for each in (other, driver.likely * Decimal("0.9"))]
    return any(each != base for each in tried)


def _case(text: str) -> Case:
    case = evaluated(text).case
    if case is None:
        raise ValueError("the case file has faults: they must be mended first")
    return case


def grid_over(driver: Assumption, steps: int) -> list[Decimal]:
    """Places to look at: even up to twice the driver's size, then doubling; below 0 where it may be."""
    ends = [driver.likely, driver.low or driver.likely, driver.high or driver.likely]
    size = max(*(abs(each) for each in ends)) * _BEYOND or Decimal(1)
    rising = [size * n / steps for n in range(steps + 1)]
    rising += [size * 2**n for n in range(1, _DOUBLINGS + 1)]
    below = [-each for each in reversed(rising) if each] if min(ends) < 0 else []
    return sorted({*below, *rising, *ends})


def _goal(case: Case, reading: str, goal: Goal) -> tuple[Value, Interval, Decimal]:
    """The figure as a function of what is replaced, where it must lie, and what an answer aims at."""
    chosen = reading if reading in case.readings else ""
    if goal.kind == PUBLISHED:
        return _published(case, goal)
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


def _published(case: Case, goal: Goal) -> tuple[Value, Interval, Decimal]:
    figure, check = figure_of(case, goal.figure)
    formula = CaseFormula(check, Workings(case))
    wanted = _printed(figure, check)

    def value(given: Given) -> Decimal | None:
        try:
            return scalar(formula.value(given))
        except (FormulaError, ValueError, ArithmeticError):
            return None

    printed = scalar(expected(figure, check))
    inside = printed is not None and wanted.low < printed < wanted.high
    target = printed if inside and printed is not None else (wanted.low + wanted.high) / 2
    return value, wanted, target


def _printed(figure: PublishedFigure, check: Check) -> Interval:
    told = standing_for(figure, check)
    if told is not None:
        return told
    printed = scalar(expected(figure, check))
    if printed is None:
        raise ValueError(f"the figure {figure.id} is not one number")
    return Interval(printed, printed).widened(check.tolerance or ZERO)


def figures(case: Case) -> list[PublishedFigure]:
    """The published figures that can be a goal: one number, or a range, with a check that a formula reads."""
    return [each for each in case.published if _check_of(each) is not None]


def figure_of(case: Case, name: str) -> tuple[PublishedFigure, Check]:
    """The published figure and the check that works it out. Raises `ValueError`."""
    for figure in figures(case):
        check = _check_of(figure)
        if figure.id == name and check is not None:
            return figure, check
    raise ValueError(f"the case has no published figure {name!r} that can be worked out")


def _check_of(figure: PublishedFigure) -> Check | None:
    for check in figure.checks:
        if standing_for(figure, check) is not None or scalar(expected(figure, check)) is not None:
            return check
    return None
