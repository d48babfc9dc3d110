"""What the facts, the score and the benefits of a published case lack."""

from __future__ import annotations

from collections.abc import Iterator

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.readiness.grade import Dimension
from gevinst.engines.businesscase.readiness.lacking import empty_parts, too_few
from gevinst.engines.businesscase.readiness.template import HEADLINES, PublishedCase, Section
from gevinst.engines.businesscase.readiness.template_parts import Headline


def fact_gaps(case: PublishedCase) -> Iterator[Note]:
    """The parts of the fact box that are empty."""
    box = case.facts
    held = {
        "authorities": box.authorities,
        "inhabitants": box.inhabitants,
        "technology": box.technology,
        "professional_field": box.professional_field,
        "period": box.period,
        "contact": box.contact,
    }
    yield from empty_parts(Section.FACTS, held)


def score_gaps(case: PublishedCase) -> Iterator[Note]:
    """The dimensions that are not assessed, or not graded."""
    graded = {one.grade.dimension: one for one in case.score}
    for dimension in Dimension:
        facts = {"section": Section.SCORE, "dimension": dimension}
        if dimension not in graded:
            message = f"The case is not assessed on {dimension}."
            yield Note("dimension-missing", message, facts)
        elif graded[dimension].grade.grade is None:
            message = f"The grade on {dimension} cannot be told: its figures are missing."
            yield Note("not-graded", message, facts)


def benefit_gaps(case: PublishedCase) -> Iterator[Note]:
    """Headlines that are too few, or that nobody could recompute."""
    yield from too_few(Section.BENEFITS, len(case.benefits), HEADLINES)
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
