"""What would it take: where an assumption must stand for a business case to reach a goal."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import numpy as np
from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.outcome import outcome
from gevinst.engines.businesscase.indicators.discounting import discount_factors
from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.uncertainty import (
    FloatArray,
    Measure,
    Spread,
    Switch,
    npv,
    switching,
    total,
)
from gevinst.features.benefits.queries.cases.rates import discount
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.shared.templatetags.gevinst import number

DIGITS = 4
NET, PRESENT = "net", "npv"


@dataclass(frozen=True, slots=True)
class Goal:
    """The form as it was sent, what can be chosen, and the answer in words."""

    assumption: str
    goal: str
    assumptions: list[tuple[str, str]]
    goals: list[tuple[str, str]]
    answer: str = ""


def goal_of(text: str, assumption: str, goal: str, on: date) -> Goal | None:
    """The form and its answer; None for a case that cannot be worked out or has nothing to vary."""
    case = evaluated(text).case
    if case is None:
        return None
    varied = {each.name: each for each in case.assumptions.values() if each.value is not None}
    if not varied:
        return None
    goals = [
        (NET, _("the net is 0 over the years")),
        (PRESENT, _("the present value is 0")),
        *(
            (str(year), _("break-even in %(year)s") % {"year": year})
            for year in case.years
            if year >= case.operation_from
        ),
    ]
    form = Goal(
        assumption,
        goal,
        [(name, each.title or name) for name, each in varied.items()],
        goals,
    )
    if assumption not in varied or goal not in dict(goals):
        return form
    return Goal(
        form.assumption,
        form.goal,
        form.assumptions,
        form.goals,
        _answer(case, varied[assumption], goal, dict(goals)[goal], on),
    )


def _answer(case: Case, one: Assumption, goal: str, words: str, on: date) -> str:
    try:
        found = switching(outcome(case), _spread(one), _measure(case, goal, on))
    except ValueError:
        return _("This cannot be worked out: another value makes the case impossible.")
    name, now = one.title or one.name, number(one.likely, _places(float(one.likely)))
    facts = {"name": name, "now": now, "unit": one.unit, "goal": words}
    if not found.values:
        return _("No value of “%(name)s” makes it so that %(goal)s.") % facts
    told = _told(found)
    sentence = _(
        "For it to be so that %(goal)s, “%(name)s” must be %(value)s (now %(now)s %(unit)s)."
    )
    said = sentence % {**facts, "value": told}
    if one.varies and found.inside:
        said += " " + _("That lies within its range: here it is decided.")
    elif one.varies:
        said += " " + _("That lies outside its range.")
    return said


def _told(found: Switch) -> str:
    return _(" or ").join(number(Decimal(repr(value)), _places(value)) for value in found.values)


def _places(value: float) -> int:
    """As many decimals as give four digits that say something."""
    if not value:
        return 0
    return max(0, DIGITS - 1 - math.floor(math.log10(abs(value))))


def _spread(one: Assumption) -> Spread:
    likely = float(one.likely)
    low = likely if one.low is None else float(one.low)
    high = likely if one.high is None else float(one.high)
    return Spread(one.name, low, likely, high, unit=one.unit)


def _measure(case: Case, goal: str, on: date) -> Measure:
    if goal == NET:
        return total
    if goal == PRESENT:
        factors = discount_factors(len(case.years), discount(case, on).rates)
        return npv([float(factor) for factor in factors])
    until = int(goal) - case.first + 1

    def reached(net: FloatArray) -> FloatArray:
        """The sum of the years up to the goal's."""
        summed: FloatArray = np.sum(net[:, :until], axis=1)
        return summed

    return reached
