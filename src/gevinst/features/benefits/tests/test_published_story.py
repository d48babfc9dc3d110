"""The story of a case file as the eight sections, and what the model fills in where it is silent."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.casefile.exact_yaml import parsed
from gevinst.engines.businesscase.casefile.read import read
from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.engines.businesscase.cases import shipped
from gevinst.engines.businesscase.readiness.completeness import completeness
from gevinst.engines.businesscase.readiness.template import PublishedCase
from gevinst.engines.businesscase.readiness.template_parts import Passage
from gevinst.features.benefits.publishing.story import told
from gevinst.features.benefits.tests.published_example import IGA


def of(story: dict[str, Any], text: str = IGA) -> PublishedCase:
    case = read(dumps({**parsed(text).data, "story": story}))
    return told(case, evaluate(case))


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_case_has_all_its_sections(name: str) -> None:
    case = read(shipped()[name])
    codes = {note.code for note in completeness(told(case, evaluate(case)))}
    assert not codes & {"section-missing", "dimension-missing", "unknown-theme"}


def test_what_is_written_is_what_is_told() -> None:
    case = read(IGA)
    story = told(case)
    assert story.facts.inhabitants == 644431
    assert story.about[1] == Passage(
        "Ansættelsen i lønsystemet styrer adgangen.", "Hvad bliver anderledes?"
    )
    assert [each.grade.grade for each in story.score] == [3, 2, 1]
    assert [each.basis for each in story.benefits] == ["measured", "expected", "measured"]
    assert (story.economy.roi, story.economy.internal_time) == (Decimal("0.132"), False)
    assert story.start[0] == "Begynd med lønsystemet."
    assert not completeness(story) or {n.code for n in completeness(story)} == {
        "internal-time-left-out"
    }


def test_a_silent_story_is_filled_in_from_the_case() -> None:
    story = of({})
    assert story.facts.technology == "Automatisk brugeradministration"
    assert story.facts.period == "2018-2023"
    grades = {each.grade.dimension: each.grade for each in story.score}
    assert grades["economy"].grade == 2
    assert grades["economy"].inputs["payback_years"] == Decimal("2.333333333333333333333333333")
    assert (grades["quality"].grade, grades["quality"].basis) == (1, "measured")
    assert "time" not in grades


def test_a_case_that_is_never_earned_back_is_graded_0() -> None:
    dear = IGA.replace("value: 6000000", "value: 60000000")
    grades = {each.grade.dimension: each.grade.grade for each in of({}, dear).score}
    assert grades["economy"] == 0


def test_quality_counts_its_target_until_it_is_measured() -> None:
    hoped = IGA.replace("before: 40, after: 98, status: measured", "before: 40, target: 98")
    grade = next(each.grade for each in of({}, hoped).score if each.grade.dimension == "quality")
    assert (grade.grade, grade.basis) == (1, "expected")
    unknown = IGA.replace("before: 40, after: 98, ", "")
    assert "quality" not in {each.grade.dimension for each in of({}, unknown).score}


def test_without_a_result_nothing_is_graded_by_money() -> None:
    case = read(dumps({**parsed(IGA).data, "story": {}}))
    assert {each.grade.dimension for each in told(case).score} == {"quality"}


ODD: list[tuple[dict[str, Any], str, object]] = [
    ({"about": "Bare en tekst"}, "about", (Passage("Bare en tekst"),)),
    ({"about": ["To", {"text": "tekster"}]}, "about", (Passage("To"), Passage("tekster"))),
    ({"about": 7}, "about", ()),
    ({"start": "ikke en liste"}, "start", ()),
    ({"facts": ["ikke", "nøgler"]}, "title", "Integreret brugerstyring"),
]


@pytest.mark.parametrize(("story", "section", "expected"), ODD)
def test_what_is_written_oddly_is_read_as_far_as_it_can(
    story: dict[str, Any], section: str, expected: object
) -> None:
    assert getattr(of(story), section) == expected


@pytest.mark.parametrize(
    ("value", "told_"), [("mange", None), (True, None), (Decimal("1.5"), None), (12, 12)]
)
def test_a_count_that_is_none_is_left_out(value: object, told_: int | None) -> None:
    assert of({"facts": {"inhabitants": value}}).facts.inhabitants == told_


@pytest.mark.parametrize(
    ("link", "told_"), [("https://a.dk", "https://a.dk"), ("javascript:alert(1)", "")]
)
def test_only_an_address_becomes_a_link(link: str, told_: str) -> None:
    assert of({"technology": {"link": link}}).technology.link == told_


def test_a_grade_outside_the_scale_is_brought_within_it() -> None:
    score = [{"dimension": "time", "grade": 9}, {"dimension": "quality", "grade": None}]
    assert [each.grade.grade for each in of({"score": score}).score] == [3, 2, None]
