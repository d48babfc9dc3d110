"""Every text of the readiness check, the tree, the score and the template has its words on the page."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from django.utils.translation import override

from gevinst.engines.businesscase.readiness.check import WEAKEST_RULE
from gevinst.engines.businesscase.readiness.drawing import tree_svg
from gevinst.engines.businesscase.readiness.grade import RULES, Dimension
from gevinst.engines.businesscase.readiness.template import Section
from gevinst.engines.businesscase.readiness.theme_result import COLOUR_RULE, Colour
from gevinst.engines.businesscase.readiness.themes import themes
from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.engines.businesscase.readiness.tree_nodes import Kind, Node
from gevinst.engines.businesscase.readiness.tree_words import TreeWords
from gevinst.features.benefits.web import benefit_tree_words as tree
from gevinst.features.benefits.web import readiness_words as words

QUESTIONS = [question for theme in themes() for question in theme.questions]


@pytest.mark.parametrize(
    ("shown", "held"),
    [
        (words.THEMES, {theme.code: theme.title for theme in themes()}),
        (words.ABOUTS, {theme.code: theme.about for theme in themes()}),
        (words.SUBTHEMES, {sub.code: sub.title for theme in themes() for sub in theme.subthemes}),
        (words.QUESTIONS, {question.code: question.text for question in QUESTIONS}),
        (words.RISKS, {question.code: question.risk.title for question in QUESTIONS}),
        (words.COLOUR_RULES, COLOUR_RULE),
        (tree.GRADE_RULES, RULES),
    ],
)
def test_the_words_are_those_of_the_engine(
    shown: Mapping[str, object], held: Mapping[str, object]
) -> None:
    with override("en"):
        assert {code: _plain(one) for code, one in shown.items()} == dict(held)


def _plain(one: object) -> object:
    return tuple(map(str, one)) if isinstance(one, tuple) else str(one)


@pytest.mark.parametrize(
    ("shown", "codes"),
    [
        (words.ANSWERS, [0, 1, 2]),
        (words.COLOURS, list(Colour)),
        (tree.KINDS, list(Kind)),
        (tree.DIMENSIONS, list(Dimension)),
        (tree.SECTIONS, list(Section)),
    ],
)
def test_every_code_has_a_word(shown: Mapping[object, object], codes: list[object]) -> None:
    assert list(shown) == codes


def test_every_category_of_a_risk_has_a_word() -> None:
    assert {theme.category for theme in themes()} == set(words.CATEGORIES)


def test_the_rule_of_the_weakest_is_the_engines() -> None:
    with override("en"):
        assert str(words.WEAKEST_RULE) == WEAKEST_RULE


def test_every_lack_that_a_box_tells_of_has_a_word() -> None:
    assert set(TreeWords().lacks) <= set(tree.TREE_NOTES)


def test_the_drawing_speaks_danish() -> None:
    held = Tree((Node("a", Kind.END, "Færre fejl"),))
    with override("da"):
        svg = tree_svg(held, tree.tree_words())
    assert "Slutgevinst" in svg
    assert "! Ingen indikator" in svg
