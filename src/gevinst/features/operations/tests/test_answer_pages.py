"""The answers to suppliers on pages and in the API: who sees them, and what collecting does."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.test import Client
from django.urls import reverse

from gevinst.features.accounts.tests.factories import TokenFactory, UserFactory
from gevinst.features.operations.models import Response, Robot
from gevinst.features.operations.queries import STATES, state_of
from gevinst.features.operations.tests.factories import RobotFactory, WorkItemFactory
from gevinst.features.operations.tests.test_desk_pages import signed_in
from gevinst.shared.actor import Role

pytestmark = pytest.mark.django_db
XML = b"<ApplicationResponse/>"


@pytest.fixture(autouse=True)
def _at_once(settings) -> None:
    settings.OPERATIONS_UNDO_SECONDS = 0


@pytest.fixture
def robot() -> Robot:
    return RobotFactory()


def answer(robot: Robot, number: str = "SVAR-1", **changed: object) -> Response:
    item = WorkItemFactory(robot=robot, returned=True)
    decision = item.decisions.create(verdict="return", actor_name="S", reason="rate")
    facts = {"kind": "peppol-bis-3", "sha256": "0" * 64, "content": XML} | changed
    return Response.objects.create(item=item, decision=decision, number=number, **facts)


def impossible(robot: Robot) -> Response:
    return answer(robot, "SVAR-0", kind="none", sha256="", content=b"", fault="no-endpoint")


def client(robot: Robot, role: Role = Role.PROCESS_OWNER) -> Client:
    return signed_in(robot, role)


def test_the_list_shows_each_with_its_state(robot) -> None:
    answer(robot)
    impossible(robot)
    page = client(robot).get(reverse("responses"))
    text = page.content.decode()
    assert [state for _row, state, _fault in page.context["rows"]] == ["impossible", "waiting"]
    assert "elektronisk adresse" in text
    assert page.context["robots"] == [(robot, 1)]


@pytest.mark.parametrize("state", [*STATES, "nonsense"])
def test_the_list_is_narrowed_by_state(robot, state: str) -> None:
    made = [answer(robot), impossible(robot)]
    page = client(robot).get(reverse("responses"), {"tilstand": state})
    wanted = [row for row in made if state_of(row) == state] if state in STATES else made
    assert {row for row, _state, _fault in page.context["rows"]} == set(wanted)


def test_collecting_gives_a_zip_file_once(robot) -> None:
    answer(robot)
    mine = client(robot)
    address = reverse("responses-collect", args=[robot.pk])
    first = mine.post(address)
    with zipfile.ZipFile(io.BytesIO(b"".join(first.streaming_content))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {"svar-1.xml": XML}
    again = mine.post(address, follow=True)
    assert "intet svar at hente" in again.content.decode()


def test_an_answer_is_read_without_collecting_it(robot) -> None:
    made = answer(robot)
    got = client(robot).get(reverse("response-file", args=[made.pk]))
    assert (got.content, got["Content-Disposition"]) == (XML, 'attachment; filename="svar-1.xml"')
    assert state_of(Response.objects.get()) == "waiting"


def test_there_is_no_file_where_there_is_no_answer(robot) -> None:
    made = impossible(robot)
    assert client(robot).get(reverse("response-file", args=[made.pk])).status_code == 404


def test_a_clerk_sees_the_answer_beside_the_item(robot) -> None:
    made = answer(robot)
    WorkItemFactory(robot=robot, referred=True)
    clerk = client(robot, Role.CLERK)
    page = clerk.get(reverse("desk-item", args=[robot.pk, "errors", made.item_id]))
    assert reverse("response-of-item", args=[made.pk]) in page.content.decode()
    assert clerk.get(reverse("response-of-item", args=[made.pk])).content == XML


def test_a_clerk_is_told_where_there_is_none(robot) -> None:
    made = impossible(robot)
    page = client(robot, Role.CLERK).get(
        reverse("desk-item", args=[robot.pk, "errors", made.item_id])
    )
    assert "på anden måde" in page.content.decode()


@pytest.mark.parametrize(
    ("name", "role", "status"),
    [
        ("responses", Role.READER, 403),
        ("responses", Role.CLERK, 403),
        ("response-file", Role.CLERK, 403),
        ("response-of-item", Role.PROCESS_OWNER, 403),
        ("response-of-item", Role.CLERK, 200),
    ],
)
def test_who_may_see_them(robot, name: str, role: Role, status: int) -> None:
    made = answer(robot)
    arguments = [] if name == "responses" else [made.pk]
    assert client(robot, role).get(reverse(name, args=arguments)).status_code == status


def by_api(robot: Robot) -> Client:
    token = TokenFactory(authority=robot.authority, role="process_owner", created_by=UserFactory())
    return Client(headers={"authorization": f"Bearer {token.secret}"})


def test_a_system_lists_fetches_and_marks(robot) -> None:
    made = answer(robot)
    system = by_api(robot)
    listed = system.get("/api/v1/responses", {"state": "waiting", "robot": robot.pk}).json()
    assert [(row["number"], row["collected_at"]) for row in listed["items"]] == [("SVAR-1", None)]
    assert system.get(f"/api/v1/responses/{made.pk}/document").content == XML
    marked = system.post(f"/api/v1/responses/{made.pk}/collected").json()
    assert (marked["state"], marked["collected_at"] is None) == ("collected", False)
    assert system.get("/api/v1/responses", {"state": "waiting"}).json()["items"] == []


def test_a_system_is_told_where_there_is_no_answer(robot) -> None:
    made = impossible(robot)
    system = by_api(robot)
    assert system.get(f"/api/v1/responses/{made.pk}/document").status_code == 404
    assert system.post(f"/api/v1/responses/{made.pk}/collected").status_code == 409
