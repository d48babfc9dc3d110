"""What a published case lacks: a full one nothing, and each hole its own note."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from gevinst.engines.businesscase.readiness.completeness import completeness
from gevinst.engines.businesscase.readiness.grade import Basis, QualityIndicator
from gevinst.engines.businesscase.readiness.score import economy_grade, quality_grade, time_grade
from gevinst.engines.businesscase.readiness.template import PublishedCase, Section
from gevinst.engines.businesscase.readiness.template_parts import (
    Assessment,
    Economy,
    FactBox,
    Headline,
    Lesson,
    Passage,
    Technology,
)

FREED = Headline("340 hours", "freed per robot", "hours over robots", ("hours", "robots"))
BETTER = QualityIndicator("errors", "%", Decimal(4), Decimal(1), False, Basis.MEASURED)
SCORE = (
    Assessment(time_grade(Decimal(20), Decimal(100), Basis.MEASURED), "a fifth"),
    Assessment(economy_grade(Decimal(1), Basis.MEASURED)),
    Assessment(quality_grade([BETTER])),
)
ECONOMY = Economy("licences", "hours", "bars by year", Decimal("1.79"), 4, "year 1", True)
LESSONS = (
    Lesson("technology", "Start small", "Simple robots first."),
    Lesson("anchoring", "Trust", "The first robot takes nobody's work."),
    Lesson("competences", "Know the work", "A caseworker builds too."),
)
FULL = PublishedCase(
    title="Robots",
    facts=FactBox(
        ("A municipality",), 56_600, 2022, "RPA", "Cross-cutting", "2019-", "process owner"
    ),
    score=SCORE,
    about=(Passage("Robots do routine work."),),
    benefits=(FREED, FREED, FREED),
    economy=ECONOMY,
    lessons=LESSONS,
    technology=Technology("RPA", "Software that clicks."),
    start=("Small", "Ambassadors", "New work"),
)


def found(**changes: Any) -> list[tuple[str, object]]:
    notes = completeness(replace(FULL, **changes))
    return [(note.code, note.facts["section"]) for note in notes]


def test_a_full_case_lacks_nothing() -> None:
    assert found() == []


@pytest.mark.parametrize("section", Section)
def test_a_section_that_is_not_written_is_named_with_its_number(section: Section) -> None:
    empty = getattr(PublishedCase(""), section.value)
    (note,) = completeness(replace(FULL, **{section.value: empty}))
    assert (note.code, note.facts["section"]) == ("section-missing", section)
    assert note.facts["number"] == list(Section).index(section) + 1


def test_a_case_without_its_first_page_says_so_first() -> None:
    codes = [code for code, _ in found(facts=FactBox(), score=(), about=(), benefits=())]
    assert codes == ["first-page-missing", *["section-missing"] * 4]


ZERO_ROI = replace(ECONOMY, roi=Decimal(0))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"facts": replace(FULL.facts, inhabitants=None, contact="")}, ["part-missing"] * 2),
        ({"facts": replace(FULL.facts, authorities=())}, ["part-missing"]),
        ({"score": SCORE[:2]}, ["dimension-missing"]),
        ({"score": (*SCORE[:2], Assessment(quality_grade([])))}, ["not-graded"]),
        ({"benefits": (FREED, FREED)}, ["too-few"]),
        ({"benefits": (FREED, FREED, replace(FREED, how_computed=""))}, ["not-computable"]),
        ({"benefits": (FREED, FREED, replace(FREED, data_points=()))}, ["not-computable"]),
        ({"economy": replace(ECONOMY, break_even="")}, ["part-missing"]),
        ({"economy": replace(ECONOMY, roi_years=None)}, ["part-missing"]),
        ({"economy": replace(ECONOMY, roi=None)}, ["part-missing"]),
        ({"economy": ZERO_ROI}, []),
        ({"economy": replace(ECONOMY, internal_time=False)}, ["internal-time-left-out"]),
        ({"economy": replace(ECONOMY, internal_time=None)}, ["internal-time-not-told"]),
        ({"lessons": LESSONS[:2]}, ["too-few"]),
        ({"lessons": (*LESSONS[:2], Lesson("luck", "Luck", "Be lucky."))}, ["unknown-theme"]),
        ({"technology": Technology("RPA")}, ["part-missing"]),
        ({"start": ("Small", "")}, ["too-few"]),
    ],
)
def test_each_hole_has_its_note(changes: dict[str, Any], expected: list[str]) -> None:
    notes = found(**changes)
    assert [code for code, _section in notes] == expected
    assert {str(section) for _code, section in notes} <= set(changes)


def test_own_hours_left_out_is_trap_12() -> None:
    (note,) = completeness(replace(FULL, economy=replace(ECONOMY, internal_time=False)))
    assert note.facts["trap"] == 12
