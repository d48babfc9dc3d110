"""What it takes: a goal is chosen, and every driver says where it must stand for the case to reach it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gevinst.engines.businesscase.model.case import Case
from gevinst.features.benefits.estimating import published_goal, search
from gevinst.features.benefits.estimating.goals import Goal
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.web.estimates.goal_asked import KINDS, Asked, asked_of
from gevinst.features.benefits.web.estimates.goal_rows import row_of
from gevinst.features.benefits.web.estimates.goal_stretches import sentences
from gevinst.features.benefits.web.estimates.goal_words import figure_words, goal_words, now_words
from gevinst.shared.actor import Actor


@require_GET
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """The form, the answer for one driver, and the table for all of them."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = queries.case(actor, case_id)
    known = evaluated(case.text)
    facts: dict[str, Any] = {"case": case, "kinds": list(KINDS.items())}
    if known.case is None:
        return render(request, "benefits/estimate_goal.html", {**facts, "faulty": True})
    asked = asked_of(request, known.case)
    facts |= {
        "asked": asked,
        "drivers": [(each.name, each.title or each.name) for each in search.drivers(known.case)],
        "figures": [(each.id, figure_words(each)) for each in published_goal.figures(known.case)],
        "readings": [(name, each.title) for name, each in known.case.readings.items()],
    }
    if asked.goal is not None:
        facts |= _answers(case.text, known.case, asked, asked.goal)
    return render(request, "benefits/estimate_goal.html", facts)


def _answers(text: str, case: Case, asked: Asked, goal: Goal) -> dict[str, Any]:
    table = search.table(text, asked.reading, goal)
    facts: dict[str, Any] = {
        "rows": [row_of(each) for each in table],
        "goal_words": goal_words(case, goal),
        "now": now_words(text, asked.reading, goal),
        "reached": bool(table) and table[0].reached,
    }
    if asked.driver in {each.name for each in search.drivers(case.under(asked.reading))}:
        found = search.answer(text, asked.reading, goal, asked.driver)
        facts["one"] = row_of(found)
        facts["sentences"] = sentences(found, facts["goal_words"])
    return facts
