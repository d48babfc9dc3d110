"""The page of one published case: eight sections, figures with verdicts, readings, findings, sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.notes import Note
from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits.charts.of_case import money, reading_name
from gevinst.features.benefits.publishing.figures import figure_views, source_lines
from gevinst.features.benefits.publishing.sections import (
    basis_kind,
    economy_rows,
    fact_rows,
    score_view,
    theme_words,
    verdict_counts,
    years_words,
)
from gevinst.features.benefits.publishing.words import (
    SEVERITIES,
    finding_explanation,
    finding_title,
    language,
    word,
)
from gevinst.features.benefits.queries import published as queries
from gevinst.features.benefits.queries.published import Published
from gevinst.features.benefits.web.case_charts import case_charts
from gevinst.shared.actor import Actor, Right
from gevinst.shared.templatetags.gevinst import number

GONE = 410


class Outcome(NamedTuple):
    """What the case comes to under one reading."""

    name: str
    letter: str
    title: str
    reason: str
    cells: tuple[tuple[str, str], ...]


class FindingView(NamedTuple):
    """What a check says, how grave it is, and why it matters."""

    severity: str
    severity_word: str
    title: str
    message: str
    explanation: str


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


def outcomes(results: Mapping[str, Result]) -> list[Outcome]:
    """The case as it stands and under each reading, in the same cells."""
    return [_outcome(at, name, result) for at, (name, result) in enumerate(results.items())]


def outcome_rows(found: Sequence[Outcome]) -> list[tuple[str, list[str]]]:
    """The same as rows: a figure, and what it is under each reading."""
    terms = [term for term, _text in found[0].cells]
    return [(term, [each.cells[at][1] for each in found]) for at, term in enumerate(terms)]


def _outcome(at: int, name: str, result: Result) -> Outcome:
    reading = result.case.readings.get(name)
    roi, turn, payback = result.roi(), result.break_even(), result.payback()
    never = _("not within the years")
    cells = (
        (_("Net over the years"), money(result.total)),
        (_("Gains"), money(sum(result.gain, Decimal(0)))),
        (_("Costs"), money(sum(result.cost, Decimal(0)))),
        (_("ROI"), "–" if roi is None else f"{number(100 * roi, 1)} %"),
        (_("Earned back"), never if turn is None else str(turn.year)),
        (_("Payback"), years_words(payback)),
    )
    title = reading.title if reading else _("As the case stands")
    return Outcome(name, reading_name(at), title, reading.reason if reading else "", cells)


def finding_view(note: Note) -> FindingView:
    """A finding of the checks in the language in force."""
    severity = str(note.facts["severity"])
    return FindingView(
        severity,
        word(SEVERITIES, severity),
        finding_title(note.code),
        note.told(language()),
        finding_explanation(note.code),
    )


def _places(actor: Actor) -> Sequence[Any]:
    """Where the reader may start a copy."""
    mine = actor.authorities(Right.CONTRIBUTE)
    return list(accounts.authorities().filter(pk__in=mine)) if mine else []
