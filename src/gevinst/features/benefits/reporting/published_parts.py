"""A published case on paper: its eight sections, the verdicts on its figures, readings, sources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from gevinst.features.benefits.charts.case_chart import CaseChart
from gevinst.features.benefits.publishing.economy import economy_rows
from gevinst.features.benefits.publishing.figures import FigureView, figure_views
from gevinst.features.benefits.publishing.sections import fact_rows
from gevinst.features.benefits.publishing.words import SECTIONS, word
from gevinst.features.benefits.reporting.case_parts import Part, facts_part, frame, table
from gevinst.features.benefits.reporting.chart_parts import chart_part, more_charts
from gevinst.features.benefits.reporting.ground_parts import findings_part, sources_part
from gevinst.features.benefits.reporting.result_parts import readings_table, years_table
from gevinst.features.benefits.reporting.section_parts import (
    gained_parts,
    lesson_words,
    prose,
    score_part,
    technology_part,
    terms,
)
from gevinst.features.benefits.reporting.told import CaseTold
from gevinst.shared.templatetags.gevinst import moment


def published_report(told: CaseTold, charts: Sequence[CaseChart], at: datetime) -> dict[str, Any]:
    """What the template sets of a published case; the pictures are the charts in their order."""
    case, story = told.case, told.story
    parts = [
        facts_part(word(SECTIONS, "facts"), fact_rows(story.facts)),
        score_part(story),
        prose("about", [(each.heading, each.text) for each in story.about]),
        *gained_parts(story),
        terms("economy", economy_rows(story)),
        *[chart_part("", each, 0) for each in charts[:1]],
        readings_table(told.results),
        years_table(told.results[""]),
        *more_charts(charts),
        terms("lessons", [(lesson_words(each), each.text) for each in story.lessons]),
        technology_part(story),
        {"kind": "steps", "title": word(SECTIONS, "start"), "rows": list(story.start), "note": ""},
        *verdicts_part(figure_views(case, told.proofs)),
        *findings_part(told.notes),
        *sources_part(case),
    ]
    subtitle = " · ".join([*story.facts.authorities, story.technology.name, case.field_of_work])
    footer = _("Made %(at)s by Gevinst") % {"at": moment(at)}
    return frame(case, subtitle=subtitle, footer=footer, parts=parts)


def verdicts_part(figures: Sequence[FigureView]) -> list[Part]:
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
