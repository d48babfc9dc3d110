"""Business cases for other systems: who reads, what is worked out, and that nobody writes over another."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from gevinst.features.accounts.tests.factories import TokenFactory
from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.tests.case_people import (
    SOUND,
    CasePeople,
    case_people,
    proposed_case,
    sound_case,
    with_value,
)

URL = "/api/v1/business-cases"
PERSON = "610101-2222"  # a replacement number: day 61, nobody's


@pytest.fixture
def people(db: None) -> CasePeople:
    cache.clear()
    return case_people()


def caller(people: CasePeople, role: str = "contributor", **made: Any) -> Client:
    token = TokenFactory(authority=people.authority, role=role, **made)
    return Client(headers={"authorization": f"Bearer {token.secret}"})


def put(client: Client, case: BusinessCase, body: dict[str, Any], **headers: str) -> Any:
    url = f"{URL}/{case.pk}"
    return client.put(url, body, content_type="application/json", headers=headers)


def test_a_case_is_read_with_its_result_as_text(people: CasePeople) -> None:
    case = sound_case(people)
    answer = caller(people, "reader").get(f"{URL}/{case.pk}")
    assert answer.headers["ETag"] == '"1"'
    body = answer.json()
    assert (body["text"], body["state"], body["authority"]["code"]) == (
        SOUND,
        "draft",
        people.authority.code,
    )
    result = body["evaluation"]["result"]
    assert (result["total"], result["roi"], result["break_even"]) == (
        "150000.01",
        "3.0000002",
        2027,
    )
    assert result["discount_rate"] == "0.035"
    assert float(result["low"]) < 150000 < float(result["high"])


def test_a_case_is_listed_for_those_who_may_read_it(people: CasePeople) -> None:
    case = sound_case(people)
    mine = caller(people, "reader").get(f"{URL}?state=draft&q=prøvesag").json()
    assert [row["id"] for row in mine["items"]] == [case.pk]
    assert caller(people, "reader").get(f"{URL}?state=approved").json()["items"] == []
    token = TokenFactory(role="reader")
    elsewhere = Client(headers={"authorization": f"Bearer {token.secret}"})
    assert elsewhere.get(URL).json()["items"] == []
    assert elsewhere.get(f"{URL}/{case.pk}").status_code == 404


def test_a_person_number_leaves_masked(people: CasePeople) -> None:
    case = sound_case(people, SOUND.replace("Prøvesag", f"Sag {PERSON}"))
    body = caller(people, "reader").get(f"{URL}/{case.pk}").content.decode()
    assert PERSON not in body
    assert "Sag" in body


def test_a_text_is_written_over_the_revision_that_was_read(people: CasePeople) -> None:
    case, client = sound_case(people), caller(people)
    first, second = with_value(SOUND, "volume", 900), with_value(SOUND, "volume", 1100)
    written = put(client, case, {"text": first}, **{"If-Match": '"1"'})
    assert (written.status_code, written.headers["ETag"]) == (200, '"2"')
    refused = put(client, case, {"text": second, "revision": 1})
    assert (refused.status_code, refused.json()["code"]) == (409, "conflict")
    case.refresh_from_db()
    assert case.text == first
    assert put(client, case, {"text": second, "revision": 2}).status_code == 200


def test_a_write_says_which_revision_it_read(people: CasePeople) -> None:
    answer = put(caller(people), sound_case(people), {"text": SOUND})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_readers_do_not_write(people: CasePeople) -> None:
    body = {"text": "x: 1", "revision": 1}
    assert put(caller(people, "reader"), sound_case(people), body).status_code == 403


@pytest.mark.parametrize(
    ("text", "faults", "total"),
    [(SOUND, 0, "150000.01"), ("case: 1", 4, None), ("case: [", 1, None)],
)
def test_any_text_is_worked_out_and_nothing_is_kept(
    people: CasePeople, text: str, faults: int, total: str | None
) -> None:
    body = {"text": text}
    answer = caller(people, "reader").post(f"{URL}/evaluate", body, content_type="application/json")
    told = answer.json()
    assert (answer.status_code, len(told["faults"])) == (200, faults)
    assert (told["result"] or {}).get("total") == total
    assert not BusinessCase.objects.exists()
    if faults:
        assert {"path", "line", "column", "message"} == set(told["faults"][0])
    else:
        assert {note["severity"] for note in told["notes"]} <= {"error", "warning", "info"}


def test_a_text_that_is_too_long_is_refused(people: CasePeople) -> None:
    body = {"text": "x" * 500_001}
    answer = caller(people).post(f"{URL}/evaluate", body, content_type="application/json")
    assert answer.status_code == 422


def test_working_out_is_limited(people: CasePeople) -> None:
    client = caller(people, "reader")
    send = [
        client.post(f"{URL}/evaluate", {"text": "case: 1"}, content_type="application/json")
        for _ in range(61)
    ]
    assert [answer.status_code for answer in send].count(429) == 1


def test_versions_are_kept_and_listed(people: CasePeople) -> None:
    case, client = sound_case(people), caller(people)
    url = f"{URL}/{case.pk}/versions"
    made = client.post(url, {"reason": "Første bud"}, content_type="application/json")
    assert (made.status_code, made.json()["number"]) == (201, 1)
    assert client.get(url).json()[0]["results"]["net"] == "150000.01"
    again = client.post(url, {"reason": "x"}, content_type="application/json")
    assert again.status_code == 422


def test_a_case_is_proposed_and_approved_by_another_hand(people: CasePeople) -> None:
    case = proposed_case(people)
    own = caller(people, "process_owner", created_by_id=people.writer.user_id)
    other = caller(people, "process_owner", created_by_id=people.second.user_id)
    url = f"{URL}/{case.pk}/approve"
    refused = own.post(url, {}, content_type="application/json")
    assert refused.json()["code"] == "second-person"
    approved = other.post(url, {"answer": "Enig"}, content_type="application/json")
    assert (approved.status_code, approved.json()["reason"]) == (200, "Enig")
    draft = actions.reopen_case(
        case=actions.archive_case(case=case, by=people.writer), by=people.writer
    )
    proposed = other.post(f"{URL}/{draft.pk}/propose")
    assert proposed.json()["state"] == "proposed"
