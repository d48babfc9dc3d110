"""The reconciliation adds up after any sequence of actions, and a past moment never changes."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gevinst.features.operations import actions
from gevinst.features.operations.models import Decision, PaymentLine, Robot, WorkItem
from gevinst.features.operations.queries.daily import Part
from gevinst.features.operations.queries.reconciling import (
    OUTCOMES,
    balances,
    by_day,
    items_of,
    reconciled,
)
from gevinst.features.operations.states import State
from gevinst.features.operations.tests.factories import (
    RobotFactory,
    WorkItemFactory,
    clerk,
    documents,
    owner,
)
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db
ON = date(2026, 4, 1)
STATES = {
    State.RECEIVED: "pending",
    State.APPROVED: "approved",
    State.DELIVERED: "approved",
    State.REFERRED: "referred",
    State.HELD: "held",
    State.WAITING: "waiting",
    State.REFUSED: "refused",
    State.RETURNED: "returned",
}
ACTS = ["ok", "bad", "late", "unreadable", "run", "settle", "deliver"]
CLERKS = ["approve", "return", "hold", "resume", "undo", "recheck"]


def do(robot: Robot, by: tuple[Actor, Actor], act: str, place: int) -> None:
    """One step; what cannot be done is left undone."""
    process_owner, worker = by
    if act in ("ok", "bad", "late", "unreadable"):
        number = WorkItem.objects.filter(robot=robot).count()
        line = f"x {number}" if act == "unreadable" else f"{act} {number} H {place}.25"
        actions.receive_many(
            robot=robot, documents=[(f"{robot.pk}.txt", f"{line}".encode())], by=process_owner
        )
    elif act in ("run", "settle"):
        on = ON if act == "run" else ON + timedelta(days=90)
        actions.run_robot(robot=robot, on=on, by=process_owner)
    elif act == "deliver":
        actions.deliver(robot=robot, by=process_owner)
    else:
        items = WorkItem.objects.filter(robot=robot).order_by("pk")
        if item := items[place % max(items.count(), 1) :].first():
            decide(item, worker, act)


def decide(item: WorkItem, by: Actor, act: str) -> None:
    facts: dict[str, Any] = {"item": item, "by": by}
    tomorrow = timezone.localdate() + timedelta(days=1)
    doing = {
        "approve": lambda: actions.approve(**facts, reason="judged"),
        "return": lambda: actions.return_to_supplier(**facts, reason="rate"),
        "hold": lambda: actions.hold(**facts, until=tomorrow),
        "resume": lambda: actions.resume(**facts),
        "undo": lambda: actions.undo(**facts),
        "recheck": lambda: actions.recheck(**facts),
    }
    try:
        doing[act]()
    except DomainError:
        return


def as_states_say(robot: Robot) -> dict[str, Part]:
    found = dict.fromkeys(OUTCOMES, Part())
    for state, amount in WorkItem.objects.filter(robot=robot).values_list("state", "amount"):
        found[STATES[State(state)]] += Part(1, amount or Decimal(0))
    return found


def as_reckoned(robot: Robot, start: datetime, end: datetime) -> dict[str, Part]:
    found = dict.fromkeys(OUTCOMES, Part())
    for balance in balances(robot, start, end):
        assert balance.holds
        for outcome, part in balance.parts.items():
            found[outcome] += part
    return found


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.tuples(st.sampled_from(["run", *ACTS, *CLERKS]), st.integers(0, 9)), max_size=25)
)
def test_any_sequence_adds_up_and_the_past_stands(db: None, steps: list[tuple[str, int]]) -> None:
    robot = RobotFactory()
    by, start = (owner(robot), clerk(robot)), timezone.now()
    moments: list[tuple[datetime, dict[str, Part]]] = []
    for act, place in [("ok", 1), ("bad", 2), ("late", 3), *steps]:
        do(robot, by, act, place + 1)
        moments.append((timezone.now(), as_states_say(robot)))
    for end, expected in moments:
        assert as_reckoned(robot, start, end) == expected


@pytest.fixture
def robot() -> Robot:
    """A robot with one document of each fate today, one unreadable, and one undone."""
    made: Robot = RobotFactory()
    by, worker = owner(made), clerk(made)
    lines = ["ok 1 H 10.10", "bad 2 H 20.20", "late 3 H 30.30", "x", "bad 4 H 40.40"]
    actions.receive_many(robot=made, documents=documents(*lines), by=by)
    actions.run_robot(robot=made, on=ON, by=by)
    undone = WorkItem.objects.get(robot=made, amount=Decimal("40.40"))
    actions.return_to_supplier(item=undone, by=worker, reason="rate")
    actions.undo(item=undone, by=worker)
    return made


def test_the_figures_and_what_is_behind_them(robot: Robot) -> None:
    today = timezone.localdate()
    dkk, unread = reconciled(robot, today, today).balances
    assert (unread.currency, unread.parts["refused"].count) == ("", 1)
    counts = {name: part.count for name, part in dkk.parts.items() if part.count}
    assert counts == {"approved": 1, "referred": 2, "waiting": 1}
    assert dkk.parts["referred"].amount == Decimal("60.60")
    for name, part in dkk.parts.items():
        rows = list(items_of(robot, today, today, name, "DKK"))
        assert Part(len(rows), sum((r.amount or 0 for r in rows), Decimal(0))) == part
    assert items_of(robot, today, today, "received", "DKK").count() == dkk.received.count


def test_what_has_not_been_decided_is_pending(robot: Robot) -> None:
    today = timezone.localdate()
    WorkItemFactory(robot=robot, currency="EUR", amount=Decimal("7.77"))
    [_dkk, eur, _unread] = reconciled(robot, today, today).balances
    assert eur.parts["pending"] == eur.received == Part(1, Decimal("7.77"))
    assert [item.currency for item in items_of(robot, today, today, "pending", "EUR")] == ["EUR"]


def test_a_payment_of_another_amount_is_seen(robot: Robot) -> None:
    today = timezone.localdate()
    actions.deliver(robot=robot, by=owner(robot))
    assert reconciled(robot, today, today).holds
    paid = PaymentLine.objects.get(item__robot=robot)
    WorkItem.objects.filter(pk=paid.item_id).update(amount=Decimal("10.11"))
    found = reconciled(robot, today, today)
    assert not found.holds
    assert [balance.unpaid for balance in found.balances] == [Decimal("0.01"), Decimal(0)]


def test_a_decision_that_nobody_knows_is_a_difference(robot: Robot) -> None:
    today = timezone.localdate()
    item = WorkItem.objects.filter(robot=robot, state=State.APPROVED).get()
    Decision.objects.create(item=item, verdict="vanish", actor_name="?")
    found = reconciled(robot, today, today)
    assert [b.difference for b in found.balances] == [Part(1, Decimal("10.10")), Part()]


def test_days_without_anything_are_left_out(robot: Robot) -> None:
    today = timezone.localdate()
    [only] = by_day(robot, [today - timedelta(days=1), today])
    assert (only.first, only.received, only.count("referred")) == (today, 5, 2)


def test_a_trail_of_nothing_but_an_undoing_is_with_the_clerks() -> None:
    item = WorkItemFactory(state=State.APPROVED)
    for verdict in ("approve", "undo"):
        Decision.objects.create(item=item, verdict=verdict, actor_name="Sagsbehandler")
    assert Counter(b.parts["referred"].count for b in today_of(item.robot)) == {1: 1}


def today_of(robot: Robot) -> list[Any]:
    today = timezone.localdate()
    return reconciled(robot, today, today).balances
