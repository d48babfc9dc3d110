"""Writing by the API: revisions, pushes from boards, requests sent twice."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.models import Imported, LegalClause, Process
from gevinst.features.catalogue.tests.exchange.factories import (
    adopted,
    caller,
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


def patched(client: Client, process: Process, tag: str) -> int:
    answer = client.patch(
        f"{LIST}/{process.pk}", {"title": "Ændret"}, content_type=JSON, headers={"if-match": tag}
    )
    return int(answer.status_code)


def test_a_change_by_what_was_read_is_refused_when_it_changed_meanwhile() -> None:
    held = ProcessFactory()
    client = caller(Role.CONTRIBUTOR, held.authority)
    tag = client.get(f"{LIST}/{held.pk}").headers["ETag"]
    client.patch(f"{LIST}/{held.pk}", {"summary": "Imens"}, content_type=JSON)
    assert patched(client, held, tag) == 412
    held.refresh_from_db()
    assert held.title != "Ændret"


@pytest.mark.parametrize("change", ["clause", "editor"])
def test_clauses_and_co_editors_are_part_of_the_revision(change: str) -> None:
    held = ProcessFactory()
    client = caller(Role.CONTRIBUTOR, held.authority)
    tag = client.get(f"{LIST}/{held.pk}").headers["ETag"]
    if change == "clause":
        LegalClause.objects.create(process=held, text="§ 1")
    else:
        held.co_editors.create(user=UserFactory())
    assert patched(client, held, tag) == 412


@pytest.mark.parametrize(("tag", "status"), [("*", 200), ('"x"', 412), ("", 412), ('W/"1-2"', 412)])
def test_tags_that_are_none_of_ours(tag: str, status: int) -> None:
    held = ProcessFactory()
    assert patched(caller(Role.CONTRIBUTOR, held.authority), held, tag) == status


def test_what_others_do_around_a_process_does_not_hinder_its_change() -> None:
    held = ProcessFactory(shared=True)
    client = caller(Role.CONTRIBUTOR, held.authority)
    tag = client.get(f"{LIST}/{held.pk}").headers["ETag"]
    adopted(held)
    assert client.get(f"{LIST}/{held.pk}").headers["ETag"] != tag
    assert patched(client, held, f'W/{tag}, "x"') == 200


def test_the_answer_of_a_change_has_the_tag_for_the_next() -> None:
    held = ProcessFactory()
    client = caller(Role.CONTRIBUTOR, held.authority)
    url = f"{LIST}/{held.pk}"
    tag = client.patch(url, {"title": "En"}, content_type=JSON).headers["ETag"]
    assert client.get(url, headers={"if-none-match": tag}).status_code == 304
    assert patched(client, held, tag) == 200


@pytest.mark.parametrize("role", ["owner", "contact", "reporter"])
@pytest.mark.parametrize("nobody", ["", None])
def test_nobody_takes_somebody_s_place(role: str, nobody: str | None) -> None:
    held = ProcessFactory()
    colleague = UserFactory(reader_of=held.authority)
    url, client = f"{LIST}/{held.pk}", caller(Role.CONTRIBUTOR, held.authority)
    for stated, kept in ((colleague.email.upper(), colleague.pk), (nobody, None)):
        client.patch(url, {role: stated}, content_type=JSON)
        held.refresh_from_db(fields=[f"{role}_id"])
        assert getattr(held, f"{role}_id") == kept


def pushed(client: Client, source_id: str = "12", **facts: Any) -> Any:
    url = f"{LIST}/by-source/board/{source_id}"
    return client.put(url, {**NEW, **facts}, content_type=JSON)


def test_a_push_is_one_process_however_often_it_is_sent() -> None:
    client = caller(Role.CONTRIBUTOR)
    answers = [pushed(client, "org/repo/1", phase="development") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert answers[0].json()["id"] == answers[1].json()["id"]
    assert answers[0].headers["ETag"] == answers[1].headers["ETag"]
    assert answers[0].json()["origins"] == [{"source": "board", "source_id": "org/repo/1"}]


def test_two_authorities_with_boards_of_one_name_have_processes_of_their_own() -> None:
    first, second = caller(Role.CONTRIBUTOR), caller(Role.CONTRIBUTOR)
    made = [pushed(client).json()["id"] for client in (first, second)]
    assert made[0] != made[1]
    assert first.get(f"{LIST}/by-source/board/12").json()["id"] == made[0]
    assert caller().get(f"{LIST}/by-source/board/12").status_code == 404


def test_a_push_leaves_what_it_does_not_send() -> None:
    client = caller(Role.CONTRIBUTOR)
    made = pushed(client, challenge="Den gamle").json()
    client.patch(f"{LIST}/{made['id']}", {"solution": "I hånden"}, content_type=JSON)
    told = pushed(client, phase="operation").json()
    assert (told["challenge"], told["solution"], told["phase"]) == (
        "Den gamle", "I hånden", "operation",
    )  # fmt: skip


def test_a_push_by_a_tag_does_not_make_what_was_deleted() -> None:
    client = caller(Role.CONTRIBUTOR)
    answer = client.put(
        f"{LIST}/by-source/board/1", NEW, content_type=JSON, headers={"if-match": '"1.0.0-0"'}
    )
    assert answer.status_code == 412
    assert not Process.objects.exists()


@pytest.mark.parametrize("role", [Role.READER, Role.CLERK])
def test_readers_push_nothing(role: Role) -> None:
    assert pushed(caller(role)).status_code == 403
    assert not Imported.objects.exists()


def test_the_same_key_makes_one_process_and_another_body_is_a_conflict() -> None:
    home = AuthorityFactory()
    client = caller(Role.CONTRIBUTOR, home)
    body = {**NEW, "authority": home.code}

    def post(**facts: Any) -> Any:
        return client.post(
            LIST, {**body, **facts}, content_type=JSON, headers={"idempotency-key": "en"}
        )

    answers = [post(), post(), post(title="Anden")]
    assert [answer.status_code for answer in answers] == [201, 200, 409]
    assert answers[0].json()["id"] == answers[1].json()["id"]
    assert answers[0].json()["origins"] == []
