"""A goal and where the case stands, in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.model.case import Case
from gevinst.features.benefits.estimating import goals, published_goal, search
from gevinst.features.benefits.estimating.goals import Goal
from gevinst.features.benefits.publishing.units import unit_words
from gevinst.features.benefits.web.cases.typed.kinds import shown as shown_typed
from gevinst.features.benefits.web.cases.typed.numbers import shown_number
from gevinst.features.benefits.web.estimates.digits import places
from gevinst.shared.templatetags.gevinst import dkk, number

HUNDRED = Decimal(100)


def figure_words(figure: Any) -> str:
    """A published figure with its value and unit."""
    value = figure.value
    ends = [shown_number(each) for each in (value if isinstance(value, tuple) else (value,))]
    return f"{figure.title}: {'–'.join(ends)} {unit_words(figure.unit)}".strip()


def goal_words(case: Case, goal: Goal) -> str:
    """What is to be reached."""
    if goal.kind == goals.PUBLISHED:
        return figure_words(published_goal.figure_of(case, goal.figure)[0])
    words = {
        goals.NET: _("the net over the years is at least %(n)s") % {"n": dkk(goal.number, 0)},
        goals.NPV: _("the present value is at least %(n)s") % {"n": dkk(goal.number, 0)},
        goals.BREAK_EVEN: _("the case is earned back by the end of %(n)s") % {"n": goal.year},
        goals.ROI: _("the return is at least %(n)s %%")
        % {"n": shown_typed("percent", goal.number)},
        goals.FTE: _("at least %(n)s FTE are freed a year") % {"n": shown_number(goal.number)},
    }
    return words[goal.kind]


def now_words(text: str, reading: str, goal: Goal) -> str:
    """What the goal's figure is now."""
    value = search.now(text, reading, goal)
    if value is None or not value.is_finite():
        return "–"
    if goal.kind == goals.ROI:
        return f"{number(value * HUNDRED, 1)} %"
    if goal.kind in (goals.NET, goals.NPV, goals.BREAK_EVEN):
        return dkk(value, 0)
    return number(value, places(value))
