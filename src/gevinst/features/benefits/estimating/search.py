"""What it takes: the value of one driver for which a case reaches a goal, worked out to the øre."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from gevinst.engines.businesscase.figures.seek import seek
from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.engines.businesscase.model.case import Case
from gevinst.features.benefits.estimating.answer import Answer
from gevinst.features.benefits.estimating.goal_figure import aim
from gevinst.features.benefits.estimating.goals import Goal, Value
from gevinst.features.benefits.estimating.grid import grid_over
from gevinst.features.benefits.queries.cases.results import evaluated

ZERO = Decimal(0)
FINE, COARSE = 120, 24
HALVINGS = 44  # past the øre of any amount


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
    value, wanted, target = aim(case, reading, goal)
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
    value, _wanted, _target = aim(case, reading, goal)
    held = case.under(reading) if reading in case.readings else case
    moving = [each.name for each in drivers(held) if _moves(value, each)]
    found = [answer(text, reading, goal, name, COARSE) for name in moving]
    return tuple(sorted(found, key=_distance))


def now(text: str, reading: str, goal: Goal) -> Decimal | None:
    """What the goal's figure is in the case as it stands."""
    value, _wanted, _target = aim(_case(text), reading, goal)
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
