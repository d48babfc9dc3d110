"""What a published case lacks: sections, parts of sections, and figures nobody could recompute."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.readiness.score import Dimension
from gevinst.engines.businesscase.readiness.template import (
    HEADLINES,
    LESSONS,
    TIPS,
    Economy,
    Headline,
    PublishedCase,
    Section,
)
from gevinst.engines.businesscase.readiness.themes import themes

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
        (Section.FACTS, _facts(case)),
        (Section.SCORE, _score(case)),
        (Section.BENEFITS, _benefits(case)),
        (Section.ECONOMY, _economy(case.economy)),
        (Section.LESSONS, _lessons(case)),
        (Section.TECHNOLOGY, _technology(case)),
        (Section.START, _few(Section.START, sum(map(bool, case.start)), TIPS)),
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


def _parts(section: Section, held: Mapping[str, object]) -> Iterator[Note]:
    """A note for every part that is empty; 0 is a figure, not an empty part."""
    for part, value in held.items():
        if value in (None, "", ()):
            message = f"Section {section} lacks {part.replace('_', ' ')}."
            yield Note("part-missing", message, {"section": section, "part": part})


def _few(section: Section, count: int, wanted: int) -> Iterator[Note]:
    if count < wanted:
        message = f"Section {section} has {count} of {wanted}."
        yield Note("too-few", message, {"section": section, "count": count, "wanted": wanted})


def _facts(case: PublishedCase) -> Iterator[Note]:
    box = case.facts
    held = {
        "authorities": box.authorities,
        "inhabitants": box.inhabitants,
        "technology": box.technology,
        "professional_field": box.professional_field,
        "period": box.period,
        "contact": box.contact,
    }
    yield from _parts(Section.FACTS, held)


def _score(case: PublishedCase) -> Iterator[Note]:
    graded = {one.grade.dimension: one for one in case.score}
    for dimension in Dimension:
        facts = {"section": Section.SCORE, "dimension": dimension}
        if dimension not in graded:
            message = f"The case is not assessed on {dimension}."
            yield Note("dimension-missing", message, facts)
        elif graded[dimension].grade.grade is None:
            message = f"The grade on {dimension} cannot be told: its figures are missing."
            yield Note("not-graded", message, facts)


def _benefits(case: PublishedCase) -> Iterator[Note]:
    yield from _few(Section.BENEFITS, len(case.benefits), HEADLINES)
    for headline in case.benefits:
        yield from _recomputable(headline)


def _recomputable(headline: Headline) -> Iterator[Note]:
    """A headline needs its formula in words and at least one data point."""
    held = {"how_computed": headline.how_computed, "data_points": headline.data_points}
    lacking = tuple(name for name, value in held.items() if not value)
    if lacking:
        said = " and ".join(name.replace("_", " ") for name in lacking)
        message = f"{headline.number} ({headline.label}) cannot be recomputed: it lacks {said}."
        facts = {"section": Section.BENEFITS, "headline": headline.number, "lacking": lacking}
        yield Note("not-computable", message, facts)


def _economy(economy: Economy) -> Iterator[Note]:
    held = {
        "costs": economy.costs,
        "benefits": economy.benefits,
        "figure_description": economy.figure_description,
        "roi": economy.roi,
        "break_even": economy.break_even,
    }
    yield from _parts(Section.ECONOMY, held)
    if economy.roi is not None and economy.roi_years is None:
        message = "The ROI does not say over how many years it is."
        yield Note("part-missing", message, {"section": Section.ECONOMY, "part": "roi_years"})
    facts = {"section": Section.ECONOMY, "trap": 12}
    if economy.internal_time is None:
        message = "The case does not say whether the authority's own hours are among the costs."
        yield Note("internal-time-not-told", message, facts)
    elif not economy.internal_time:
        message = "The authority's own hours are not among the costs, so the figures are too good."
        yield Note("internal-time-left-out", message, facts)


def _lessons(case: PublishedCase) -> Iterator[Note]:
    yield from _few(Section.LESSONS, len(case.lessons), LESSONS)
    known = tuple(theme.code for theme in themes())
    for lesson in case.lessons:
        if lesson.theme not in known:
            message = f"{lesson.theme!r} is not a theme; write one of {', '.join(known)}."
            facts = {"section": Section.LESSONS, "theme": lesson.theme, "allowed": known}
            yield Note("unknown-theme", message, facts)


def _technology(case: PublishedCase) -> Iterator[Note]:
    held = {"name": case.technology.name, "text": case.technology.text}
    yield from _parts(Section.TECHNOLOGY, held)
