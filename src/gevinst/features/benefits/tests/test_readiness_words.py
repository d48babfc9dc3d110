"""Every text of the readiness check and the tree has its words on the page."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from django.utils.translation import override

from gevinst.engines.businesscase.readiness.check import WEAKEST_RULE as RULE
from gevinst.engines.businesscase.readiness.drawing import tree_svg
from gevinst.engines.businesscase.readiness.theme_result import COLOUR_RULE, Colour
from gevinst.engines.businesscase.readiness.themes import themes
from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.engines.businesscase.readiness.tree_nodes import Kind, Node
from gevinst.engines.businesscase.readiness.tree_words import TreeWords
from gevinst.features.benefits.web.following.readiness.answer_words import (
    ANSWERS,
    COLOUR_RULES,
    COLOURS,
    WEAKEST_RULE,
)
from gevinst.features.benefits.web.following.readiness.question_words import QUESTIONS
from gevinst.features.benefits.web.following.readiness.risk_words import CATEGORIES, RISKS
from gevinst.features.benefits.web.following.readiness.theme_words import ABOUTS, SUBTHEMES, THEMES
from gevinst.features.benefits.web.following.tree.words import KINDS, TREE_NOTES, tree_words

ASKED = [question for theme in themes() for question in theme.questions]


@pytest.mark.parametrize(
    ("shown", "held"),
    [
        (THEMES, {theme.code: theme.title for theme in themes()}),
        (ABOUTS, {theme.code: theme.about for theme in themes()}),
        (SUBTHEMES, {sub.code: sub.title for theme in themes() for sub in theme.subthemes}),
        (QUESTIONS, {question.code: question.text for question in ASKED}),
        (RISKS, {question.code: question.risk.title for question in ASKED}),
        (COLOUR_RULES, COLOUR_RULE),
    ],
)
def test_the_words_are_those_of_the_engine(
    shown: Mapping[str, object], held: Mapping[str, object]
) -> None:
    with override("en"):
        assert {code: str(one) for code, one in shown.items()} == dict(held)


@pytest.mark.parametrize(
    ("shown", "codes"),
    [
        (ANSWERS, [0, 1, 2]),
        (COLOURS, list(Colour)),
        (KINDS, list(Kind)),
    ],
)
def test_every_code_has_a_word(shown: Mapping[object, object], codes: list[object]) -> None:
    assert list(shown) == codes


def test_every_category_of_a_risk_has_a_word() -> None:
    assert {theme.category for theme in themes()} == set(CATEGORIES)


def test_the_rule_of_the_weakest_is_the_engines() -> None:
    with override("en"):
        assert str(WEAKEST_RULE) == RULE


def test_every_lack_that_a_box_tells_of_has_a_word() -> None:
    assert set(TreeWords().lacks) <= set(TREE_NOTES)


def test_the_drawing_speaks_danish() -> None:
    held = Tree((Node("a", Kind.END, "Færre fejl"),))
    with override("da"):
        svg = tree_svg(held, tree_words())
    assert "Slutgevinst" in svg
    assert "! Ingen indikator" in svg
