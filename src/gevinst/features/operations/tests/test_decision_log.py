"""Every decision is in the robot's log, chained; a changed entry is seen; past decisions come out again."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import ProgrammingError, connection

from gevinst.features.control import queries as control
from gevinst.features.control.models import Evidence, LogEntry
from gevinst.features.operations import actions, queries
from gevinst.features.operations.actions import desk
from gevinst.features.operations.models import Robot, WorkItem
from gevinst.features.operations.states import State
from gevinst.features.operations.tests.factories import RobotFactory, clerk, documents, owner
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db
ON = date(2026, 5, 1)
FOUR = documents("ok 1 A 10.00", "bad 2 A 20.00", "late 3 A 30.00", "nonsense")
CHANGE = "UPDATE control_logentry SET payload = replace(payload, 'approve', 'refer')"


@pytest.fixture
def robot() -> Robot:
    """A robot that has decided three items and refused one document."""
    made = RobotFactory()
    by = owner(made)
    actions.receive_many(robot=made, documents=FOUR, by=by)
    actions.run_robot(robot=made, on=ON, by=by)
    return made


def told(robot: Robot) -> list[tuple[str, str, str]]:
    entries = control.log_entries(robot.authority_id, robot.key)
    payloads = [entry.payload for entry in entries]
    return [(p["kind"], p.get("verdict", ""), p.get("reference", "")) for p in payloads]


def test_a_run_logs_the_batch_and_each_decision(robot: Robot) -> None:
    kinds = [(kind, verdict) for kind, verdict, _ in told(robot)]
    assert kinds == [
        ("act", "refuse"),
        ("batch", ""),
        ("decision", "approve"),
        ("decision", "refer"),
        ("decision", "wait"),
    ]
    [batch] = control.batches(robot.authority_id, robot.key)
    assert (batch.on, batch.count, batch.block) == (ON, 3, "tiny")
    assert all(Evidence.objects.filter(pk=sha).exists() for sha in batch.blobs())


def test_a_clerks_word_names_the_decision_that_it_is_about(robot: Robot) -> None:
    item = WorkItem.objects.get(robot=robot, state=State.REFERRED)
    desk.return_to_supplier(item=item, reason="rate", text="For dyrt", by=clerk(robot))
    *_, last = control.log_entries(robot.authority_id, robot.key)
    assert (last.payload["verdict"], last.payload["reference"]) == ("return", item.reference)
    assert last.payload["about"] == 4
    assert "For dyrt" not in last.body.decode()


def test_a_whole_log_verifies(robot: Robot) -> None:
    assert control.broken_at(robot.authority_id, robot.key) is None


def test_an_entry_can_be_neither_changed_nor_removed(robot: Robot) -> None:
    entry = LogEntry.objects.filter(kind="decision").first()
    entry.payload = entry.payload.replace("approve", "refer")
    with pytest.raises(ProgrammingError, match="append_only"):
        entry.save()


@pytest.mark.parametrize(
    ("sql", "place", "what"),
    [
        (f"{CHANGE} WHERE seq = 3", 3, "changed"),
        ("DELETE FROM control_logentry WHERE seq = 4", 4, "order"),
        ("DELETE FROM control_logentry WHERE seq = 5", 5, "truncated"),
    ],
)
def test_what_was_done_behind_the_triggers_is_seen(
    robot: Robot, sql: str, place: int, what: str
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql)
    broken = control.broken_at(robot.authority_id, robot.key)
    assert (broken.place, broken.what) == (place, what)


def test_past_decisions_come_out_to_the_byte(robot: Robot) -> None:
    results = list(queries.replayed(robot))
    assert [(each.decisions, each.equal) for each in results] == [(3, 3)]


def test_decisions_of_missing_evidence_do_not_come_out(robot: Robot) -> None:
    [batch] = control.batches(robot.authority_id, robot.key)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM control_evidence WHERE sha256 = %s", [batch.items])
    [result] = queries.replayed(robot)
    assert (result.decisions, result.equal) == (3, 0)
    assert batch.items in result.remarks[0]


def test_a_recheck_is_logged_as_a_batch_of_one(robot: Robot) -> None:
    item = WorkItem.objects.get(robot=robot, state=State.REFERRED)
    actions.recheck(item=item, by=clerk(robot))
    *_, batch = control.batches(robot.authority_id, robot.key)
    assert batch.count == 1
    assert told(robot)[-1] == ("decision", "refer", item.reference)
    assert control.broken_at(robot.authority_id, robot.key) is None


def test_what_fails_leaves_nothing_in_the_log(robot: Robot) -> None:
    before = told(robot)
    item = WorkItem.objects.get(robot=robot, state=State.APPROVED)
    with pytest.raises(DomainError):
        desk.return_to_supplier(item=item, reason="rate", by=clerk(robot))
    assert told(robot) == before


def test_logs_of_two_robots_are_two(robot: Robot) -> None:
    other = RobotFactory()
    actions.receive_many(robot=other, documents=FOUR[:1], by=owner(other))
    assert told(other) == []
    assert control.log_head(other.authority_id, other.key).seq == 0
