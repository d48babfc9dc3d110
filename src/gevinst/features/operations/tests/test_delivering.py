"""Approved items go to payment once; the files are the same however often they are written."""

from __future__ import annotations

import json
from datetime import date

import pytest

from gevinst.features.operations import actions
from gevinst.features.operations.models import Decision, PaymentProposal, WorkItem
from gevinst.features.operations.queries import proposal_file
from gevinst.features.operations.states import State
from gevinst.features.operations.tests.factories import RobotFactory, clerk, documents, owner
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db
ON = date(2026, 5, 1)


def run_on(*lines: str):
    robot = RobotFactory()
    by = owner(robot)
    actions.receive_many(robot=robot, documents=documents(*lines), by=by)
    actions.run_robot(robot=robot, on=ON, by=by)
    return robot, by


def test_what_is_approved_is_paid_once() -> None:
    robot, by = run_on("ok 1 A 10.00", "ok 2 B 20.00", "bad 3 C 30.00")
    proposal = actions.deliver(robot=robot, by=by)
    assert [(line.payee, line.amount) for line in proposal.lines.all()] == [("A", 10), ("B", 20)]
    assert WorkItem.objects.filter(state=State.DELIVERED).count() == 2
    assert actions.deliver(robot=robot, by=by) is None


def test_nothing_approved_makes_no_proposal() -> None:
    robot, by = run_on("bad 1 A 10.00")
    assert actions.deliver(robot=robot, by=by) is None
    assert not PaymentProposal.objects.exists()


def test_an_item_without_a_payment_is_done_with_none() -> None:
    robot, by = run_on("ok 1 A 0.00", "ok 2 B 20.00")
    proposal = actions.deliver(robot=robot, by=by)
    assert [line.payee for line in proposal.lines.all()] == ["B"]
    assert actions.deliver(robot=robot, by=by) is None


def test_what_a_clerk_just_approved_waits_for_the_next_proposal(settings) -> None:
    robot, by = run_on("bad 1 A 10.00", "ok 2 B 20.00")
    item = WorkItem.objects.get(title="Regning 1")
    actions.approve(item=item, reason="agreed", by=clerk(robot))
    assert [line.payee for line in actions.deliver(robot=robot, by=by).lines.all()] == ["B"]
    settings.OPERATIONS_UNDO_SECONDS = 0
    assert [line.payee for line in actions.deliver(robot=robot, by=by).lines.all()] == ["A"]


def test_a_document_that_cannot_be_read_any_more_stops_the_delivery() -> None:
    robot, by = run_on("ok 1 A 10.00")
    document = WorkItem.objects.get().document
    document.content = b"torn"
    document.save()
    with pytest.raises(DomainError) as fault:
        actions.deliver(robot=robot, by=by)
    assert fault.value.code == "unreadable"


def test_only_the_process_owner_delivers_and_exports(tmp_path) -> None:
    robot, by = run_on("ok 1 A 10.00")
    with pytest.raises(DomainError):
        actions.deliver(robot=robot, by=clerk(robot))
    proposal = actions.deliver(robot=robot, by=by)
    with pytest.raises(DomainError):
        actions.export(proposal=proposal, folder=tmp_path, by=clerk(robot))


def test_the_files_hold_every_line_and_are_the_same_each_time(tmp_path) -> None:
    robot, by = run_on("ok 1 =SUM(1) 1234.50", "ok 2 B -20.00")
    proposal = actions.deliver(robot=robot, by=by)
    first = {
        path.name: path.read_bytes()
        for path in actions.export(proposal=proposal, folder=tmp_path, by=by)
    }
    again = {
        path.name: path.read_bytes()
        for path in actions.export(proposal=proposal, folder=tmp_path, by=by)
    }
    assert first == again
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(first)
    [text] = [
        content.decode("utf-8-sig") for name, content in first.items() if name.endswith("csv")
    ]
    assert text.splitlines()[0] == "reference;payee;payee_id;account;amount;currency;due;text"
    assert "'=SUM(1);12345678;1234-567890;1234,50;DKK;2026-04-30;Regning 1" in text
    assert ";-20,00;" in text
    [whole] = [json.loads(content) for name, content in first.items() if name.endswith("json")]
    assert (whole["count"], whole["totals"]) == (2, {"DKK": "1214.50"})
    assert [line["amount"] for line in whole["lines"]] == ["1234.50", "-20.00"]


@pytest.mark.parametrize("model", [PaymentProposal, Decision])
def test_what_was_decided_and_paid_is_never_changed(model) -> None:
    robot, by = run_on("ok 1 A 10.00")
    actions.deliver(robot=robot, by=by)
    from django.db import DatabaseError

    with pytest.raises(DatabaseError, match="Cannot update"):
        model.objects.update(actor_name="Another")


def test_a_line_without_a_due_date_has_an_empty_cell() -> None:
    robot, by = run_on("ok 1 A 10.00")
    proposal = actions.deliver(robot=robot, by=by)
    line = proposal.lines.get()
    line.due = None
    assert proposal_file._row(line)["due"] == ""


def test_where_nothing_is_to_be_paid_the_items_are_done_without_a_proposal() -> None:
    robot, by = run_on("ok 1 A 0.00")
    assert actions.deliver(robot=robot, by=by) is None
    assert WorkItem.objects.get().state == State.DELIVERED
    assert not PaymentProposal.objects.exists()
