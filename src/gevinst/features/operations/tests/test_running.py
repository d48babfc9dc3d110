"""A run decides everything that is due, once, and reconciles; a fault gives the items back."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import transaction

from gevinst.features.operations import actions
from gevinst.features.operations.actions import claiming, storing
from gevinst.features.operations.actions.logging import Judged
from gevinst.features.operations.blocks import Read
from gevinst.features.operations.models import Decision, Finding, Run, WorkItem
from gevinst.features.operations.states import State
from gevinst.features.operations.tests.factories import RobotFactory, clerk, documents, owner
from gevinst.features.operations.tests.tiny_block import BLOCK
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db
ON = date(2026, 5, 1)
FOUR = documents("ok 1 A 10.00", "bad 2 A 20.00", "late 3 A 30.00", "nonsense")


def _states(robot) -> dict[str, str]:
    return {i.title: i.state for i in WorkItem.objects.filter(robot=robot)}


def test_every_item_moves_to_where_its_verdict_leads_and_the_run_reconciles() -> None:
    robot = RobotFactory()
    by = owner(robot)
    actions.receive_many(robot=robot, documents=FOUR, by=by)
    run = actions.run_robot(robot=robot, on=ON, by=by)
    assert _states(robot) == {
        "Regning 1": State.APPROVED, "Regning 2": State.REFERRED,
        "Regning 3": State.WAITING, "3.txt": State.REFUSED,
    }  # fmt: skip
    assert run.status == Run.Status.COMPLETED
    assert (run.received, run.approved, run.referred, run.waiting, run.refused) == (4, 1, 1, 1, 1)
    assert (run.untouched, run.received_amount, run.block_version) == (1, Decimal("60.00"), "1.2.3")


def test_decisions_and_findings_are_stored_with_their_evidence() -> None:
    robot = RobotFactory()
    by = owner(robot)
    item = actions.receive(robot=robot, content=b"bad 2 A 20.00", name="a", by=by)
    run = actions.run_robot(robot=robot, on=ON, by=by)
    decision = Decision.objects.get(item=item)
    assert (decision.run, decision.verdict, decision.queue, decision.reason) == (
        run,
        "refer",
        "errors",
        "word",
    )
    found = Finding.objects.get(decision=decision, rule="word")
    assert (found.outcome, found.message_da, found.paths) == ("fail", "Ordet er bad.", ["/word"])
    assert found.evidence == [
        {"register": "people", "row": 7, "values": {"cpr": "6101012222", "region": "1082"},
         "extract": "people-1", "matches": 1}
    ]  # fmt: skip


def test_a_second_run_finds_nothing_to_do() -> None:
    robot = RobotFactory()
    by = owner(robot)
    actions.receive_many(robot=robot, documents=FOUR, by=by)
    actions.run_robot(robot=robot, on=ON, by=by)
    again = actions.run_robot(robot=robot, on=ON, by=by)
    assert (again.received, again.status) == (0, Run.Status.COMPLETED)
    assert Decision.objects.count() == 4


def test_what_waits_is_decided_again_when_its_day_comes() -> None:
    robot = RobotFactory()
    by = owner(robot)
    actions.receive_many(robot=robot, documents=FOUR[2:3], by=by)
    actions.run_robot(robot=robot, on=ON, by=by)
    assert actions.run_robot(robot=robot, on=ON + timedelta(6), by=by).received == 0
    run = actions.run_robot(robot=robot, on=ON + timedelta(7), by=by)
    assert (run.approved, run.untouched) == (1, 1)


def test_an_item_that_a_clerk_had_is_approved_but_not_untouched() -> None:
    robot = RobotFactory()
    by = owner(robot)
    item = actions.receive(robot=robot, content=b"bad 1 A 1.00", name="a", by=by)
    actions.run_robot(robot=robot, on=ON, by=by)
    WorkItem.objects.filter(pk=item.pk).update(state=State.HELD, wait_until=ON)
    item.document.content = b"ok 1 A 1.00"
    item.document.save()
    run = actions.run_robot(robot=robot, on=ON, by=by)
    assert (run.approved, run.untouched) == (1, 0)


def test_a_register_fault_fails_the_run_with_the_message_and_gives_the_items_back() -> None:
    robot = RobotFactory()
    by = owner(robot)
    actions.receive_many(robot=robot, documents=documents("fault 1 A 1.00", "ok 2 A 2.00"), by=by)
    run = actions.run_robot(robot=robot, on=ON, by=by)
    assert (run.status, run.message, run.received) == ("failed", "Registeret people mangler.", 0)
    assert set(_states(robot).values()) == {State.RECEIVED}


def test_an_unforeseen_fault_fails_the_run_gives_the_items_back_and_is_raised(monkeypatch) -> None:
    robot = RobotFactory()
    by = owner(robot)
    actions.receive_many(robot=robot, documents=FOUR[:2], by=by)
    monkeypatch.setattr(storing, "store", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        actions.run_robot(robot=robot, on=ON, by=by)
    assert Run.objects.get().status == Run.Status.FAILED
    assert set(_states(robot).values()) == {State.RECEIVED}


def test_small_batches_decide_the_same_and_report_progress(settings) -> None:
    settings.OPERATIONS_BATCH = 1
    robot = RobotFactory()
    by = owner(robot)
    actions.receive_many(robot=robot, documents=FOUR, by=by)
    done: list[int] = []
    run = actions.run_robot(robot=robot, on=ON, by=by, progress=done.append)
    assert (run.approved, run.referred, run.waiting) == (1, 1, 1)
    assert done == [1, 1, 1]


def test_an_item_given_to_another_worker_meanwhile_is_not_stored_twice() -> None:
    robot = RobotFactory()
    by = owner(robot)
    actions.receive_many(robot=robot, documents=FOUR[:1], by=by)
    slow = Run.objects.create(robot=robot, on=ON)
    rows = claiming.claim(slow, by)
    claiming.give_back(slow)
    actions.run_robot(robot=robot, on=ON, by=by)
    read = Read(rows[0], BLOCK.read(b"ok 1 A 10.00", ""))
    said = BLOCK.judge_batch([read.item], {}, ON, {"days": "7"})
    storing.store(slow, Judged(robot, BLOCK, [read], {}, ON, said, {}), [], by)
    assert Decision.objects.count() == 1


def test_a_document_that_can_no_longer_be_read_becomes_unreadable_in_the_run() -> None:
    robot = RobotFactory()
    by = owner(robot)
    item = actions.receive(robot=robot, content=b"ok 1 A 1.00", name="a", by=by)
    item.document.content = b"torn"
    item.document.save()
    run = actions.run_robot(robot=robot, on=ON, by=by)
    assert (run.received, run.refused) == (1, 1)
    assert _states(robot) == {"Regning 1": State.REFUSED}


def test_only_the_process_owner_runs_a_robot() -> None:
    robot = RobotFactory()
    with pytest.raises(DomainError, match=r".") as fault:
        actions.run_robot(robot=robot, on=ON, by=clerk(robot))
    assert fault.value.code == "not-allowed"


def test_a_run_that_nobody_works_is_ended_and_its_items_given_back() -> None:
    robot = RobotFactory()
    by = owner(robot)
    actions.receive_many(robot=robot, documents=FOUR[:2], by=by)
    dead = Run.objects.create(robot=robot, on=ON)
    claiming.claim(dead, by)
    assert actions.release_abandoned() == 2
    dead.refresh_from_db()
    assert (dead.status, dead.received, dead.received_amount) == ("failed", 0, 0)
    assert actions.run_robot(robot=robot, on=ON, by=by).received == 2


def test_a_run_that_was_given_up_meanwhile_is_not_ended_again() -> None:
    robot = RobotFactory()
    by = owner(robot)
    actions.receive_many(robot=robot, documents=FOUR[:1], by=by)

    def give_up(_: int) -> None:
        Run.objects.update(status=Run.Status.FAILED, message="given up")

    run = actions.run_robot(robot=robot, on=ON, by=by, progress=give_up)
    assert (run.status, run.message, run.approved) == ("failed", "given up", 1)


def test_a_broken_transaction_is_not_asked_to_unlock() -> None:
    run = Run.objects.create(robot=RobotFactory(), on=ON)
    with transaction.atomic(), claiming.alive(run):
        transaction.set_rollback(True)
