"""The same document makes one item, however it comes; what cannot be read is kept with its fault."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gevinst.features.operations import actions
from gevinst.features.operations.actions.receiving import Received
from gevinst.features.operations.models import Document, Finding, WorkItem
from gevinst.features.operations.states import State
from gevinst.features.operations.tests.factories import RobotFactory, clerk, documents, owner
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db


def test_a_document_becomes_an_item() -> None:
    robot = RobotFactory()
    item = actions.receive(robot=robot, content=b"ok 7 Aarhus 12.50", name="a.txt", by=owner(robot))
    assert (item.reference, item.title, item.party, item.state) == (
        "Aarhus/7/",
        "Regning 7",
        "Aarhus",
        "received",
    )
    assert (item.search, item.key_values) == ("århus regning 7 århus 7", ["Aarhus 7"])


def test_the_same_bytes_again_are_the_same_item() -> None:
    robot = RobotFactory()
    by = owner(robot)
    first = actions.receive(robot=robot, content=b"ok 7 A 1.00", name="a.txt", by=by)
    assert actions.receive(robot=robot, content=b"ok 7 A 1.00", name="b.txt", by=by) == first


def test_two_robots_may_receive_the_same_bytes() -> None:
    for robot in (RobotFactory(), RobotFactory()):
        actions.receive(robot=robot, content=b"ok 7 A 1.00", name="a.txt", by=owner(robot))
    assert (WorkItem.objects.count(), Document.objects.count()) == (2, 1)


def test_what_cannot_be_read_is_an_item_with_its_fault() -> None:
    robot = RobotFactory()
    item = actions.receive(robot=robot, content=b"torn", name="torn.txt", by=owner(robot))
    assert (item.state, item.reason, item.title) == (State.REFUSED, "not-four-words", "torn.txt")
    found = Finding.objects.get(decision__item=item)
    assert (found.message_da, found.paths) == ("Der skal stå fire ord.", ["1"])


def test_another_document_with_the_same_reference_is_kept_for_a_clerk_to_compare() -> None:
    robot = RobotFactory()
    by = owner(robot)
    actions.receive(robot=robot, content=b"ok 7 A 1.00", name="a.txt", by=by)
    other = actions.receive(robot=robot, content=b"ok 7 A 2.00", name="b.txt", by=by)
    assert (other.state, other.reason, other.party) == (State.REFUSED, "reference-taken", "A")
    assert "A/7/" in Finding.objects.get(decision__item=other).message_en


def test_many_are_counted_and_reported() -> None:
    robot = RobotFactory()
    by = owner(robot)
    lines = documents("ok 1 A 1.00", "torn", "ok 1 A 1.00")
    done: list[int] = []
    received = actions.receive_many(robot=robot, documents=lines, by=by, progress=done.append)
    assert (received, done) == (Received(new=1, known=1, refused=1), [3])
    again = actions.receive_many(robot=robot, documents=lines, by=by)
    assert again == Received(known=3)
    assert AuditEntry.objects.filter(action="receive").count() == 2


def test_only_those_who_operate_the_robot_feed_it() -> None:
    robot = RobotFactory()
    with pytest.raises(DomainError) as fault:
        actions.receive(robot=robot, content=b"ok 7 A 1.00", name="a.txt", by=clerk(robot))
    assert fault.value.code == "not-allowed"


LINE = st.builds("{} {} A 1.00".format, st.sampled_from(["ok", "bad"]), st.integers(0, 4))


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(batches=st.lists(st.lists(LINE | st.just("torn"), max_size=6), max_size=4))
def test_however_documents_are_split_and_repeated_each_content_is_one_item(batches) -> None:
    robot = RobotFactory()
    by = owner(robot)
    total = Received()
    for batch in batches:
        total += actions.receive_many(robot=robot, documents=documents(*batch), by=by)
    contents = {line for batch in batches for line in batch}
    assert WorkItem.objects.filter(robot=robot).count() == len(contents)
    assert total.new + total.refused == len(contents)
    assert total.new + total.refused + total.known == sum(len(batch) for batch in batches)
