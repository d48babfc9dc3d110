"""The API of processes: every field is told and taken, and who sees what of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from gevinst.features.accounts.tests.factories import AuthorityFactory, UnitFactory, UserFactory
from gevinst.features.catalogue.fields import CHANGEABLE, INTERNAL, RELATED
from gevinst.features.catalogue.models import ItSystem, LegalClause, Process, Profile
from gevinst.features.catalogue.tests.exchange.factories import (
    PERSON,
    SECRET,
    adopted,
    caller,
    filed,
    full_process,
    umbrella,
)
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import Role

pytestmark = pytest.mark.django_db
LIST = "/api/v1/processes"
JSON = "application/json"
NEW = {"title": "Ny", "summary": "Kort"}


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


def one(client: Client, process: Process) -> dict[str, Any]:
    answer = client.get(f"{LIST}/{process.pk}")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def test_a_process_has_every_field_under_its_own_name() -> None:
    held = full_process()
    told = one(caller(authority=held.authority), held)
    people = {"owner", "contact", "reporter", "co_editors"}
    assert (CHANGEABLE | RELATED) - people <= set(told)
    assert {each["role"] for each in told["people"]} == {"owner", "contact", "co_editor"}


@pytest.mark.parametrize("path", ["", "/attachments", "/comments"])
@pytest.mark.parametrize("own", [True, False])
def test_what_is_internal_is_for_the_own_authority(path: str, own: bool) -> None:
    held = full_process()
    client = caller(Role.CONTRIBUTOR, held.authority if own else None)
    told = client.get(f"{LIST}/{held.pk}{path}").content.decode()
    assert (SECRET in told) is own


def test_internal_fields_are_null_elsewhere_also_in_lists() -> None:
    held = full_process()
    [told] = caller().get(LIST).json()["items"]
    assert {told[name] for name in INTERNAL} == {None}
    assert told["origins"] == []
    assert SECRET not in str(told)
    assert held.pk == told["id"]


def test_an_internal_file_is_not_there_for_others() -> None:
    held = full_process()
    file = filed(held, "hemmelig", internal=True)
    url = f"{LIST}/{held.pk}/attachments/{file.pk}"
    assert caller().get(url).status_code == 404
    answer = caller(authority=held.authority).get(url)
    assert b"".join(answer.streaming_content) == b"teks"
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_other_authorities_know_the_contact_and_who_shows_himself() -> None:
    held = full_process()
    assert one(caller(), held)["people"] == [{"role": "contact", "name": "Kontakt (demo)"}]
    Profile.objects.create(user=held.owner, shown=True)
    assert {each["role"] for each in one(caller(), held)["people"]} == {"owner", "contact"}


def test_person_numbers_leave_masked() -> None:
    held = full_process(
        description=f"Om {PERSON}", links=[{"title": PERSON, "url": "https://a.example/"}]
    )
    LegalClause.objects.create(process=held, text=PERSON)
    assert PERSON not in str(one(caller(authority=held.authority), held))


def test_relatives_are_told_of_only_when_they_may_be_read() -> None:
    held = full_process()
    open_one, closed = adopted(held, title="Åben"), adopted(held, visibility="authority")
    above = umbrella(held)
    told = one(caller(), held)
    assert [each["id"] for each in told["reused_by"]] == [open_one.pk]
    assert [each["id"] for each in told["part_of"]] == [above.pk]
    assert [each["id"] for each in one(caller(authority=closed.authority), held)["reused_by"]] == [
        open_one.pk,
        closed.pk,
    ]


def test_every_field_can_be_written_and_read_again() -> None:
    home = AuthorityFactory()
    contact = UserFactory(reader_of=home)
    unit = UnitFactory(authority=home)
    sent: dict[str, Any] = {
        "kind": "umbrella", "description": "d", "challenge": "c", "solution": "s",
        "search_words": "w", "links": [{"title": "t", "url": "https://a.example/x"}],
        "phase": "operation", "status": "in_progress", "status_note": "n", "visibility": "public",
        "domains": ["hr"], "kle": ["32.45"], "form": ["1.2"], "kla": ["1"], "vendor": "v",
        "block_key": "invoice_control", "contact_email": "a@b.example",
        "other_contact_email": "c@b.example", "occurrences": 5, "minutes": "2.50", "employees": 3,
        "automatable": "0.7500", "development_hours": "40.00", "effort_comment": "e",
        "affects_citizens": True, "affects_companies": False,
        **{f"level_{name}": "high" for name in (
            "professional", "change", "structured", "uniform", "digital", "quality", "speed",
            "routine", "return")},
        "rating": 2, "rating_comment": "r", "run_period": "daily",
        "in_operation_since": "2026-01-02", "decommissioned_on": "2026-02-03", "automation": "a",
        "technical_notes": "t", "organisational_notes": "o", "licence": "MPL-2.0",
        "repository_url": "https://git.example/x", "infrastructure": "i", "policies": "p",
        "documentation": "d", "documentation_url": "https://d.example", "translations": "t",
        "data_protection": "d", "internal_notes": "i", "case_reference": "c", "kl_id": "k",
    }  # fmt: skip
    named = {
        "systems_today": ["A"],
        "systems_used": ["B"],
        "technologies": ["C"],
        "units": [unit.name],
    }
    clauses = {"legal_clauses": [{"text": "§ 1", "url": "", "verified_on": "2026-03-04"}]}
    people = {"contact": contact.email, "co_editors": [contact.email]}
    client = caller(Role.CONTRIBUTOR, home)
    body = {"authority": home.code, **NEW, **sent, **named, **clauses, **people}
    answer = client.post(LIST, body, content_type=JSON)
    assert answer.status_code == 201, answer.content
    told = client.get(f"{LIST}/{answer.json()['id']}").json()
    assert {name: told[name] for name in sent} == sent
    assert {name: [each["label"] for each in told[name]] for name in named} == named
    assert told["legal_clauses"][0]["verified_on"] == "2026-03-04"
    assert told["people"] == [
        {"role": "contact", "name": contact.name}, {"role": "co_editor", "name": contact.name},
    ]  # fmt: skip
    assert set(body) | {"owner", "reporter"} >= CHANGEABLE | RELATED


def test_null_empties_what_can_be_empty() -> None:
    held = full_process()
    client = caller(Role.CONTRIBUTOR, held.authority)
    body = {"minutes": None, "rating": None, "level_routine": None, "title": None}
    told = client.patch(f"{LIST}/{held.pk}", body, content_type=JSON).json()
    assert (told["minutes"], told["rating"], told["level_routine"]) == (None, None, "")
    assert told["title"] == held.title


@pytest.mark.parametrize(
    "body",
    [
        {"technologies": [999_999]},
        {"units": ["ingen"]},
        {"contact": "fremmed@andetsteds.example"},
        {"co_editors": ["fremmed@andetsteds.example"]},
    ],
)
def test_what_is_named_must_be_the_authoritys(body: dict[str, Any]) -> None:
    UserFactory(email="fremmed@andetsteds.example", reader_of=AuthorityFactory())
    held = ProcessFactory()
    client = caller(Role.CONTRIBUTOR, held.authority)
    assert client.patch(f"{LIST}/{held.pk}", body, content_type=JSON).status_code == 404


def test_a_system_is_found_by_its_name_whatever_the_case() -> None:
    system = ItSystem.objects.create(label="Fagsystemet")
    held = ProcessFactory()
    client = caller(Role.CONTRIBUTOR, held.authority)
    body = {"systems_used": ["FAGSYSTEMET", system.pk], "units": []}
    told = client.patch(f"{LIST}/{held.pk}", body, content_type=JSON).json()
    assert [each["id"] for each in told["systems_used"]] == [system.pk]
