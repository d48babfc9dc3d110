"""The REST API: who gets what, paging, ETags, problem documents; every route against its own description."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import schemathesis
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, settings

from gevinst.config.wsgi import application
from gevinst.features.accounts.tests.factories import AuthorityFactory, TokenFactory, UserFactory
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.operations.models import Decision, Run
from gevinst.features.operations.tests.factories import (
    DocumentFactory,
    RobotFactory,
    WorkItemFactory,
)
from gevinst.features.operations.tests.tiny_block import tiny
from gevinst.shared.actor import Role
from gevinst.shared.models import AuditEntry

PERSON = "610101-2222"  # a replacement number: day 61, nobody's


@pytest.fixture(autouse=True)
def _tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gevinst.features.operations.blocks.block", tiny)
    cache.clear()


def caller(role: Role = Role.READER, authority: Any = None) -> Client:
    token = TokenFactory(role=role, authority=authority or AuthorityFactory())
    return Client(headers={"authorization": f"Bearer {token.secret}"})


@pytest.mark.django_db
def test_an_item_is_read_at_home_only_with_person_numbers_masked() -> None:
    item = WorkItemFactory(title=f"Regning for {PERSON}", referred=True)
    mine = caller(authority=item.authority).get(f"/api/v1/items/{item.pk}").json()
    assert (mine["reference"], mine["state"], mine["amount"]) == (
        item.reference,
        "referred",
        "100.00",
    )
    assert PERSON not in mine["title"]
    assert "Regning for" in mine["title"]
    assert caller().get(f"/api/v1/items/{item.pk}").status_code == 404


@pytest.mark.django_db
def test_a_list_is_followed_to_its_end_and_holds_each_item_once() -> None:
    robot = RobotFactory()
    made = WorkItemFactory.create_batch(5, robot=robot)
    WorkItemFactory()
    client, url, seen = (
        caller(authority=robot.authority),
        "/api/v1/items?limit=2&state=received",
        [],
    )
    while url:
        page = client.get(url).json()
        seen += [one["id"] for one in page["items"]]
        url = page["next"]
    assert seen == [item.pk for item in made]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 3),
        ("state=referred", 1),
        ("queue=errors", 1),
        ("robot={robot}", 2),
        ("since={tomorrow}", 0),
        ("since={yesterday}", 3),
    ],
)
def test_items_are_filtered(query: str, count: int) -> None:
    robot = RobotFactory()
    WorkItemFactory(robot=robot)
    WorkItemFactory(robot=robot, referred=True)
    other = RobotFactory(process__authority=robot.authority)
    WorkItemFactory(robot=other)
    now = timezone.now()
    asked = query.format(
        robot=robot.pk,
        tomorrow=(now + timedelta(days=1)).date(),
        yesterday=(now - timedelta(days=1)).date(),
    )
    answer = caller(authority=robot.authority).get(f"/api/v1/items?{asked}")
    assert len(answer.json()["items"]) == count


@pytest.mark.django_db
@pytest.mark.parametrize("room", ["decisions", "runs"])
@pytest.mark.parametrize(
    ("query", "count"), [("", 1), ("robot={robot}", 1), ("robot=1", 0), ("since=2999-01-01", 0)]
)
def test_decisions_and_runs_are_listed_at_home_only(room: str, query: str, count: int) -> None:
    item = WorkItemFactory()
    run = Run.objects.create(robot=item.robot, on=timezone.localdate())
    Decision.objects.create(item=item, run=run, verdict="approve", actor_name="Robot")
    asked = f"/api/v1/{room}?{query.format(robot=item.robot_id)}"
    assert len(caller(authority=item.authority).get(asked).json()["items"]) == count
    assert caller().get(asked).json() == {"items": [], "next": None}


@pytest.mark.django_db
def test_a_clerks_words_leave_masked_and_without_the_clerks_name() -> None:
    item, clerk = WorkItemFactory(), UserFactory(name="Prøveperson Ni")
    Decision.objects.create(
        item=item, verdict="return", actor=clerk, actor_name=clerk.name, text=f"Ikke {PERSON}"
    )
    text = (
        caller(authority=item.authority).get(f"/api/v1/items/{item.pk}/decisions").content.decode()
    )
    assert PERSON not in text
    assert clerk.name not in text
    assert '"by": "person"' in text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "status"), [(Role.CLERK, 200), (Role.READER, 403), (Role.PROCESS_OWNER, 403)]
)
def test_a_documents_bytes_are_for_clerks(role: Role, status: int) -> None:
    item = WorkItemFactory(document=DocumentFactory(content=b"<xml/>"))
    answer = caller(role, item.authority).get(f"/api/v1/items/{item.pk}/document")
    assert answer.status_code == status
    assert (answer.content == b"<xml/>") is (status == 200)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "body", "status"),
    [
        (Role.PROCESS_OWNER, b"ok 1 Hospitalet 100.00", 200),
        (Role.PROCESS_OWNER, b"", 422),
        (Role.READER, b"ok 1 Hospitalet 100.00", 403),
        (Role.CLERK, b"ok 1 Hospitalet 100.00", 403),
    ],
)
def test_a_document_is_taken_in_by_who_may_operate(role: Role, body: bytes, status: int) -> None:
    robot = RobotFactory()
    url = f"/api/v1/robots/{robot.pk}/documents?name=1.xml"
    answer = caller(role, robot.authority).post(url, body, content_type="application/octet-stream")
    assert answer.status_code == status
    assert robot.items.count() == (1 if status == 200 else 0)


@pytest.mark.django_db
def test_the_same_document_twice_is_one_item_and_the_trail_names_the_integration() -> None:
    robot = RobotFactory()
    client, url = (
        caller(Role.PROCESS_OWNER, robot.authority),
        f"/api/v1/robots/{robot.pk}/documents",
    )
    answers = [client.post(url, b"ok 1 H 5.00", content_type="text/plain").json() for _ in range(2)]
    assert answers[0]["id"] == answers[1]["id"]
    assert AuditEntry.objects.filter(actor=None, actor_name__startswith="Integration").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.CONTRIBUTOR, 201), (Role.PROCESS_OWNER, 201), (Role.READER, 403), (Role.CLERK, 403)],
)
def test_a_process_is_made_and_changed_by_contributors(role: Role, status: int) -> None:
    home = AuthorityFactory()
    client = caller(role, home)
    body = {"authority": home.code, "title": "Ny", "summary": "Kort", "phase": "development"}
    answer = client.post("/api/v1/processes", body, content_type="application/json")
    assert answer.status_code == status
    if status == 201:
        url = f"/api/v1/processes/{answer.json()['id']}"
        client.patch(url, {"phase": "operation"}, content_type="application/json")
        after = client.get(url).json()
        assert (after["title"], after["phase"]) == ("Ny", "operation")


@pytest.mark.django_db
def test_a_process_is_not_made_at_another_or_no_authority() -> None:
    client, other = caller(Role.CONTRIBUTOR), AuthorityFactory()
    body = {"authority": other.code, "title": "Ny", "summary": "Kort"}
    assert (
        client.post("/api/v1/processes", body, content_type="application/json").status_code == 403
    )
    unknown = {**body, "authority": "nobody"}
    assert (
        client.post("/api/v1/processes", unknown, content_type="application/json").status_code
        == 404
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 2),
        ("q=gadelys", 1),
        ("authority={code}", 1),
        ("authority=nobody", 0),
        ("since=2999-01-01", 0),
    ],
)
def test_processes_are_searched(query: str, count: int) -> None:
    home = AuthorityFactory()
    ProcessFactory(authority=home, title="Gadelys")
    ProcessFactory(public=True)
    ProcessFactory()
    found = (
        caller(authority=home)
        .get(f"/api/v1/processes?{query.format(code=home.code)}")
        .json()["items"]
    )
    assert len(found) == count


@pytest.mark.django_db
def test_what_has_not_changed_is_not_sent_again() -> None:
    process = ProcessFactory(public=True)
    client, url = caller(), f"/api/v1/processes/{process.pk}"
    tag = client.get(url).headers["ETag"]
    assert client.get(url, headers={"if-none-match": tag}).status_code == 304
    process.title = "Ændret"
    process.save()
    assert client.get(url, headers={"if-none-match": tag}).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("get", "/api/v1/items/9223372036854775807", 404, "not-found"),
        ("get", "/api/v1/items/0", 422, "invalid"),
        ("get", "/api/v1/items?limit=x", 422, "invalid"),
        ("get", "/api/v1/items?queue=%00", 422, "invalid"),
        ("delete", "/api/v1/items", 405, "wrong-method"),
        ("get", "/api/v1/nothing", 404, "not-found"),
        ("post", "/api/v1/processes", 400, "bad-request"),
    ],
)
@pytest.mark.parametrize("language", ["da", "en", "en-GB,en;q=0.8", "fr"])
def test_refusals_are_problem_documents(
    method: str, path: str, status: int, code: str, language: str
) -> None:
    answer = getattr(caller(), method)(path, headers={"accept-language": language})
    body = answer.json()
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert (answer.status_code, body["status"], body["code"]) == (status, status, code)
    assert answer.headers["Content-Language"] == ("en" if language.startswith("en") else "da")
    assert body["type"] == f"/api/#{code}"
    assert body["instance"] == path.split("?", maxsplit=1)[0]


@pytest.mark.django_db
def test_what_was_sent_is_not_repeated_in_a_refusal() -> None:
    answer = caller(Role.CONTRIBUTOR).post(
        "/api/v1/processes",
        {"title": [PERSON], "domains": [PERSON]},
        content_type="application/json",
    )
    assert answer.status_code == 422
    assert {"body.title", "body.summary", "body.authority"} <= {
        e["field"] for e in answer.json()["errors"]
    }
    assert PERSON not in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer wrong", "Basic Zm9vOmJhcg==", "Bearer \u00e6"]
)
def test_a_stranger_is_told_to_bring_a_token(header: str) -> None:
    answer = Client().get("/api/v1/items", headers={"authorization": header})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.django_db
def test_a_signed_in_person_reads_but_does_not_write() -> None:
    robot, client = RobotFactory(), Client()
    client.force_login(UserFactory(process_owner_of=robot.authority))
    assert client.get("/api/v1/runs").status_code == 200
    answer = client.post(f"/api/v1/robots/{robot.pk}/documents", b"x", content_type="text/plain")
    assert answer.status_code == 401


@pytest.mark.django_db
def test_too_many_calls_are_put_off(monkeypatch: pytest.MonkeyPatch) -> None:
    from gevinst.config.api import api

    monkeypatch.setattr(
        api.throttle[0] if isinstance(api.throttle, list) else api.throttle, "num_requests", 2
    )
    client = caller()
    answers = [client.get("/api/v1/runs") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].json()["code"] == "too-many-requests"
    assert int(answers[2].headers["Retry-After"]) > 0


@pytest.mark.django_db
def test_a_fault_is_a_problem_that_says_nothing_of_its_cause(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_args: object) -> None:
        raise RuntimeError(PERSON)

    monkeypatch.setattr("gevinst.features.operations.queries.runs", broken)
    client = caller()
    client.raise_request_exception = False
    answer = client.get("/api/v1/runs")
    assert (answer.status_code, answer.json()["code"]) == (500, "fault")
    assert PERSON not in answer.content.decode()


def test_the_reference_names_every_route(client: Client, db: None) -> None:
    page = client.get("/api/").content.decode()
    for path in client.get("/api/v1/openapi.json").json()["paths"]:
        assert path in page


schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


@schema.parametrize()
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_route_keeps_to_its_description(
    case: schemathesis.Case, filled: dict[str, str]
) -> None:
    case.call_and_validate(headers=filled)


@pytest.fixture
def filled(db: None) -> Iterator[dict[str, str]]:
    """A token that may both read and write at an authority with something of everything."""
    # As Django's own test client does: the test's transaction outlives the request.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    item = WorkItemFactory()
    run = Run.objects.create(robot=item.robot, on=timezone.localdate())
    Decision.objects.create(item=item, run=run, verdict="approve", actor_name="Robot")
    token = TokenFactory(authority=item.authority, role=Role.PROCESS_OWNER)
    yield {"Authorization": f"Bearer {token.secret}"}
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)
