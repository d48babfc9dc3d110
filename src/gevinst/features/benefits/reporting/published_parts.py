"""A published case on paper: its eight sections, the verdicts on its figures, readings, sources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.readiness.template import PublishedCase
from gevinst.engines.businesscase.readiness.template_parts import Lesson
from gevinst.features.benefits.charts.of_case import CaseChart
from gevinst.features.benefits.publishing.economy import economy_rows
from gevinst.features.benefits.publishing.figures import FigureView, figure_views
from gevinst.features.benefits.publishing.score import score_view
from gevinst.features.benefits.publishing.sections import fact_rows, theme_words
from gevinst.features.benefits.publishing.words import BASES, SECTIONS, word
from gevinst.features.benefits.reporting.case_parts import (
    Part,
    chart_part,
    facts_part,
    findings_part,
    frame,
    more_charts,
    readings_table,
    sources_part,
    table,
    years_table,
)
from gevinst.features.benefits.reporting.told import CaseTold
from gevinst.shared.templatetags.gevinst import moment


def published_report(told: CaseTold, charts: Sequence[CaseChart], at: datetime) -> dict[str, Any]:
    """What the template sets of a published case; the pictures are the charts in their order."""
    case, story = told.case, told.story
    parts = [
        facts_part(word(SECTIONS, "facts"), fact_rows(story.facts)),
        _score(story),
        _prose("about", [(each.heading, each.text) for each in story.about]),
        *_gained(story),
        _terms("economy", economy_rows(story)),
        *[chart_part("", each, 0) for each in charts[:1]],
        readings_table(told.results),
        years_table(told.results[""]),
        *more_charts(charts),
        _terms("lessons", [(_lesson(each), each.text) for each in story.lessons]),
        _technology(story),
        {"kind": "steps", "title": word(SECTIONS, "start"), "rows": list(story.start), "note": ""},
        *_figures(figure_views(case, told.proofs)),
        *findings_part(told.notes),
        *sources_part(case),
    ]
    subtitle = " · ".join([*story.facts.authorities, story.technology.name, case.field_of_work])
    footer = _("Made %(at)s by Gevinst") % {"at": moment(at)}
    return frame(case, subtitle=subtitle, footer=footer, parts=parts)


def _lesson(lesson: Lesson) -> str:
    return f"{lesson.title} ({theme_words(lesson.theme)})"


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
