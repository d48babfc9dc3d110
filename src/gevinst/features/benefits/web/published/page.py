"""The page of one published case: eight sections, figures with verdicts, readings, findings, sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits.publishing.economy import economy_rows
from gevinst.features.benefits.publishing.figures import figure_views
from gevinst.features.benefits.publishing.score import basis_kind, score_view
from gevinst.features.benefits.publishing.sections import (
    fact_rows,
    theme_words,
    verdict_counts,
)
from gevinst.features.benefits.publishing.source_list import source_lines
from gevinst.features.benefits.queries import published as queries
from gevinst.features.benefits.queries.published import Published
from gevinst.features.benefits.web.case_charts import case_charts
from gevinst.features.benefits.web.published.findings import finding_view
from gevinst.features.benefits.web.published.outcomes import outcome_rows, outcomes
from gevinst.shared.actor import Actor, Right

GONE = 410


@login_not_required
@require_GET
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """The case; the sentence on its withdrawal where its authority has taken it back."""
    one = queries.published_case(slug)
    if one.withdrawn:
        facts = {"title": one.known.case.title, "publication": one.publication}
        return render(request, "benefits/published_withdrawn.html", facts, status=GONE)
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return render(request, "benefits/published_case.html", page_facts(one, actor))


def page_facts(one: Published, actor: Actor) -> dict[str, Any]:
    """Everything that the page shows of a case."""
    case, story = one.known.case, one.known.told
    proof = queries.proof(one.text)
    results = queries.readings(one.text)
    charts, found = case_charts(one.text), outcomes(results)
    return {
        "one": one,
        "case": case,
        "story": story,
        "authorities": ", ".join(story.facts.authorities),
        "facts": fact_rows(story.facts),
        "score": [score_view(each) for each in story.score],
        "headlines": [(each, basis_kind(each.basis)) for each in story.benefits],
        "figures": figure_views(case, proof.figures),
        "counts": verdict_counts(proof),
        "charts": charts[:1],
        "more_charts": charts[1:],
        "outcomes": found,
        "outcome_rows": outcome_rows(found),
        "economy": economy_rows(story),
        "findings": [finding_view(note) for note in queries.notes(one.text)],
        "lessons": [(theme_words(each.theme), each) for each in story.lessons],
        "sources": source_lines(case),
        "places": _places(actor),
    }


def _places(actor: Actor) -> Sequence[Any]:
    """Where the reader may start a copy."""
    mine = actor.authorities(Right.CONTRIBUTE)
    return list(accounts.authorities().filter(pk__in=mine)) if mine else []
