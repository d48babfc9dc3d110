"""The score of the nine answers: weights, directions, rounding, and what would raise it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.reuse.suitability import QUESTIONS, VALUES, suitability

NAMES = [question.name for question in QUESTIONS]
BEST = {q.name: "very_low" if q.against else "very_high" for q in QUESTIONS}
WORST = {q.name: "very_high" if q.against else "very_low" for q in QUESTIONS}
LEVELS = st.sampled_from([*VALUES, "unknown", ""])
ANSWERS = st.dictionaries(st.sampled_from(NAMES), LEVELS)


def test_there_are_nine_and_they_weigh_100() -> None:
    assert len(set(NAMES)) == 9
    assert sum(question.weight for question in QUESTIONS) == 100


@pytest.mark.parametrize(
    ("levels", "score"),
    [
        (BEST, 100),
        (WORST, 0),
        ({**BEST, "level_professional": "very_high"}, 80),
        ({**BEST, "level_professional": "high"}, 87),
        ({**BEST, "level_quality": "high"}, 98),
        ({**BEST, "level_digital": "unknown"}, 100),
        ({**WORST, "level_digital": "very_high"}, 15),
        ({}, None),
        ({"level_professional": "very_low", "level_structured": "high"}, None),
        ({"level_professional": "low", "level_structured": "high", "level_digital": "high"}, 67),
        ({"level_strange": "high"}, None),
    ],
)
def test_scores(levels: dict[str, str], score: int | None) -> None:
    assert suitability(levels).score == score


def test_what_would_raise_it_comes_with_the_most_first() -> None:
    found = suitability({**BEST, "level_speed": "very_low", "level_change": "high"})
    assert [(each.question.name, each.gain) for each in found.raises] == [
        ("level_change", 7),
        ("level_speed", 5),
    ]


def test_unanswered_questions_are_told() -> None:
    found = suitability({**BEST, "level_return": "unknown"})
    assert [question.name for question in found.unanswered] == ["level_return"]
    assert found.answered == 8


@given(ANSWERS)
def test_a_score_is_between_0_and_100_and_follows_from_the_points(levels: dict[str, str]) -> None:
    found = suitability(levels)
    weight = sum(each.question.weight for each in found.answers if each.value is not None)
    assert (found.score is None) == (weight < 50)
    if found.score is not None:
        points = sum(each.points for each in found.answers)
        assert 0 <= found.score <= 100
        assert abs(found.score - 100 * points / weight) <= 0.5


@given(ANSWERS, st.sampled_from(NAMES))
def test_a_better_answer_never_lowers_the_score(levels: dict[str, str], name: str) -> None:
    before = suitability(levels)
    if before.score is None or levels.get(name) not in VALUES:
        return
    after = suitability({**levels, name: BEST[name]})
    assert after.score is not None
    gain = next(each.gain for each in before.answers if each.question.name == name)
    assert abs(after.score - before.score - gain) <= 1
    assert after.score >= before.score
