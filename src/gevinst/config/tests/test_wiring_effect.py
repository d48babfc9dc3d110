"""What clerks do on the desk reaches the run's effect, through the site's own wiring."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from gevinst.features.benefits import queries
from gevinst.features.benefits.models import Effect
from gevinst.features.benefits.tests.factories import BaselineFactory
from gevinst.features.operations import actions
from gevinst.features.operations.models import Decision, WorkItem
from gevinst.features.operations.tests.factories import RobotFactory, clerk, documents, owner
from gevinst.features.operations.tests.tiny_block import tiny
from gevinst.shared.actor import SYSTEM, Actor

pytestmark = pytest.mark.django_db
TOMORROW = timezone.localdate() + timedelta(days=1)
Act = Callable[[WorkItem, Actor], Decision]


def hold(item: WorkItem, by: Actor) -> Decision:
    return actions.hold(item=item, until=TOMORROW, by=by)


def approve(item: WorkItem, by: Actor) -> Decision:
    return actions.approve(item=item, reason="agreed", by=by)


def give_back(item: WorkItem, by: Actor) -> Decision:
    return actions.return_to_supplier(item=item, reason="rate", by=by)


def recheck(item: WorkItem, by: Actor) -> Decision:
    return actions.recheck(item=item, by=by)


def undo(item: WorkItem, by: Actor) -> Decision:
    return actions.undo(item=item, by=by)


@pytest.fixture
def referred(monkeypatch: pytest.MonkeyPatch) -> WorkItem:
    """One of two items that a run referred; the run has an effect."""
    monkeypatch.setattr("gevinst.features.operations.blocks.block", tiny)
    robot = RobotFactory()
    BaselineFactory(process_id=robot.process_id, valid_from=date(2026, 1, 1))
    by = owner(robot)
    received = documents("bad 1 A 10.00", "bad 2 A 10.00", "ok 3 A 10.00")
    actions.receive_many(robot=robot, documents=received, by=by)
    actions.run_robot(robot=robot, on=date(2026, 5, 1), by=by)
    return WorkItem.objects.get(title="Regning 1")


def after(item: WorkItem, by: Actor, *acts: Act, minutes: int = 4) -> Effect:
    """The run's effect when `acts` have been done, each after the clerk had the item so long."""
    for act in acts:
        began = timezone.now() - timedelta(minutes=minutes)
        WorkItem.objects.filter(pk=item.pk).update(taken_by_id=by.user_id, taken_at=began)
        act(item, by)
    return queries.effects(SYSTEM).get(run_id=item.run_id)


@pytest.mark.parametrize(
    ("acts", "spent", "done"),
    [
        ([approve], 4, 1),
        ([give_back], 4, 1),
        ([hold], 4, 0),
        ([recheck], 4, 0),
        ([hold, hold], 8, 0),
        ([hold, approve], 8, 1),
        ([approve, undo], 8, 0),
        ([approve, undo, approve], 12, 1),
        ([give_back, undo, hold, approve], 16, 1),
        ([hold, undo], 8, 0),
    ],
)
def test_minutes_are_added_and_only_what_is_closed_counts_as_done(
    referred: WorkItem, acts: list[Act], spent: int, done: int
) -> None:
    effect = after(referred, clerk(referred.robot), *acts)
    assert (round(effect.clerk_minutes), effect.exceptions, effect.exceptions_done) == (
        spent,
        2,
        done,
    )


def test_a_hold_costs_its_minutes_beside_those_expected_of_the_exception(
    referred: WorkItem,
) -> None:
    before = queries.effects(SYSTEM).get(run_id=referred.run_id)
    held = after(referred, clerk(referred.robot), hold, minutes=6)
    assert round(before.hours - held.hours, 2) == Decimal("0.10")
