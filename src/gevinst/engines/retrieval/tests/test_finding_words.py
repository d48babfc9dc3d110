"""What is found by which words, and what "did you mean" says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gevinst.engines.retrieval.asking import Asked
from gevinst.engines.retrieval.document import Document
from gevinst.engines.retrieval.index import Index
from gevinst.engines.retrieval.schema import Schema
from gevinst.engines.retrieval.tests.shelf import shelf

INDEX = shelf()


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("faktura", "ab"),  # a beginning, and a stem
        ("FAKTURAERNE", "b"),
        ("kontrol", "ab"),  # the end of a compound too
        ("kontrollen fakturaer", "b"),  # every word of two
        ("kontrol kommune", ""),
        ("aabenraa", "d"),
        ("Åbenrå", "d"),
        ("dagpenge", "de"),
        ("32.45", "c"),
        ("kle 32.45.04", "c"),
        ("45.04", ""),
        ("hvad er en attest", "c"),  # words that say nothing are not asked for
        ("kontrol af fakturaer og beløb i kommunen", "ba"),
        ("solcelleanlæg på skolens tag", ""),
        ('"AND" (faktura', "ab"),
        ("\0faktura\0", "ab"),
        ("title:faktura", ""),
        ("+-!*?:^~", ""),
        ("   ", "abcde"),
    ],
)
def test_the_words_find(text: str, keys: str) -> None:
    assert sorted(hit.key for hit in INDEX.search(Asked(text)).hits) == sorted(keys)


def test_the_best_comes_first_and_says_where() -> None:
    hits = INDEX.search(Asked("fakturaer")).hits
    assert [(hit.key, hit.stored, hit.matched) for hit in hits] == [("b", "<b>", ("title",))]
    assert hits[0].score > 0


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("sygedagpnge", "sygedagpenge"),
        ("robtoten", "robotten"),
        ("robotten kontrolerer", ""),
        ("robotten kontrolleerr", "robotten kontrollerer"),
        ("kontrol", ""),
        ("xyz", ""),
        ("qwertyuiop", ""),
        ("32.46", ""),
        ("et to tre fire fem seks syv otte robtoten", ""),
    ],
)
def test_did_you_mean(text: str, suggestion: str) -> None:
    assert INDEX.search(Asked(text)).suggestion == suggestion


def test_a_misspelled_word_finds_by_its_4_grams() -> None:
    assert [hit.key for hit in INDEX.search(Asked("sygedagpnge")).hits] == ["e"]


def test_equal_documents_come_in_the_order_of_their_keys() -> None:
    index = Index.create(Schema({"title": 1}))
    index.write(add=[Document(f"{i:02}", {"title": "Samme titel"}) for i in range(30, 0, -1)])
    pages = [index.search(Asked("titel", offset=at, limit=10)) for at in (0, 10, 20)]
    assert [hit.key for page in pages for hit in page.hits] == [f"{i:02}" for i in range(1, 31)]
    assert {page.total for page in pages} == {30}


def test_a_very_long_text_is_taken() -> None:
    long = " ".join(f"ord{i} kontrol{i}" for i in range(2_000)) + " faktura"
    assert INDEX.search(Asked(long)).total == 0


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60) | st.from_regex(r"[a-zæøå\"'()\[\]{}:+*?^~\\/ -]{1,40}"))
def test_any_text_is_answered(text: str) -> None:
    found = INDEX.search(Asked(text, counts=("phase",)))
    assert len(found.hits) == min(20, found.total)
    assert sum(found.counts["phase"].values()) == found.total
