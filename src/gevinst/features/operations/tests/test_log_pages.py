"""The decision log on pages: filtered, followed, made again, verified, saved; the state of registers."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.db import connection
from django.test import Client

from gevinst.engines.blockkit.contract import RegisterFault, Text
from gevinst.features.accounts.tests.factories import UserFactory
from gevinst.features.control import queries as control
from gevinst.features.control.models import LogEntry
from gevinst.features.operations import actions
from gevinst.features.operations.models import Robot, WorkItem
from gevinst.features.operations.tests.factories import RobotFactory, documents
from gevinst.features.operations.tests.factories import owner as owner_of
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db
FOUR = documents("ok 1 A 10.00", "bad 2 A 20.00", "late 3 A 30.00", "nonsense")
CHANGE = "UPDATE control_logentry SET payload = replace(payload, 'approve', 'refer') WHERE seq = 3"


@pytest.fixture
def robot() -> Robot:
    """A robot that has decided three items and refused one document."""
    made = RobotFactory()
    by = owner_of(made)
    actions.receive_many(robot=made, documents=FOUR, by=by)
    actions.run_robot(robot=made, on=date(2026, 5, 1), by=by)
    return made


@pytest.fixture
def reader(robot: Robot) -> Client:
    client = Client()
    client.force_login(UserFactory(reader_of=robot.authority))
    return client


@pytest.fixture
def owner(robot: Robot) -> Client:
    client = Client()
    client.force_login(UserFactory(process_owner_of=robot.authority))
    return client


def url(robot: Robot, rest: str = "") -> str:
    return f"/drift/{robot.pk}/afgoerelseslog/{rest}"


def shown(client: Client, address: str, **asked: str) -> list[int]:
    """The numbers of the entries on the page."""
    answer = client.get(address, asked)
    assert answer.status_code == 200
    return [row.seq for row, _ in answer.context["rows"]]


def test_the_log_is_listed_newest_first(robot: Robot, reader: Client) -> None:
    assert shown(reader, url(robot)) == [5, 4, 3, 2, 1]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"verdict": "refer"}, [4]),
        ({"verdict": "nonsense"}, [5, 4, 3, 2, 1]),
        ({"foer": "4"}, [3, 2, 1]),
        ({"fra": "2999-01-01"}, []),
        ({"til": "2000-01-01"}, []),
        ({"fra": "2000-01-01", "til": "2999-01-01"}, [5, 4, 3, 2, 1]),
    ],
)
def test_the_log_is_filtered(
    robot: Robot,
    reader: Client,
    asked: dict[str, str],
    found: list[int],
) -> None:
    assert shown(reader, url(robot), **asked) == found


def test_one_items_entries_are_found_by_item_and_by_reference(
    robot: Robot,
    reader: Client,
) -> None:
    item = WorkItem.objects.get(robot=robot, state="referred")
    assert shown(reader, url(robot), post=str(item.pk)) == [4]
    assert shown(reader, url(robot), reference=item.reference) == [4]
    address = f"/drift/opslag/{robot.authority.code}/{robot.block_key}/"
    answer = reader.get(address, {"reference": item.reference})
    assert answer["Location"] == url(robot, "4/")
    assert reader.get(address, {"reference": "none"}).status_code == 404


@pytest.mark.parametrize("seq", [1, 2, 3, 4, 5])
def test_every_kind_of_entry_has_a_page(robot: Robot, reader: Client, seq: int) -> None:
    page = reader.get(url(robot, f"{seq}/")).content.decode()
    row = LogEntry.objects.get(robot_key=robot.key, seq=seq)
    assert row.hash in page
    assert row.prev in page


def test_the_reasoning_names_rules_and_outcomes(robot: Robot, reader: Client) -> None:
    page = reader.get(url(robot, "4/"))
    said = [each for about in page.context["abouts"] for each in about.said]
    logged = json.loads(page.context["row"].payload)
    beside = [each["rule"] for each in logged["outcomes"]]
    inside = [each["rule"] for subject in logged["subjects"] for each in subject["outcomes"]]
    assert sorted(each.rule for each in said) == sorted(inside + beside)


def test_a_decision_is_made_again_to_the_byte(robot: Robot, reader: Client) -> None:
    found = reader.post(url(robot, "4/igen/")).context["replayed"]
    assert (found.decisions, found.equal) == (1, 1)


def test_an_act_is_not_made_again(robot: Robot, reader: Client) -> None:
    answer = reader.post(url(robot, "1/igen/"))
    assert answer.status_code == 200
    assert "replayed" not in answer.context


def test_missing_evidence_is_said(robot: Robot, reader: Client) -> None:
    [batch] = control.batches(robot.authority_id, robot.key)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM control_evidence WHERE sha256 = %s", [batch.items])
    answer = reader.post(url(robot, "4/igen/"))
    assert answer.context["replayed"].equal == 0
    assert batch.items in answer.content.decode()


def test_the_chain_is_verified_and_a_change_seen(robot: Robot, reader: Client) -> None:
    assert reader.post(url(robot, "efterproev/")).context["broken"] is None
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(CHANGE)
    answer = reader.post(url(robot, "efterproev/"))
    assert answer.context["broken"].place == 3
    assert "alert-error" in answer.content.decode()


def test_a_long_log_is_not_read_while_a_page_waits(
    robot: Robot,
    reader: Client,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("gevinst.features.operations.web.log.AT_ONCE", 3)
    assert "gevinst control verify" in reader.post(url(robot, "efterproev/")).content.decode()


def test_an_entry_is_saved_with_what_was_hashed(robot: Robot, reader: Client) -> None:
    told = reader.get(url(robot, "3/post.json")).json()
    row = LogEntry.objects.get(robot_key=robot.key, seq=3)
    assert (told["body"], told["prev"], told["hash"]) == (row.payload, row.prev, row.hash)
    assert told["entry"]["seq"] == 3


def test_an_entry_that_is_not_there(robot: Robot, reader: Client) -> None:
    assert reader.get(url(robot, "99/")).status_code == 404


def test_registers_nobody_looked_at_say_what_to_do(robot: Robot, reader: Client) -> None:
    page = reader.get(f"/drift/{robot.pk}/registre/").content.decode()
    assert "gevinst registers check" in page
    assert reader.post(f"/drift/{robot.pk}/registre/").status_code == 403


def test_registers_are_looked_at_and_kept(robot: Robot, owner: Client) -> None:
    address = f"/drift/{robot.pk}/registre/"
    assert owner.post(address).status_code == 302
    survey = control.last_survey(robot.authority_id, robot.key)
    assert survey is not None
    assert survey.usable
    assert AuditEntry.objects.filter(action="survey_registers").exists()
    assert owner.get(address).context["survey"] == survey


def test_a_place_that_cannot_be_used_is_kept_as_such(
    robot: Robot,
    owner: Client,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        raise RegisterFault("people", Text("I stykker", "Broken"))

    monkeypatch.setattr("gevinst.engines.blockkit.registers.checks.survey", broken)
    address = f"/drift/{robot.pk}/registre/"
    owner.post(address)
    assert "I stykker" in owner.get(address).content.decode()
