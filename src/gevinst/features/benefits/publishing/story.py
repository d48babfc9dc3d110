"""The published case of a case file: its `story` as the eight sections, filled in by what the model knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.readiness.grade import Dimension, Grade
from gevinst.engines.businesscase.readiness.template import PublishedCase
from gevinst.engines.businesscase.readiness.template_parts import (
    Assessment,
    Lesson,
    Passage,
)
from gevinst.features.benefits.publishing.counted import counted
from gevinst.features.benefits.publishing.story_sections import economy, facts, headline, technology
from gevinst.features.benefits.publishing.told_rows import (
    basis_of,
    listed,
    mapping,
    rows_of,
    text_of,
    whole,
)

TOP_GRADE = 3


def told(case: Case, result: Result | None = None) -> PublishedCase:
    """The case in eight sections; what the story leaves open is taken from the case and its result."""
    story = case.story
    return PublishedCase(
        title=case.title,
        facts=facts(case, mapping(story.get("facts"))),
        score=_score(case, rows_of(story.get("score")), result),
        about=tuple(
            Passage(text_of(each, "text"), text_of(each, "heading"))
            for each in rows_of(story.get("about"))
        ),
        benefits=tuple(headline(each) for each in rows_of(story.get("benefits"))),
        economy=economy(mapping(story.get("economy"))),
        lessons=tuple(
            Lesson(text_of(each, "theme"), text_of(each, "title"), text_of(each, "text"))
            for each in rows_of(story.get("lessons"))
        ),
        technology=technology(case, mapping(story.get("technology"))),
        start=tuple(str(each) for each in listed(story.get("start"))),
    )


def _score(
    case: Case, rows: list[Mapping[str, Any]], result: Result | None
) -> tuple[Assessment, ...]:
    written = {text_of(row, "dimension"): row for row in rows}
    grades = counted(case, result)
    found = []
    for dimension in Dimension:
        if dimension.value in written:
            found.append(_assessment(dimension, written[dimension.value]))
        elif dimension in grades:
            found.append(Assessment(grades[dimension]))
    return tuple(found)


def _assessment(dimension: Dimension, row: Mapping[str, Any]) -> Assessment:
    grade = whole(row.get("grade"))
    stated = None if grade is None else min(max(grade, 0), TOP_GRADE)
    inputs = dict(mapping(row.get("inputs")))
    return Assessment(Grade(dimension, stated, basis_of(row), inputs), text_of(row, "sentence"))
