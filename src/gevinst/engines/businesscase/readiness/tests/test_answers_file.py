"""What a case file says of readiness: sound answers, themes left out, and what nobody knows."""

from __future__ import annotations

import pytest

from gevinst.engines.businesscase.readiness.answers_file import read_answers

AGREED = "financing.plan.agreed"
# kept | answers | left out | unknown
TABLE: list[tuple[object, dict[str, int], set[str], list[str]]] = [
    ({AGREED: 2}, {AGREED: 2}, set(), []),
    ({AGREED: None}, {}, set(), []),
    ({AGREED: 3}, {}, set(), [AGREED]),
    ({AGREED: True}, {}, set(), [AGREED]),
    ({AGREED: "2"}, {}, set(), [AGREED]),
    ({"citizens": None}, {}, {"citizens"}, []),
    ({"citizens": 1}, {}, set(), ["citizens"]),
    ({"security": None}, {}, set(), ["security"]),
    ({"nothing.like.this": 0}, {}, set(), ["nothing.like.this"]),
    (None, {}, set(), []),
    ([1, 2], {}, set(), []),
]


@pytest.mark.parametrize(("kept", "answers", "left_out", "unknown"), TABLE)
def test_read(
    kept: object, answers: dict[str, int], left_out: set[str], unknown: list[str]
) -> None:
    found = read_answers(kept)
    assert (found.answers, found.not_relevant) == (answers, frozenset(left_out))
    assert list(found.unknown) == unknown


def test_the_result_leaves_out_what_is_not_relevant() -> None:
    whole = read_answers({AGREED: 2}).result
    less = read_answers({AGREED: 2, "citizens": None}).result
    assert len(whole.themes) == len(less.themes) + 1
