"""The stories of the shipped cases: eight sections with the keys of the template, lessons by theme, trees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any, cast

import pytest

from gevinst.engines.businesscase.cases import ORDER, load
from gevinst.engines.businesscase.cases.tests.material import facts
from gevinst.engines.businesscase.figures.integers import is_possible
from gevinst.engines.businesscase.readiness.grade import Basis, Dimension
from gevinst.engines.businesscase.readiness.score import economy_grade, time_grade
from gevinst.engines.businesscase.readiness.template import HEADLINES, LESSONS, TIPS, Section
from gevinst.engines.businesscase.readiness.template_parts import (
    Economy,
    FactBox,
    Headline,
    Lesson,
    Passage,
    Technology,
)
from gevinst.engines.businesscase.readiness.themes import themes
from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.engines.businesscase.readiness.tree_checks import checks
from gevinst.engines.businesscase.readiness.tree_nodes import Edge, Kind, Measure, Node

PARTS = {"facts": FactBox, "economy": Economy, "technology": Technology}
ROWS = {"about": Passage, "benefits": Headline, "lessons": Lesson}
TREES = [name for name in ORDER if load(name).tree]


def story(name: str) -> Mapping[str, Any]:
    return load(name).story


def names(shape: Any) -> set[str]:
    return {each.name for each in fields(shape)}


@pytest.mark.parametrize("name", ORDER)
def test_a_story_has_the_eight_sections_in_their_order(name: str) -> None:
    assert list(story(name)) == [section.value for section in Section]


@pytest.mark.parametrize("name", ORDER)
def test_the_keys_are_those_of_the_template(name: str) -> None:
    for part, shape in PARTS.items():
        assert set(story(name)[part]) <= names(shape), part
    for part, shape in ROWS.items():
        for row in story(name)[part]:
            assert set(row) <= names(shape), part


@pytest.mark.parametrize("name", ORDER)
def test_three_headlines_three_lessons_by_theme_and_three_tips(name: str) -> None:
    told = story(name)
    known = {theme.code for theme in themes()}
    assert len(told["benefits"]) == HEADLINES
    assert len(told["lessons"]) == LESSONS
    assert len(told["start"]) == TIPS
    assert {lesson["theme"] for lesson in told["lessons"]} <= known
    assert all(row["how_computed"] and row["data_points"] for row in told["benefits"])


@pytest.mark.parametrize("name", ORDER)
def test_the_grades_follow_the_rule_from_their_inputs(name: str) -> None:
    rows = {row["dimension"]: row for row in story(name)["score"]}
    assert set(rows) == {dimension.value for dimension in Dimension}
    for dimension, grade in (("time", timed), ("economy", paid), ("quality", bettered)):
        assert rows[dimension]["grade"] == grade(rows[dimension]["inputs"]), dimension
        assert rows[dimension]["sentence"]


def timed(inputs: Mapping[str, Any]) -> int | None:
    freed, process = inputs["freed_hours"], inputs["process_hours"]
    if freed is None or process is None:
        return None
    return time_grade(Decimal(str(freed)), Decimal(str(process)), Basis.MEASURED).grade


def paid(inputs: Mapping[str, Any]) -> int | None:
    years = inputs["payback_years"]
    told = None if years is None else Decimal(str(years))
    return economy_grade(told, Basis.MEASURED, never=bool(inputs.get("never"))).grade


def bettered(inputs: Mapping[str, Any]) -> int | None:
    return min(len(inputs["improved"]), 3) if inputs["improved"] else None


@pytest.mark.parametrize("name", ORDER)
def test_what_is_said_to_be_better_is_an_indicator_of_the_case(name: str) -> None:
    known = {each.title for each in load(name).quality}
    rows = [row for row in story(name)["score"] if row["dimension"] == "quality"]
    assert set(rows[0]["inputs"]["improved"]) <= known


@pytest.mark.parametrize("name", ORDER)
def test_inhabitants_in_the_box_are_the_facts(name: str) -> None:
    counted = [each["value"] for each in facts()[name] if each["key"].startswith("inhabitants")]
    assert (story(name)["facts"]["inhabitants"] or 0) == sum(counted)


@pytest.mark.parametrize("name", ORDER)
def test_a_share_in_percent_is_a_whole_number_of_those_asked(name: str) -> None:
    for each in load(name).quality:
        if each.unit == "%" and each.n is not None and each.after is not None:
            exponent = int(each.after.as_tuple().exponent)
            assert is_possible(each.n, each.after, -exponent), each.id


def grown(name: str) -> Tree:
    data = cast(Mapping[str, Any], load(name).tree)
    nodes = tuple(
        Node(
            each["id"],
            Kind(each["kind"]),
            each["title"],
            each.get("owner", ""),
            Measure(**each["measure"]) if "measure" in each else None,
        )
        for each in data["nodes"]
    )
    return Tree(nodes, tuple(Edge(**each) for each in data["edges"]))


def test_at_least_three_cases_have_a_tree() -> None:
    assert len(TREES) >= 3


@pytest.mark.parametrize("name", TREES)
def test_a_tree_is_whole(name: str) -> None:
    assert [(note.code, note.facts) for note in checks(grown(name))] == []
