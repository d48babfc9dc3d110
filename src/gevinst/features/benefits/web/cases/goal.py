"""The short form of "what would it take" on the page of a case: it leads to the full page with the answer."""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.features.benefits.estimating.goals import PUBLISHED
from gevinst.features.benefits.estimating.search import drivers
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.web.estimates.goal_asked import KINDS


@dataclass(frozen=True, slots=True)
class GoalForm:
    """What can be chosen: the drivers by key and title, and the goals that a number or a year says."""

    drivers: list[tuple[str, str]]
    goals: list[tuple[str, str]]


def goal_form(text: str) -> GoalForm | None:
    """The form; None for a case that cannot be worked out or has nothing to vary."""
    case = evaluated(text).case
    if case is None or not (found := drivers(case)):
        return None
    return GoalForm(
        [(each.name, each.title or each.name) for each in found],
        [(kind, str(word)) for kind, word in KINDS.items() if kind != PUBLISHED],
    )
