"""Filters of the desk one by one, and person numbers in full for clerks only."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from gevinst.features.accounts.tests.factories import UnitFactory
from gevinst.features.operations import actions, queries
from gevinst.features.operations.models import Queue, WorkItem
from gevinst.features.operations.queries import Wanted, in_queue
from gevinst.features.operations.states import State
from gevinst.features.operations.tests.factories import RobotFactory, WorkItemFactory, clerk, owner
from gevinst.shared.actor import SYSTEM, Right
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), {"a", "b", "c"}),
        (Wanted(party="Århus Hospital"), {"a"}),
        (Wanted(q="aarhus"), {"a"}),
        (Wanted(q="ÅRHUS hos"), {"a"}),
        (Wanted(q="'; drop"), set()),
        (Wanted(q="!!!"), {"a", "b", "c"}),
        (Wanted(amount_from=Decimal(50), amount_to=Decimal(150)), {"b"}),
        (Wanted(received_from=date(2999, 1, 1)), set()),
        (Wanted(received_to=date(2999, 1, 1)), {"a", "b", "c"}),
        (Wanted(received_to=date(2000, 1, 1)), set()),
        (Wanted(states=(State.HELD,)), {"c"}),
        (Wanted(queue="errors", states=(State.REFERRED,)), {"a", "b"}),
        (Wanted(who="taken"), {"b"}),
        (Wanted(who="free"), {"a", "c"}),
        (Wanted(reason="word"), {"a", "b"}),
        (Wanted(reference="a"), {"a"}),
    ],
)
def test_filters(wanted: Wanted, found: set[str]) -> None:
    robot = RobotFactory()
    facts = {
        "a": ("Århus Hospital", 10, "referred"),
        "b": ("Beta", 100, "referred"),
        "c": ("C", 200, "held"),
    }
    for key, (party, amount, trait) in facts.items():
        WorkItemFactory(
            robot=robot, reference=key, title=key, party=party, amount=amount, **{trait: True}
        )
    actions.take(item=WorkItem.objects.get(reference="b"), by=clerk(robot, "Anna"))
    rows = queries.items(clerk(robot, "Bo"), wanted)
    assert {row.reference for row in rows} == found


def test_items_of_a_unit_are_those_of_its_queues() -> None:
    robot = RobotFactory()
    unit = UnitFactory(authority=robot.authority)
    Queue.objects.filter(robot=robot, key="errors").update(unit=unit)
    mine = WorkItemFactory(robot=robot, referred=True)
    WorkItemFactory(robot=robot, state=State.REFERRED, queue="duplicates")
    assert list(queries.items(SYSTEM, Wanted(unit_id=unit.pk))) == [mine]
    assert not queries.items(SYSTEM, Wanted(unit_id=UnitFactory().pk)).exists()


@pytest.mark.parametrize("key", ["errors", "all", "held", "waiting", "unreadable"])
def test_every_queue_lists_as_many_as_it_counts(key: str) -> None:
    robot = RobotFactory()
    for trait in ("referred", "held", "waiting", "refused", "approved", "delivered"):
        WorkItemFactory(robot=robot, **{trait: True})
    by = clerk(robot)
    listed = queries.items(by, in_queue(robot.pk, key)).count()
    counts = {line.key: line.count for line in queries.queues(by, robot.pk)}
    assert listed == counts.get(key, 1) == 1


def test_person_numbers_are_shown_in_full_to_clerks_only() -> None:
    robot = RobotFactory()
    item = WorkItemFactory(robot=robot, referred=True)
    assert "610101-2222" in str(queries.sections(clerk(robot), item, []))
    assert "2222" not in str(queries.sections(owner(robot), item, []))
    item.document.content = b"torn"
    assert queries.sections(clerk(robot), item, []) == []


def test_reading_rights_are_asked_for_by_name() -> None:
    item = WorkItemFactory(referred=True)
    by = owner(item.robot)
    assert queries.item(by, item.pk, Right.READ) == item
    with pytest.raises(DomainError) as fault:
        queries.item(by, item.pk)
    assert fault.value.code == "not-found"


def test_what_is_not_there_is_not_found() -> None:
    by = owner(RobotFactory())
    for ask in (queries.proposal, queries.robot, queries.run):
        with pytest.raises(DomainError) as fault:
            ask(by, 0)
        assert fault.value.code == "not-found"


def test_a_block_that_is_not_installed_says_so(monkeypatch) -> None:
    from gevinst.engines.blockkit.registry import block

    monkeypatch.setattr("gevinst.features.operations.blocks.block", block)
    robot = RobotFactory(block_key="nonsense")
    with pytest.raises(DomainError) as fault:
        actions.receive(robot=robot, content=b"x", name="x", by=owner(robot))
    assert fault.value.code == "no-block"


def test_a_fault_while_saving_a_robot_is_not_taken_for_a_name_in_use() -> None:
    from django.db import IntegrityError

    robot = RobotFactory()
    with pytest.raises(IntegrityError):
        actions.install_robot(
            process_id=None, authority_id=robot.authority_id, block_key="tiny", name="Ny", by=SYSTEM
        )
