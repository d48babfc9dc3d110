"""What the economy, the lessons and the technology of a published case lack."""

from __future__ import annotations

from collections.abc import Iterator

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.readiness.lacking import empty_parts, too_few
from gevinst.engines.businesscase.readiness.template import LESSONS, PublishedCase, Section
from gevinst.engines.businesscase.readiness.template_parts import Economy
from gevinst.engines.businesscase.readiness.themes import themes


def economy_gaps(economy: Economy) -> Iterator[Note]:
    """What the economy lacks, and what it does not say of internal time."""
    held = {
        "costs": economy.costs,
        "benefits": economy.benefits,
        "figure_description": economy.figure_description,
        "roi": economy.roi,
        "break_even": economy.break_even,
    }
    yield from empty_parts(Section.ECONOMY, held)
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


def lesson_gaps(case: PublishedCase) -> Iterator[Note]:
    """Lessons that are too few, or of no known theme."""
    yield from too_few(Section.LESSONS, len(case.lessons), LESSONS)
    known = tuple(theme.code for theme in themes())
    for lesson in case.lessons:
        if lesson.theme not in known:
            message = f"{lesson.theme!r} is not a theme; write one of {', '.join(known)}."
            facts = {"section": Section.LESSONS, "theme": lesson.theme, "allowed": known}
            yield Note("unknown-theme", message, facts)


def technology_gaps(case: PublishedCase) -> Iterator[Note]:
    """The parts of the technology that are empty."""
    held = {"name": case.technology.name, "text": case.technology.text}
    yield from empty_parts(Section.TECHNOLOGY, held)
