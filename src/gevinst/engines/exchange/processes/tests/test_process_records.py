"""Records in the making, what of them goes where, and which addresses are nobody's."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from gevinst.engines.exchange.processes import AuthorityName, Person, Record
from gevinst.engines.exchange.processes.draft import Draft
from gevinst.engines.exchange.processes.facts import ELSEWHERE, facts, people
from gevinst.engines.exchange.processes.fields import FIELDS
from gevinst.engines.exchange.processes.mailboxes import address_in, is_role
from gevinst.engines.exchange.processes.once import each_once


def record(**stated: object) -> Record:
    base = Record(source="x", source_id="1", place="row 2", carries=frozenset(stated))
    return replace(base, **stated)  # type: ignore[arg-type]


def test_every_field_of_a_record_has_a_sort() -> None:
    own = {"source", "source_id", "place", "authority", "carries", "remarks"}
    assert {one.name for one in fields(Record)} - own == set(FIELDS)


def test_a_long_summary_is_kept_whole_in_the_description() -> None:
    draft = Draft("x", "row 2")
    draft.put("title", "T")
    draft.put("summary", "ord " * 60)
    draft.put("description", "Resten")
    made = draft.record("1")
    assert len(made.summary) <= 140
    assert made.description.startswith("ord ord") and made.description.endswith("\n\nResten")  # noqa: PT018
    assert [(one.what, one.done) for one in made.remarks] == [("too-long", "moved")]


@pytest.mark.parametrize(
    ("title", "source_id", "whats"),
    [
        ("T", "1", []),
        ("", "1", ["no-title"]),
        ("T", "", ["no-id"]),
        ("", "", ["no-title", "no-id"]),
    ],
)
def test_a_record_needs_a_title_and_an_id(title: str, source_id: str, whats: list[str]) -> None:
    draft = Draft("x", "row 2")
    draft.put("title", title)
    made = draft.record(source_id)
    assert [one.what for one in made.remarks] == whats
    assert made.refused is bool(whats)


def test_what_is_said_twice_alike_is_taken_once() -> None:
    first = record(title="A")
    assert each_once([first, replace(first, place="row 3")]) == (first,)


def test_what_is_said_twice_differently_is_refused_the_second_time() -> None:
    first = record(title="A")
    found = each_once([first, replace(first, place="row 3", title="B")])
    assert [one.refused for one in found] == [False, True]


@pytest.mark.parametrize(
    ("address", "names", "role"),
    [
        ("rpa@x.dk", [], True),
        ("RPA-team@x.dk", ["RPA-team"], True),
        ("digitalisering.syddjurs@syddjurs.dk", [], True),
        ("økonomi@x.dk", [], True),
        ("abc123@x.dk", [], False),
        ("fornavn.post@x.dk", [], False),
        ("it.syd@syd.dk", ["Fornavn Syd"], False),
        ("", [], False),
    ],
)
def test_which_mailboxes_are_a_role_s(address: str, names: list[str], role: bool) -> None:
    assert is_role(address, names) is role


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ring 12 34 56 78", ""),
        ("<a@x.dk>; b@y.dk", "a@x.dk"),
        ("skriv til drift@x.dk.", "drift@x.dk"),
    ],
)
def test_the_first_address_of_a_text(text: str, found: str) -> None:
    assert address_in(text) == found


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"contact": Person("N", "rpa@x.dk")}, {"contact_email": "rpa@x.dk"}),
        ({"contact": Person("N", "n@x.dk")}, {"contact_email": ""}),
        (
            {"contact": Person("N", "n@x.dk"), "other_contact": "it@x.dk"},
            {"contact_email": "it@x.dk", "other_contact_email": ""},
        ),
        (
            {"other_contact": "Ring til vagten"},
            {
                "contact_email": "",
                "other_contact_email": "",
                "internal_notes": "Anden kontakt: Ring til vagten",
            },
        ),
        ({"other_systems": "Excel"}, {"description": "Andre nuværende systemer: Excel"}),
        ({"internal_links": ("https://i/x",)}, {"internal_notes": "Links: https://i/x"}),
        ({"links": ("https://x.dk",)}, {"links": [{"title": "", "url": "https://x.dk"}]}),
        ({"legal_clause": ""}, {"legal_clauses": []}),
        (
            {"legal_clause": "§ 1", "legal_clause_verified_on": date(2026, 1, 2)},
            {"legal_clauses": [{"text": "§ 1", "url": "", "verified_on": date(2026, 1, 2)}]},
        ),
        ({"owner": Person("N", "n@x.dk")}, {}),
    ],
)
def test_what_goes_where(stated: dict[str, object], expected: dict[str, object]) -> None:
    assert facts(record(**stated)) == expected


def test_nobody_s_name_is_among_the_facts() -> None:
    person = Person("Fornavn Efternavn", "fornavn@x.dk")
    stated = record(owner=person, contact=person, reporter=person, co_editors=(person,))
    assert "ornavn" not in str(facts(stated))
    assert set(people(stated)) == {"owner", "contact", "reporter", "co_editors"}


def test_nothing_that_is_kept_elsewhere_is_a_fact_by_its_own_name() -> None:
    every = facts(record(**{name: getattr(record(), name) for name in FIELDS}))
    own = {"links", "contact_email", "internal_notes", "description"}
    assert (ELSEWHERE - own).isdisjoint(every)


def test_an_authority_that_is_not_named_is_false() -> None:
    assert (bool(AuthorityName()), bool(AuthorityName(code="0101"))) == (False, True)
