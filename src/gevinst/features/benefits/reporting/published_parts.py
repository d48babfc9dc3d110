"""A published case on paper: its eight sections, the verdicts on its figures, readings, findings and sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.readiness.template import PublishedCase
from gevinst.features.benefits.charts.of_case import CaseChart
from gevinst.features.benefits.published_figures import FigureView
from gevinst.features.benefits.published_sections import (
    economy_rows,
    fact_rows,
    score_view,
    theme_words,
)
from gevinst.features.benefits.published_words import BASES, SECTIONS, word
from gevinst.features.benefits.reporting.case_parts import (
    Part,
    chart_part,
    charts_part,
    facts_part,
    findings_part,
    frame,
    readings_table,
    sources_part,
    table,
    years_table,
)
from gevinst.shared.templatetags.gevinst import moment


def published_report(
    case: Case,
    story: PublishedCase,
    results: Mapping[str, Result],
    figures: Sequence[FigureView],
    notes: Sequence[Note],
    charts: Sequence[CaseChart],
    at: datetime,
) -> dict[str, Any]:
    """What the template sets of a published case; the pictures are the charts in their order."""
    parts = [
        facts_part(word(SECTIONS, "facts"), fact_rows(story.facts)),
        _score(story),
        _prose("about", [(each.heading, each.text) for each in story.about]),
        *_gained(story),
        _terms("economy", economy_rows(story)),
        *[chart_part("", each, 0) for each in charts[:1]],
        readings_table(results),
        years_table(results[""]),
        *[
            charts_part(_("Where the money comes from and how sure it is"), charts[1:], 1)
            for _c in charts[1:2]
        ],
        _terms(
            "lessons",
            [(f"{each.title} ({theme_words(each.theme)})", each.text) for each in story.lessons],
        ),
        _technology(story),
        {"kind": "steps", "title": word(SECTIONS, "start"), "rows": list(story.start), "note": ""},
        *_figures(figures),
        *[findings_part(notes) for _n in notes[:1]],
        *sources_part(case),
    ]
    told = {"at": moment(at)}
    subtitle = " · ".join([*story.facts.authorities, story.technology.name, case.field_of_work])
    return frame(case, subtitle=subtitle, footer=_("Made %(at)s by Gevinst") % told, parts=parts)


def _score(story: PublishedCase) -> Part:
    rows = [
        {
            "name": one.name,
            "boxes": list(one.boxes),
            "kind": one.kind,
            "words": one.words,
            "sentence": one.sentence or one.rule,
        }
        for one in map(score_view, story.score)
    ]
    told = _("Filled boxes are measured, hatched ones expected.")
    return {"kind": "score", "title": word(SECTIONS, "score"), "rows": rows, "note": told}


def _prose(section: str, passages: Sequence[tuple[str, str]]) -> Part:
    told = [{"heading": heading, "text": text} for heading, text in passages]
    return {"kind": "prose", "title": word(SECTIONS, section), "passages": told, "note": ""}


def _gained(story: PublishedCase) -> list[Part]:
    cards = [
        {
            "value": each.number,
            "label": each.label,
            "word": word(BASES, each.basis),
            "kind": each.basis.value,
        }
        for each in story.benefits
    ]
    rows = [
        (each.number, each.how_computed, "; ".join(each.data_points)) for each in story.benefits
    ]
    head = (_("Figure"), _("How it is computed"), _("Data points"))
    title = word(SECTIONS, "benefits")
    return [
        {"kind": "cards", "title": title, "rows": cards, "columns": 3, "note": ""},
        table("", head, rows, "ttt", (1, 2, 2)),
    ]


def _terms(section: str, rows: Sequence[tuple[str, str]]) -> Part:
    return {
        "kind": "terms",
        "title": word(SECTIONS, section),
        "rows": [list(r) for r in rows],
        "note": "",
    }


def _technology(story: PublishedCase) -> Part:
    technology = story.technology
    part = _prose("technology", [(technology.name, technology.text)])
    return {**part, "note": technology.link}


def _figures(figures: Sequence[FigureView]) -> list[Part]:
    if not figures:
        return []
    rows = [
        (each.title, each.printed, each.computed, each.verdict_word, each.reason or each.meaning)
        for each in figures
    ]
    head = (_("Figure"), _("Printed"), _("Comes to"), _("Verdict"), _("Why"))
    told = _("Every published figure has been worked out again from the facts of the case.")
    title = _("Do the figures hold?")
    return [table(title, head, rows, "tnntt", (2.1, 1.3, 1.3, 1.2, 2.6), note=told, size=8)]
