"""Filters, facets with counts, sorting and pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gevinst.engines.retrieval.asking import (
    AllOf,
    AnyOf,
    Asked,
    Between,
    Filter,
    Not,
    OneOf,
)
from gevinst.engines.retrieval.document import Document
from gevinst.engines.retrieval.index import Index
from gevinst.engines.retrieval.schema import Schema
from gevinst.engines.retrieval.tests.shelf import SCHEMA, book, shelf

INDEX = shelf()
IDEA, LIVE = AnyOf(frozenset({"phase:idea"})), AnyOf(frozenset({"phase:live"}))
VEJLE = AnyOf(frozenset({"place:vejle"}))
OPEN = Not(AnyOf(frozenset({"secret:yes"})))


@pytest.mark.parametrize(
    ("within", "keys"),
    [
        (None, "abcde"),
        (IDEA, "ad"),
        (AnyOf(frozenset()), ""),
        (AnyOf(frozenset({"phase:idea", "place:vejle"})), "acd"),
        (AllOf((LIVE, VEJLE)), "c"),
        (AllOf(()), "abcde"),
        (OneOf((IDEA, VEJLE)), "acd"),
        (OneOf(()), ""),
        (Not(IDEA), "bce"),
        (Not(Not(IDEA)), "ad"),
        (Between("hours", 20, None), "bce"),
        (Between("hours", None, 20), "ace"),
        (Between("hours", 20, 20), "ce"),
        (Between("hours"), "abce"),
        (Not(Between("hours")), "d"),
    ],
)
def test_a_filter_lets_through(within: Filter | None, keys: str) -> None:
    found = INDEX.search(Asked(within=within))
    assert "".join(hit.key for hit in found.hits) == keys
    assert found.total == len(keys)


@pytest.mark.parametrize(("sort", "keys"), [("", "abcde"), ("hours", "acebd"), ("-hours", "bcead")])
def test_hits_are_sorted_with_equal_ones_by_key_and_unknown_ones_last(sort: str, keys: str) -> None:
    assert "".join(hit.key for hit in INDEX.search(Asked(sort=sort)).hits) == keys


def test_a_sort_goes_before_relevance() -> None:
    assert [hit.key for hit in INDEX.search(Asked("faktura", sort="-hours")).hits] == ["b", "a"]


@pytest.mark.parametrize(
    ("offset", "limit", "keys"), [(0, 2, "ab"), (2, 2, "cd"), (4, 2, "e"), (9, 2, ""), (0, 0, "")]
)
def test_a_page(offset: int, limit: int, keys: str) -> None:
    found = INDEX.search(Asked(offset=offset, limit=limit))
    assert ("".join(hit.key for hit in found.hits), found.total) == (keys, 5)


def test_a_facet_counts_without_its_own_choice_and_with_the_others() -> None:
    asked = Asked(
        within=OPEN,
        narrowed={"phase": frozenset({"phase:idea"}), "place": frozenset()},
        counts=("phase", "place"),
    )
    found = INDEX.search(asked)
    assert [hit.key for hit in found.hits] == ["a", "d"]
    assert found.counts["phase"] == {"phase:idea": 2, "phase:live": 2}
    assert found.counts["place"] == {"place:aarhus": 1}
    assert INDEX.search(asked) == found


def test_a_choice_that_nothing_fits_is_no_misspelling() -> None:
    asked = Asked("faktura", narrowed={"place": frozenset({"place:vejle"})}, counts=("phase",))
    found = INDEX.search(asked)
    assert (found.total, found.counts["phase"]) == (0, {})


def test_counts_of_what_was_found_by_4_grams() -> None:
    found = INDEX.search(Asked("sygedagpnge", counts=("phase",)))
    assert found.counts == {"phase": {"phase:live": 1}}


@pytest.mark.parametrize(
    "asked",
    [
        Asked(sort="weight"),
        Asked(counts=("colour",)),
        Asked(within=AllOf((Not(Between("weight", 1)), OneOf((IDEA,))))),
    ],
)
def test_a_name_that_is_not_of_the_schema_is_a_mistake(asked: Asked) -> None:
    with pytest.raises(LookupError, match="not of the schema"):
        INDEX.search(asked)


@pytest.mark.parametrize("text", ["solceller", "solcelelr", "hemmelig plan om solceller i morgen"])
def test_what_may_not_be_seen_is_not_found_counted_or_suggested(text: str) -> None:
    found = INDEX.search(Asked(text, within=OPEN, counts=("phase",)))
    assert (found.hits, found.total, found.counts["phase"]) == ([], 0, {})
    assert "solceller" not in found.suggestion


def test_counts_are_given_up_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gevinst.engines.retrieval.standing.REMEMBERED", 2)
    index = shelf()
    answers = [index.search(Asked(text, counts=("phase", "place"))) for text in ("", "faktura", "")]
    assert answers[0] == answers[2]


SAID = ["faktura", "kontrol", "attest", "dagpenge", "sygedagpenge", "faktrua", "plan"]
WORDS = st.sampled_from(SAID)
TEXTS = st.lists(WORDS, max_size=5).map(" ".join)
SETS = st.sets(st.sampled_from(["phase:idea", "phase:live", "place:aarhus", "seen:1", "seen:2"]))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, SETS), max_size=8), TEXTS, SETS, SETS)
def test_a_search_never_returns_or_counts_what_is_not_within(
    made: list[tuple[str, set[str]]], text: str, seen: set[str], barred: set[str]
) -> None:
    index = Index.create(SCHEMA)
    index.write(add=[Document(str(i), {"title": t}, frozenset(s)) for i, (t, s) in enumerate(made)])
    within = AllOf((AnyOf(frozenset(seen)), Not(AnyOf(frozenset(barred)))))
    mine = {str(i) for i, (_, terms) in enumerate(made) if terms & seen and not terms & barred}
    found = index.search(Asked(text, within, counts=("phase", "place")))
    assert {hit.key for hit in found.hits} <= mine
    assert found.total <= len(mine)
    assert all(n <= len(mine) for told in found.counts.values() for n in told.values())
    said = {word for key in mine for word in made[int(key)][0].split()}
    assert not found.suggestion or set(found.suggestion.split()) <= said | set(text.split())


def test_an_order_of_its_own() -> None:
    schema = Schema({"title": 1}, orders=("title",))
    index = Index.create(schema)
    names = {"1": "b", "2": "", "3": "a"}
    index.write(
        add=[Document(key, {"title": name}, orders={"title": name}) for key, name in names.items()]
    )
    assert [hit.key for hit in index.search(Asked(sort="title")).hits] == ["3", "1", "2"]


def test_replacing_and_removing() -> None:
    index = shelf()
    index.write(add=[Document("a", {"title": "Noget andet"}), book("b")], remove=["c", "nobody"])
    assert "".join(hit.key for hit in index.search(Asked()).hits) == "abde"
    assert [hit.key for hit in index.search(Asked("faktura")).hits] == ["b"]
