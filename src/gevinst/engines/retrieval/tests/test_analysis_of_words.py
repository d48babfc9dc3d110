"""The spelling, stems, 4-grams and sort keys that everything rests on."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines import retrieval
from gevinst.engines.retrieval.grams import grams
from gevinst.engines.retrieval.ordering import sort_key, text_key
from gevinst.engines.retrieval.question import MOST_WORDS, understood
from gevinst.engines.retrieval.stems import stem
from gevinst.engines.retrieval.suggestion import distant
from gevinst.engines.retrieval.words import LONGEST, spelled, surface

MODULES = [each.name for each in pkgutil.iter_modules(retrieval.__path__) if each.name != "tests"]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_the_docstrings_hold(name: str) -> None:
    module = importlib.import_module(f"{retrieval.__name__}.{name}")
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nyt hus, 2. sal", ["nyt", "hus", "2", "sal"]),
        ("KLE 32.45.04.", ["kle", "32.45.04"]),
        ("1.234,50 kr.", ["1.234,50", "kr"]),
        ("snake_case a-b", ["snake", "case", "a", "b"]),
        ("A\u030alborg", ["ålborg"]),  # a ring typed as a sign of its own
        ("\0 «» !", []),
    ],
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    assert surface(text) == words


@pytest.mark.parametrize(
    ("words", "one"),
    [
        (("Aarhus", "århus", "ÅRHUS"), "århus"),
        (("allé", "alle", "ALLÈ"), "alle"),
        (("Göteborg", "gøteborg"), "gøteborg"),
        (("Citroën",), "citroen"),
        (("x" * 99,), "x" * LONGEST),
    ],
)
def test_one_spelling(words: tuple[str, ...], one: str) -> None:
    assert {spelled(word) for word in words} == {one}


@pytest.mark.parametrize(
    ("words", "root"),
    [
        (("faktura", "fakturaer", "fakturaerne", "fakturaens"), "faktura"),
        (("sag", "sagen", "sagerne", "sags"), "sag"),
        (("måde", "maade", "måden"), "måd"),
    ],
)
def test_one_stem(words: tuple[str, ...], root: str) -> None:
    assert {stem(word) for word in words} == {root}


@given(st.text(max_size=30))
def test_a_spelling_is_its_own_spelling(word: str) -> None:
    assert spelled(spelled(word)) == spelled(word)


@pytest.mark.parametrize(
    ("word", "parts"), [("a", ("_a_",)), ("ab", ("_ab_",)), ("abc", ("_abc", "abc_"))]
)
def test_grams_of_short_words(word: str, parts: tuple[str, ...]) -> None:
    assert grams(word) == parts


def test_words_of_a_question_stand_once_and_are_not_too_many() -> None:
    assert [(word.stem, word.times) for word in understood("Sagen, sagen og sager").words] == [
        ("sag", 3),
        ("og", 1),
    ]
    assert len(understood(" ".join(map(str, range(999)))).words) == MOST_WORDS


@given(st.lists(st.tuples(st.floats(allow_nan=False) | st.none(), st.text("ab", max_size=2))))
def test_sort_keys_sort_as_numbers_do(rows: list[tuple[float | None, str]]) -> None:
    def by(sign: int) -> list[tuple[float | None, str]]:
        return sorted(rows, key=lambda row: (row[0] is None, sign * (row[0] or 0), row[1]))

    assert sorted(rows, key=lambda row: sort_key(*row, descending=False)) == by(1)
    assert sorted(rows, key=lambda row: sort_key(*row, descending=True)) == by(-1)


def test_text_keys_sort_as_texts_do_the_empty_last() -> None:
    rows = [("b", "1"), ("", "2"), ("a", "4"), ("a", "3")]
    assert [key for _, key in sorted(rows, key=lambda row: text_key(*row))] == list("3412")


@pytest.mark.parametrize(
    ("one", "other", "most", "distance"),
    [
        ("sag", "sag", 1, 0),
        ("sag", "sga", 1, 1),
        ("sag", "sagen", 1, 2),
        ("sag", "bil", 1, 2),
        ("faktura", "fakturaer", 2, 2),
        ("abcd", "wxyz", 2, 3),
    ],
)
def test_letters_between_two_words(one: str, other: str, most: int, distance: int) -> None:
    assert distant(one, other, most) == distance
