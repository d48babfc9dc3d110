"""The passage shown with a hit, and what is marked in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.retrieval.snippets import snippet

FILLER = "ord " * 80


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Vi har fakturakontrollen her", "kontrol", ["fakturakontrollen"]),
        ("Sagerne om en sag", "sagen", ["Sagerne", "sag"]),
        ("Aabenraa og Åbenrå", "åbenrå", ["Aabenraa", "Åbenrå"]),
        ("KLE 32.45.04 gælder", "32.45", ["32.45.04"]),
        ("Hvad er det?", "hvad er en sag", []),
        ("<b>sag</b>", "sag", ["sag"]),
        ("", "sag", []),
        ("sag", "", []),
    ],
)
def test_marks(text: str, query: str, marked: list[str]) -> None:
    pieces = snippet(text, query)
    assert [piece for piece, mark in pieces if mark] == marked
    assert "".join(piece for piece, _ in pieces) == text


def test_the_passage_is_where_most_different_words_are() -> None:
    text = f"{FILLER}robot {FILLER} robot og faktura {FILLER}"
    pieces = snippet(text, "robot faktura", 60)
    assert [piece for piece, mark in pieces if mark] == ["robot", "faktura"]
    assert pieces[0] == ("…", False)
    assert pieces[-1] == ("…", False)


def test_a_text_without_spaces_is_cut() -> None:
    assert snippet("x" * 500, "y", 100) == [("x" * 100, False), ("…", False)]


def test_the_beginning_where_nothing_fits() -> None:
    assert snippet(f"Først {FILLER}", "robot", 40)[0][0].startswith("Først ord")


@given(st.text(max_size=300), st.text(max_size=20), st.integers(1, 200))
def test_pieces_are_of_the_text_and_not_longer_than_asked(
    text: str, query: str, length: int
) -> None:
    pieces = snippet(text, query, length)
    assert all(piece for piece, _ in pieces)
    assert sum(len(piece) for piece, _ in pieces) <= length + 2
