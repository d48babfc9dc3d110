"""What is written for OS2autoproces is read back as it was, and holds its words."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.exchange.os2autoproces import read_rest
from gevinst.engines.exchange.os2autoproces.words import LEVELS, WORDS
from gevinst.engines.exchange.os2autoproces.writing import pages, written

# No control characters, no space around: the reader tidies texts.
words = st.text("abcæøåÆ §-.:!0123456789", min_size=1, max_size=40).map(
    lambda text: f"x{' '.join(text.split())}x"
)
codes = st.lists(st.from_regex(r"[0-9]{2}\.[0-9]{2}", fullmatch=True), max_size=3, unique=True)
cents = st.integers(1, 10**6).map(lambda value: Decimal(value).scaleb(-2))
FULL = st.fixed_dictionaries(
    {
        "id": st.integers(1, 10**9),
        **dict.fromkeys(
            (
                "title", "summary", "description", "challenge", "solution", "internal_notes",
                "status_note", "automation", "technical_notes", "organisational_notes", "vendor",
                "effort_comment", "rating_comment", "case_reference", "kl_id",
            ),
            words,
        ),
        "kind": st.sampled_from(list(WORDS["kind"])),
        "phase": st.sampled_from(list(WORDS["phase"])),
        "status": st.sampled_from(list(WORDS["status"])),
        "visibility": st.sampled_from(["personal", "authority", "all_authorities"]),
        "run_period": st.sampled_from(list(WORDS["run_period"])),
        "domains": st.lists(st.sampled_from(list(WORDS["domains"])), unique=True),
        **{
            f"level_{name}": st.sampled_from(list(LEVELS))
            for name in ("change", "digital", "return", "routine", "speed", "uniform")
        },
        "kle": codes,
        "form": codes,
        "occurrences": st.integers(1, 10**6),
        "minutes": cents,
        "employees": st.integers(1, 1000),
        "automatable": st.integers(0, 100).map(lambda value: Decimal(value).scaleb(-2)),
        "development_hours": cents,
        "affects_citizens": st.booleans(),
        "rating": st.integers(1, 3),
        "in_operation_since": st.dates(date(2000, 1, 1), date(2100, 1, 1)),
        "technologies": st.lists(words, max_size=3, unique_by=str.casefold).map(
            lambda names: [{"id": n, "label": name} for n, name in enumerate(names, 1)]
        ),
        "parts": st.lists(st.integers(1, 999), max_size=3, unique=True).map(
            lambda ids: [{"id": key, "title": "x"} for key in ids]
        ),
    }
)  # fmt: skip


def again(*records: dict[str, Any]) -> Any:
    return read_rest("".join(pages(records, "https://a.example/os2")).encode())


@given(FULL)
def test_a_process_comes_back_as_it_was(record: dict[str, Any]) -> None:
    [found] = again(record).records
    assert found.remarks == ()
    assert found.source_id == str(record["id"])
    assert found.technologies == tuple(each["label"] for each in record["technologies"])
    assert found.parts == tuple(str(each["id"]) for each in record["parts"])
    plain = [name for name in record if name not in {"id", "technologies", "parts"}]
    expected = {name: _tuple(record[name]) for name in plain}
    assert {name: getattr(found, name) for name in plain} == expected


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def test_public_is_no_wider_there() -> None:
    assert written({"visibility": "public"}) == {"visibility": "PUBLIC"}
    assert again({"id": 1, "title": "x", "visibility": "public"}).records[0].visibility == (
        "all_authorities"
    )


@pytest.mark.parametrize(
    ("record", "item"),
    [
        ({"rating": None}, {"rating": None}),
        ({"automatable": Decimal("0.125")}, {"timeSpendPercentageDigital": 12.5}),
        ({"minutes": Decimal("7.00")}, {"timeSpendPerOccurance": 7}),
        (
            {"in_operation_since": date(2026, 1, 5)},
            {"putIntoOperation": "2026-01-05T12:00:00.000+0000"},
        ),
        ({"standing": {"hours_expected": Decimal("9.99")}}, {"timeSpendComputedTotal": 9}),
        ({"standing": {"hours_expected": None}}, {"timeSpendComputedTotal": 0}),
        ({"run_period": "quarterly"}, {"runPeriod": "QUATERLY"}),
        (
            {"authority": {"name": "Prøveby", "cvr": "12345678"}},
            {"cvr": "12345678", "municipalityName": "Prøveby"},
        ),
        ({"kle": ["32.45", "01.02"]}, {"kle": "32.45, 01.02"}),
        (
            {"links": [{"title": "t", "url": "https://a.example"}]},
            {"links": [{"url": "https://a.example", "internal": False}]},
        ),
        ({"other_contact_email": None}, {}),
        ({"other_contact_email": "a@b.example"}, {"otherContactEmail": "a@b.example"}),
        ({"contact_email": "a@b.example"}, {"contact": {"name": "", "email": "a@b.example"}}),
        (
            {"systems_used": [{"id": 2, "label": "S", "vendor": "V"}]},
            {"services": [{"id": 2, "name": "S", "vendor": "V"}]},
        ),
    ],
)
def test_a_field_is_written_as_there(record: dict[str, Any], item: dict[str, Any]) -> None:
    assert written(record) == item


def test_people_stand_in_their_roles_with_the_mailbox_of_the_role() -> None:
    people = [{"role": role, "name": role.title()} for role in ("owner", "contact", "co_editor")]
    assert written({"people": people, "contact_email": "a@b.example"}) == {
        "owner": {"name": "Owner"},
        "contact": {"name": "Contact", "email": "a@b.example"},
        "reporter": None,
        "users": [{"name": "Co_Editor"}],
    }


@pytest.mark.parametrize(
    ("days", "verified"),
    [
        ([], None),
        ([date(2026, 3, 1), None], None),
        ([date(2026, 3, 1), date(2025, 1, 2)], "2025-01-02T12:00:00.000+0000"),
    ],
)
def test_clauses_are_verified_when_the_one_that_waited_longest_was(
    days: list[date | None], verified: str | None
) -> None:
    clauses = [{"text": f"§ {n}", "verified_on": day} for n, day in enumerate(days, 1)]
    item = written({"legal_clauses": clauses})
    assert item["legalClause"] == "; ".join(each["text"] for each in clauses)
    assert item["legalClauseLastVerified"] == verified


def test_moments_have_their_zone_and_a_page_counts_what_it_holds() -> None:
    at = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)
    records = [{"id": n, "title": "x", "created_at": at, "changed_at": at} for n in range(3)]
    page = json.loads("".join(pages(records, "https://a.example/os2")))
    assert page["page"] == {"size": 3, "totalElements": 3, "totalPages": 1, "number": 0}
    assert page["_links"] == {"self": {"href": "https://a.example/os2"}}
    assert page["_embedded"]["processes"][0]["created"] == "2026-11-22T17:00:00.000+0000"
