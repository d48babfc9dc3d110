"""What a clerk can do with an item in each state, and what is refused with which code."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from gevinst.features.operations import actions, signals
from gevinst.features.operations.models import Decision, WorkItem
from gevinst.features.operations.states import State
from gevinst.features.operations.tests.factories import (
    RobotFactory,
    RunFactory,
    WorkItemFactory,
    clerk,
    owner,
)
from gevinst.shared.actor import SYSTEM, Actor, Role
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db
TOMORROW = timezone.localdate() + timedelta(days=1)
ACTS = {
    "approve": lambda item, by: actions.approve(item=item, reason="agreed", by=by),
    "return": lambda item, by: actions.return_to_supplier(item=item, reason="rate", by=by),
    "hold": lambda item, by: actions.hold(item=item, until=TOMORROW, by=by),
    "resume": lambda item, by: actions.resume(item=item, by=by),
    "take": lambda item, by: actions.take(item=item, by=by),
    "undo": lambda item, by: actions.undo(item=item, by=by),
    "recheck": lambda item, by: actions.recheck(item=item, by=by),
    "release": lambda item, by: actions.release(item=item, by=by),
}


def code_of(act, *args) -> str:
    with pytest.raises(DomainError) as fault:
        act(*args)
    return fault.value.code


@pytest.mark.parametrize(
    ("trait", "act", "state"),
    [
        ("referred", "approve", State.APPROVED),
        ("referred", "return", State.RETURNED),
        ("referred", "hold", State.HELD),
        ("referred", "recheck", State.REFERRED),
        ("held", "approve", State.APPROVED),
        ("held", "hold", State.HELD),
        ("held", "resume", State.REFERRED),
        ("waiting", "resume", State.REFERRED),
        ("waiting", "return", State.RETURNED),
        ("waiting", "recheck", State.REFERRED),
        ("refused", "return", State.RETURNED),
    ],
)
def test_a_clerk_moves_an_item(trait: str, act: str, state: State) -> None:
    item = WorkItemFactory(**{trait: True})
    by = clerk(item.robot)
    decision = ACTS[act](item, by)
    item.refresh_from_db()
    assert (item.state, item.taken_by) == (state, None)
    assert (decision.actor_id, decision.actor_name) == (by.user_id, "Sagsbehandler")
    assert AuditEntry.objects.filter(target_id=str(item.pk), actor_id=by.user_id).exists()


@pytest.mark.parametrize(
    ("trait", "act"),
    [
        ("approved", "approve"),
        ("delivered", "return"),
        ("refused", "approve"),
        ("refused", "hold"),
        ("refused", "recheck"),
        ("waiting", "approve"),
        ("returned", "hold"),
        ("referred", "resume"),
        ("delivered", "take"),
        ("in_progress", "approve"),
        ("referred", "undo"),
    ],
)
def test_what_cannot_be_done_in_a_state_is_refused(trait: str, act: str) -> None:
    item = WorkItemFactory(**{trait: True})
    assert code_of(ACTS[act], item, clerk(item.robot)) == "wrong-state"


@pytest.mark.parametrize("act", ACTS)
def test_only_clerks_of_the_authority_act(act: str) -> None:
    item = WorkItemFactory(referred=True)
    assert code_of(ACTS[act], item, owner(item.robot)) == "not-allowed"
    assert code_of(ACTS[act], item, clerk(RobotFactory())) == "not-allowed"


@pytest.mark.parametrize("act", ["approve", "return", "hold", "recheck", "take", "release"])
def test_a_colleagues_item_is_left_alone(act: str) -> None:
    item = WorkItemFactory(referred=True)
    actions.take(item=item, by=clerk(item.robot, "Anna"))
    assert code_of(ACTS[act], item, clerk(item.robot, "Bo")) == "taken"


def test_taking_twice_keeps_the_first_time() -> None:
    item = WorkItemFactory(referred=True)
    by = clerk(item.robot)
    first = actions.take(item=item, by=by).taken_at
    assert actions.take(item=item, by=by).taken_at == first


def test_an_item_held_too_long_may_be_taken_by_another() -> None:
    item = WorkItemFactory(referred=True)
    actions.take(item=item, by=clerk(item.robot, "Anna"))
    WorkItem.objects.filter(pk=item.pk).update(taken_at=timezone.now() - timedelta(hours=3))
    by = clerk(item.robot, "Bo")
    actions.release(item=item, by=by)
    assert actions.take(item=item, by=by).taken_by_id == by.user_id


def test_an_integration_cannot_take_but_can_decide() -> None:
    item = WorkItemFactory(referred=True)
    token = Actor("System X", token_id=1, roles={item.authority_id: frozenset({Role.CLERK})})
    assert code_of(ACTS["take"], item, token) == "not-allowed"
    decision = ACTS["approve"](item, token)
    assert (decision.actor, decision.actor_name, decision.minutes) == (None, "System X", 0)


@pytest.mark.parametrize("reason", ["", "nonsense", "other"])
def test_approving_demands_a_reason(reason: str) -> None:
    item = WorkItemFactory(referred=True)
    by = clerk(item.robot)
    assert code_of(lambda: actions.approve(item=item, reason=reason, by=by)) == "invalid"
    assert code_of(lambda: actions.return_to_supplier(item=item, reason=reason, by=by)) == "invalid"


def test_a_reason_in_words_is_kept() -> None:
    item = WorkItemFactory(referred=True)
    decision = actions.approve(item=item, reason="other", text="Ringede", by=clerk(item.robot))
    assert (decision.reason, decision.text) == ("other", "Ringede")


@pytest.mark.parametrize("days", [-1, 0])
def test_holding_demands_a_day_to_come(days: int) -> None:
    item = WorkItemFactory(referred=True)
    until = timezone.localdate() + timedelta(days=days)
    assert code_of(lambda: actions.hold(item=item, until=until, by=clerk(item.robot))) == "invalid"


def test_the_second_clerk_is_told_who_was_first() -> None:
    item = WorkItemFactory(referred=True)
    actions.approve(item=item, reason="agreed", by=clerk(item.robot, "Anna"))
    with pytest.raises(DomainError, match="Anna") as fault:
        actions.return_to_supplier(item=item, reason="rate", by=clerk(item.robot, "Bo"))
    assert fault.value.code == "already-done"


@pytest.mark.parametrize(
    ("held", "opened", "minutes"),
    [(None, None, "0.00"), (5, None, "5.00"), (None, 3, "3.00"), (2, 4, "4.00"), (500, None, "30.00"),
     (None, -5, "0.00")],
)  # fmt: skip
def test_minutes_are_measured_from_taking_or_opening_and_capped(held, opened, minutes) -> None:
    item = WorkItemFactory(referred=True, run=RunFactory())
    by = clerk(item.robot)
    if held:
        began = timezone.now() - timedelta(minutes=held)
        WorkItem.objects.filter(pk=item.pk).update(taken_by_id=by.user_id, taken_at=began)
    at = datetime.now(UTC) - timedelta(minutes=opened) if opened else None
    told: list[Decimal] = []

    def listen(sender, run_id, minutes, actor, **_):
        assert (run_id, actor) == (item.run_id, by)
        told.append(minutes)

    signals.exception_done.connect(listen)
    try:
        decision = actions.approve(item=item, reason="agreed", by=by, opened_at=at)
    finally:
        signals.exception_done.disconnect(listen)
    assert decision.minutes == Decimal(minutes)
    assert told == ([Decimal(minutes)] if Decimal(minutes) else [])


@pytest.mark.parametrize("act", ["approve", "return", "hold"])
def test_a_decision_is_undone_by_the_one_who_made_it(act: str) -> None:
    item = WorkItemFactory(referred=True)
    by = clerk(item.robot, "Anna")
    ACTS[act](item, by)
    assert code_of(ACTS["undo"], item, clerk(item.robot, "Bo")) == "not-allowed"
    assert code_of(ACTS["undo"], item, SYSTEM) == "not-allowed"
    ACTS["undo"](item, by)
    item.refresh_from_db()
    assert (item.state, item.wait_until, item.queue) == (State.REFERRED, None, "errors")
    assert code_of(ACTS["undo"], item, by) == "wrong-state"


LATER = TOMORROW + timedelta(days=3)


@pytest.mark.parametrize(
    ("acts", "state", "until"),
    [
        (["return", "undo"], State.WAITING, date(2026, 5, 8)),
        (["return", "undo", "return", "undo"], State.WAITING, date(2026, 5, 8)),
        (["resume", "return", "undo"], State.REFERRED, None),
        (["resume", "hold", "undo"], State.REFERRED, None),
        (["resume", "hold", "hold later", "undo"], State.HELD, TOMORROW),
        (["resume", "hold", "approve", "undo"], State.HELD, TOMORROW),
        (["resume", "hold", "return", "undo"], State.HELD, TOMORROW),
        (["resume", "hold", "return", "undo", "undo again"], State.HELD, TOMORROW),
        (["resume", "hold", "resume", "return", "undo"], State.REFERRED, None),
    ],
)
def test_undoing_brings_a_waiting_item_back_to_where_it_stood(
    acts: list[str], state: State, until: date | None
) -> None:
    robot = RobotFactory()
    item = actions.receive(robot=robot, content=b"late 1 A 1.00", name="a", by=owner(robot))
    actions.run_robot(robot=robot, on=date(2026, 5, 1), by=owner(robot))
    by = clerk(robot)
    more = {
        "hold later": lambda item, by: actions.hold(item=item, until=LATER, by=by),
        "undo again": lambda item, by: code_of(ACTS["undo"], item, by),
    }
    for act in acts:
        (more.get(act) or ACTS[act])(item, by)
    item.refresh_from_db()
    assert (item.state, item.wait_until) == (state, until)


def test_an_unreadable_item_returned_and_undone_is_unreadable_again() -> None:
    robot = RobotFactory()
    item = actions.receive(robot=robot, content=b"torn", name="a", by=owner(robot))
    by = clerk(robot)
    for _ in range(2):
        actions.return_to_supplier(item=item, reason="unreadable", by=by)
        actions.undo(item=item, by=by)
    item.refresh_from_db()
    assert item.state == State.REFUSED


def test_what_is_delivered_cannot_be_undone() -> None:
    item = WorkItemFactory(referred=True)
    by = clerk(item.robot)
    ACTS["approve"](item, by)
    WorkItem.objects.update(state=State.DELIVERED)
    assert code_of(ACTS["undo"], item, by) == "wrong-state"


def test_rechecking_decides_by_what_the_document_and_registers_say_now() -> None:
    robot = RobotFactory()
    item = actions.receive(robot=robot, content=b"bad 1 A 1.00", name="a", by=owner(robot))
    actions.run_robot(robot=robot, on=date(2026, 5, 1), by=owner(robot))
    item.document.content = b"ok 1 A 1.00"
    item.document.save()
    decision = actions.recheck(item=item, by=clerk(robot))
    item.refresh_from_db()
    assert (item.state, item.queue, decision.verdict) == (State.APPROVED, "", "approve")
    assert (decision.run, decision.block_version, decision.findings.count()) == (None, "1.2.3", 2)


def test_a_recheck_keeps_the_extracts_it_read_and_makes_no_run() -> None:
    robot = RobotFactory()
    item = actions.receive(robot=robot, content=b"bad 1 A 1.00", name="a", by=owner(robot))
    run = actions.run_robot(robot=robot, on=date(2026, 5, 1), by=owner(robot))
    decision = actions.recheck(item=item, by=clerk(robot))
    assert set(decision.extracts) == {"history"}
    assert decision.extracts["history"]["source"] == "Gevinst"
    run.refresh_from_db()
    assert (robot.runs.count(), run.referred) == (1, 1)


@pytest.mark.parametrize(
    ("content", "code"), [(b"torn", "unreadable"), (b"fault 1 A 1.00", "register-fault")]
)
def test_a_recheck_that_cannot_be_made_changes_nothing(content: bytes, code: str) -> None:
    item = WorkItemFactory(referred=True)
    item.document.content = content
    item.document.save()
    assert code_of(ACTS["recheck"], item, clerk(item.robot)) == code
    item.refresh_from_db()
    assert item.state == State.REFERRED
    assert not Decision.objects.exists()


def test_a_waiting_item_comes_to_the_queue_of_the_rule_that_made_it_wait() -> None:
    robot = RobotFactory()
    item = actions.receive(robot=robot, content=b"late 1 A 1.00", name="a", by=owner(robot))
    actions.run_robot(robot=robot, on=date(2026, 5, 1), by=owner(robot))
    actions.resume(item=item, by=clerk(robot))
    item.refresh_from_db()
    assert item.queue == "errors"


def test_many_are_returned_and_those_a_colleague_has_are_passed_over() -> None:
    robot = RobotFactory()
    items = [WorkItemFactory(robot=robot, referred=True) for _ in range(3)]
    actions.take(item=items[1], by=clerk(robot, "Anna"))
    many = actions.return_many(items=reversed(items), reason="rate", by=clerk(robot, "Bo"))
    assert many == actions.Many((items[0].pk, items[2].pk), (items[1].pk,))


def test_many_are_returned_all_or_none_where_it_is_not_allowed() -> None:
    robot, other = RobotFactory(), RobotFactory()
    mine, theirs = (
        WorkItemFactory(robot=robot, referred=True),
        WorkItemFactory(robot=other, referred=True),
    )
    assert (
        code_of(lambda: actions.return_many(items=[mine, theirs], reason="rate", by=clerk(robot)))
        == "not-allowed"
    )
    mine.refresh_from_db()
    assert mine.state == State.REFERRED


def test_an_earlier_one_is_not_held_up_by_a_later_one_alike() -> None:
    robot = RobotFactory()
    by = owner(robot)
    first = actions.receive(robot=robot, content=b"late 1 A 1.00", name="a", by=by)
    actions.run_robot(robot=robot, on=date(2026, 5, 1), by=by)
    actions.receive_many(robot=robot, documents=[("copy", b"ok 1 A 1.00")], by=by)
    run = actions.run_robot(robot=robot, on=date(2026, 5, 9), by=by)
    first.refresh_from_db()
    assert (first.state, run.approved) == (State.APPROVED, 2)


def test_a_later_one_alike_is_a_duplicate_unless_the_first_was_returned() -> None:
    robot = RobotFactory()
    by = owner(robot)
    first = actions.receive(robot=robot, content=b"bad 1 A 1.00", name="a", by=by)
    actions.run_robot(robot=robot, on=date(2026, 5, 1), by=by)
    second = actions.receive(robot=robot, content=b"ok 1 A 1.00", name="copy", by=by)
    actions.run_robot(robot=robot, on=date(2026, 5, 1), by=by)
    second.refresh_from_db()
    assert (second.state, second.queue) == (State.REFERRED, "duplicates")
    actions.return_to_supplier(item=first, reason="rate", by=clerk(robot))
    actions.recheck(item=second, by=clerk(robot))
    second.refresh_from_db()
    assert second.state == State.APPROVED


@pytest.mark.parametrize(
    ("changed", "code"),
    [({"parameters": {"nonsense": "1"}}, "invalid"), ({"queue_units": {"nonsense": 1}}, "invalid"),
     ({"name": "Robot Et"}, "already-done"), ({"by": Actor("x", user_id=1)}, "not-allowed")],
)  # fmt: skip
def test_a_robot_that_cannot_be_installed(changed, code) -> None:
    robot = RobotFactory(key="robot-et")
    facts = {
        "process_id": robot.process_id,
        "authority_id": robot.authority_id,
        "block_key": "tiny",
        "name": "Ny",
    }
    assert (
        code_of(lambda: actions.install_robot(**{**facts, "by": owner(robot), **changed})) == code
    )


def test_a_robot_is_installed_with_the_queues_of_its_block() -> None:
    other = RobotFactory()
    robot = actions.install_robot(
        process_id=other.process_id, authority_id=other.authority_id, block_key="tiny", name="Ny robot",
        by=owner(other), parameters={"days": "9"},
    )  # fmt: skip
    assert (robot.key, sorted(robot.queues.values_list("key", flat=True))) == (
        "ny-robot",
        ["duplicates", "errors"],
    )
    item = actions.receive(robot=robot, content=b"late 1 A 1.00", name="a", by=owner(robot))
    actions.run_robot(robot=robot, on=date(2026, 5, 8), by=owner(robot))
    item.refresh_from_db()
    assert item.wait_until == date(2026, 5, 17)
