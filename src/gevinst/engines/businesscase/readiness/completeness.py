"""What a published case lacks: sections, parts of sections, and figures nobody could recompute."""

from __future__ import annotations

from typing import Final

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.readiness.first_page import benefit_gaps, fact_gaps, score_gaps
from gevinst.engines.businesscase.readiness.lacking import too_few
from gevinst.engines.businesscase.readiness.second_page import (
    economy_gaps,
    lesson_gaps,
    technology_gaps,
)
from gevinst.engines.businesscase.readiness.template import TIPS, PublishedCase, Section

# The sections that stand on the first of the two pages of a case as it is printed.
_FIRST_PAGE: Final = (Section.FACTS, Section.SCORE, Section.ABOUT, Section.BENEFITS)


def completeness(case: PublishedCase) -> tuple[Note, ...]:
    """What the case lacks, section by section; empty where it may be published.

    Codes: `first-page-missing`, `section-missing`, `part-missing`, `too-few`,
    `dimension-missing`, `not-graded`, `not-computable`, `unknown-theme`, `internal-time-left-out`,
    `internal-time-not-told`. Every note has the fact `section`. Source: KL/Deloitte 2022; trap 12.

    >>> [note.code for note in completeness(PublishedCase("Robots"))][:2]
    ['first-page-missing', 'section-missing']
    """
    missing = [section for section in Section if _is_empty(case, section)]
    notes = [_missing(section) for section in missing]
    if set(_FIRST_PAGE) <= set(missing):
        message = "The first page of the case is missing: facts, score, what it is about, benefits."
        notes.insert(0, Note("first-page-missing", message, {"section": Section.FACTS}))
    parts = (
        (Section.FACTS, fact_gaps(case)),
        (Section.SCORE, score_gaps(case)),
        (Section.BENEFITS, benefit_gaps(case)),
        (Section.ECONOMY, economy_gaps(case.economy)),
        (Section.LESSONS, lesson_gaps(case)),
        (Section.TECHNOLOGY, technology_gaps(case)),
        (Section.START, too_few(Section.START, sum(map(bool, case.start)), TIPS)),
    )
    for section, found in parts:
        if section not in missing:
            notes += found
    return tuple(notes)


def _is_empty(case: PublishedCase, section: Section) -> bool:
    empty = PublishedCase("")
    return bool(getattr(case, section.value) == getattr(empty, section.value))


def _missing(section: Section) -> Note:
    number = list(Section).index(section) + 1
    message = f"Section {number}, {section}, is not written."
    return Note("section-missing", message, {"section": section, "number": number})
