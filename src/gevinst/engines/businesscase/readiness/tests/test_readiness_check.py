"""Answers, colours and the risks that gaps propose."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.readiness.check import readiness
from gevinst.engines.businesscase.readiness.proposed_risks import proposed_risks
from gevinst.engines.businesscase.readiness.theme_result import COLOUR_RULE, Colour
from gevinst.engines.businesscase.readiness.themes import themes

CODES = [question.code for theme in themes() for question in theme.questions]
READY = dict.fromkeys(CODES, 2)
FINANCING = [code for code in CODES if code.startswith("financing.")]


def financing(*scores: int | None) -> dict[str, int | None]:
    return {**READY, **dict(zip(FINANCING, scores, strict=True))}


@pytest.mark.parametrize(
    ("scores", "average", "colour"),
    [
        ((2, 2, 2, 2), "2", "green"),
        ((1, 1, 2, 2), "3/2", "green"),
        ((1, 1, 1, 2), "5/4", "yellow"),
        ((0, 2, 2, 2), "3/2", "yellow"),
        ((2, 2, 2, None), "2", "yellow"),
        ((1, 1, 1, 1), "1", "yellow"),
        ((0, 0, 2, 2), "1", "yellow"),
        ((0, 1, 1, 1), "3/4", "red"),
        ((0, None, None, None), "0", "red"),
    ],
)
def test_the_weakest_theme_sets_the_colour(
    scores: tuple[int | None, ...], average: str, colour: str
) -> None:
    found = readiness(financing(*scores))
    last = found.themes[-1]
    assert (last.average, last.colour) == (Fraction(average), colour)
    assert found.colour == colour


def test_a_gap_is_weaker_than_a_lower_average_without_one() -> None:
    answers = financing(0, 2, 2, 2) | {code: 2 for code in CODES if code.startswith("anchoring")}
    answers |= {"citizens.start.voluntary": 1, "citizens.start.promotion": 1}
    weakest = readiness(answers).weakest
    assert weakest is not None
    assert weakest.theme.code == "financing"


def test_nothing_answered_has_no_colour() -> None:
    found = readiness({})
    assert (found.colour, found.weakest) == (None, None)
    assert [note.facts["open"] for note in found.notes] == [
        len(theme.questions) for theme in themes()
    ]


def test_a_theme_nobody_answered_keeps_the_whole_from_green() -> None:
    found = readiness(financing(None, None, None, None))
    assert found.weakest is not None
    assert found.weakest.colour is Colour.GREEN
    assert found.colour is Colour.YELLOW


def test_a_theme_nobody_answered_does_not_soften_red() -> None:
    answers = financing(None, None, None, None) | {
        code: 0 for code in CODES if code.startswith("citizens")
    }
    assert readiness(answers).colour is Colour.RED


def test_a_theme_that_is_not_relevant_is_left_out() -> None:
    answers = READY | {code: 0 for code in CODES if code.startswith("citizens")}
    found = readiness(answers, not_relevant={"citizens"})
    assert found.colour is Colour.GREEN
    assert "citizens" not in [one.theme.code for one in found.themes]
    assert proposed_risks(answers, not_relevant={"citizens"}) == ()


@pytest.mark.parametrize(
    ("answers", "not_relevant", "said"),
    [
        ({"anchoring.management.mood": 1}, (), "is not a question"),
        ({CODES[0]: 3}, (), "3 is not an answer; write 0, 1, 2 or None"),
        ({CODES[0]: -1}, (), "-1 is not an answer"),
        ({CODES[0]: True}, (), "True is not an answer"),
        ({}, ("financing",), "'financing' cannot be left out; only citizens"),
    ],
)
def test_what_cannot_be_is_refused(
    answers: dict[str, int], not_relevant: tuple[str, ...], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        readiness(answers, not_relevant=not_relevant)
    with pytest.raises(ValueError, match=said):
        proposed_risks(answers, not_relevant=not_relevant)


def test_every_colour_has_its_rule_in_words() -> None:
    assert list(COLOUR_RULE) == list(Colour)


def test_the_consequence_follows_the_investment() -> None:
    (risk,) = proposed_risks({"security.data.protection": 0})
    assert risk.consequence(Decimal("2500000")) == Decimal("1000000")
    assert (risk.theme, risk.category, risk.probability) == ("security", "legal", Decimal("0.10"))
    with pytest.raises(ValueError, match="-1 DKK"):
        risk.consequence(Decimal(-1))


ANSWERS = st.dictionaries(st.sampled_from(CODES), st.sampled_from([None, 0, 1, 2]))


@given(ANSWERS)
def test_one_risk_for_every_gap_and_none_besides(answers: dict[str, int | None]) -> None:
    gaps = {f"readiness.{code}" for code, answer in answers.items() if answer == 0}
    proposed = [risk.code for risk in proposed_risks(answers)]
    assert sorted(proposed) == sorted(gaps)


@given(ANSWERS, st.sampled_from(CODES))
def test_filling_a_gap_never_worsens_the_colour(answers: dict[str, int | None], code: str) -> None:
    if answers.get(code) is None:
        return
    order = [None, *Colour]
    before, after = readiness(answers).colour, readiness({**answers, code: 2}).colour
    assert order.index(after) >= order.index(before)


@given(ANSWERS)
def test_no_theme_is_weaker_than_the_weakest(answers: dict[str, int | None]) -> None:
    found = readiness(answers)
    shown = [list(Colour).index(one.colour) for one in found.themes if one.colour]
    if found.weakest and found.weakest.colour:
        assert list(Colour).index(found.weakest.colour) == min(shown)
