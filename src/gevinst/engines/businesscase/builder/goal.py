"""Goal seek over a whole case: where an assumption must stand for a result to come out as wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.figures.published import Published
from gevinst.engines.businesscase.figures.seek import seek
from gevinst.engines.businesscase.figures.solution import Solution
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.proof.names import RESULTS

STEPS, DECIMALS = 64, 12
# How far from its value an assumption is looked for, where no bounds are given.
FARTHEST = 10


def solve(
    case: Case,
    unknown: str,
    *,
    result: str,
    target: Published,
    bounds: tuple[Decimal, Decimal] | None = None,
    reading: str = "",
) -> Solution:
    """Every stretch of the assumption `unknown` for which the result meets the target's interval.

    `result` is one of the names that a check may read (`total`, `roi`, `payback`, ...), and a single number.
    Raises `ValueError` for a result or an assumption that is not there, or bounds the wrong way round.

    >>> from gevinst.engines.businesscase.builder import BusinessCase
    >>> made = BusinessCase("a", horizon=(2020, 2021), origin="project_start").assume("x", 100)
    >>> _ = made.cost("buy", "project.acquisition.external", 300, years=2020)
    >>> _ = made.benefit("gain", "benefit.budget.time", "x")
    >>> found = solve(made.case, "x", result="total", target=Published(Decimal(0), 0))
    >>> found.points
    (Decimal('150'),)
    """
    if result not in RESULTS:
        raise ValueError(f"no result is called {result!r}: use one of {', '.join(sorted(RESULTS))}")
    if unknown not in case.assumptions:
        raise ValueError(f"no assumption is called {unknown!r}: {', '.join(case.assumptions)}")

    def value(at: Decimal) -> Decimal | None:
        try:
            found = RESULTS[result](evaluate(case, reading, {unknown: at}))
        except (ValueError, ArithmeticError):
            return None
        return None if found is None or isinstance(found, list) else Decimal(found)

    low, high = bounds or around(case.assumptions[unknown].likely)
    if not low < high:
        raise ValueError(f"bounds {low} to {high}; expected the low one first")
    grid = [low + (high - low) * n / STEPS for n in range(STEPS + 1)]
    found = seek(unknown, value, target.interval(), target.value, grid)
    points = tuple(None if each is None else _simplest(each, value) for each in found.points)
    return replace(found, points=points)


def _simplest(point: Decimal, value: Callable[[Decimal], Decimal | None]) -> Decimal:
    """The point with as few decimals as give the same result: results go by whole øre."""
    wanted = value(point)
    shorter = (round(point, places) for places in range(DECIMALS))
    return next((each for each in shorter if value(each) == wanted), point)


def around(likely: Decimal) -> tuple[Decimal, Decimal]:
    far = abs(likely) * FARTHEST or Decimal(FARTHEST)
    return (Decimal(0), far) if likely >= 0 else (-far, far)
