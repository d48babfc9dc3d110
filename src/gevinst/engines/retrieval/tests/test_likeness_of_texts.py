"""How like two texts are, from 0 to 1."""

from __future__ import annotations

import pytest

from gevinst.engines.retrieval.asking import AnyOf
from gevinst.engines.retrieval.tests.shelf import BOOKS, shelf

INDEX = shelf()


def text_of(key: str) -> dict[str, str]:
    return {"title": BOOKS[key][0], "body": BOOKS[key][1]}


@pytest.mark.parametrize("key", list(BOOKS))
def test_the_same_words_are_1(key: str) -> None:
    best = INDEX.similar(text_of(key))[0]
    assert (best.key, best.score, best.stored) == (key, 1.0, f"<{key}>")


def test_what_has_nothing_in_common_is_not_there() -> None:
    hits = INDEX.similar(text_of("b"))
    assert [hit.key for hit in hits] == ["b", "a"]
    assert 0 < hits[1].score < 1
    assert hits[1].matched == ("body",)


@pytest.mark.parametrize(
    "texts", [{}, {"title": ""}, {"title": "\0"}, {"title": "xyz"}, {"other": "faktura"}]
)
def test_no_words_no_hits(texts: dict[str, str]) -> None:
    assert INDEX.similar(texts) == []


def test_only_within_and_not_more_than_asked() -> None:
    hits = INDEX.similar(text_of("b"), AnyOf(frozenset({"phase:idea"})), limit=1)
    assert [hit.key for hit in hits] == ["a"]
    assert INDEX.similar(text_of("b"), limit=0) == []


def test_words_that_say_nothing_count_where_there_are_no_others() -> None:
    assert [hit.key for hit in INDEX.similar({"title": "af"})] == ["b"]
