"""A published figure as a goal: met where its printing stands for what the case comes to."""

from __future__ import annotations

from decimal import Decimal

from gevinst.engines.businesscase.figures.formula import FormulaError
from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.tolerance import scalar
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.published_figure import Check, PublishedFigure
from gevinst.engines.businesscase.proof.case_formula import CaseFormula
from gevinst.engines.businesscase.proof.hit import expected, standing_for
from gevinst.engines.businesscase.proof.workings import Workings
from gevinst.features.benefits.estimating.goals import Given, Goal, Value

ZERO = Decimal(0)


def published(case: Case, goal: Goal) -> tuple[Value, Interval, Decimal]:
    """The figure's formula, the interval its printing stands for, and what an answer aims at."""
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
