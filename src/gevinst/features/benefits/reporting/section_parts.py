"""The eight sections of a published case on paper."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.readiness.template import PublishedCase
from gevinst.engines.businesscase.readiness.template_parts import Lesson
from gevinst.features.benefits.publishing.score import score_view
from gevinst.features.benefits.publishing.sections import theme_words
from gevinst.features.benefits.publishing.words import BASES, SECTIONS, word
from gevinst.features.benefits.reporting.case_parts import (
    Part,
    table,
)


def lesson_words(lesson: Lesson) -> str:
    """What was learned, with the theme of success that it falls under."""
    return f"{lesson.title} ({theme_words(lesson.theme)})"


def score_part(story: PublishedCase) -> Part:
    """The assessment: boxes, words and a sentence for each dimension."""
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


def prose(section: str, passages: Sequence[tuple[str, str]]) -> Part:
    """A section of passages with their headings."""
    told = [{"heading": heading, "text": text} for heading, text in passages]
    return {"kind": "prose", "title": word(SECTIONS, section), "passages": told, "note": ""}


def gained_parts(story: PublishedCase) -> list[Part]:
    """What was gained: the figures as cards, and how each is computed."""
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


def terms(section: str, rows: Sequence[tuple[str, str]]) -> Part:
    """A section of terms and texts."""
    return {
        "kind": "terms",
        "title": word(SECTIONS, section),
        "rows": [list(r) for r in rows],
        "note": "",
    }


def technology_part(story: PublishedCase) -> Part:
    """The technology, with its link below."""
    technology = story.technology
    part = prose("technology", [(technology.name, technology.text)])
    return {**part, "note": technology.link}
