"""The account of a day comes out even, by currency, and says so when it does not."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from gevinst.blocks.invoice_control.block import block
from gevinst.blocks.invoice_control.sample.documents import document
from gevinst.blocks.invoice_control.sample.folder import write_month
from gevinst.blocks.invoice_control.sample.month import sample_month
from gevinst.features.operations import actions, queries
from gevinst.features.operations.models import Robot, WorkItem
from gevinst.features.operations.queries.daily import Part
from gevinst.features.operations.states import State
from gevinst.features.operations.tests.factories import RobotFactory, clerk, owner

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 2, 12, tzinfo=ZoneInfo("Europe/Copenhagen"))
DAY = NOON.date()


@pytest.fixture
def robot(real_block: None, tmp_path: Path) -> Robot:
    """A robot that has received, decided and delivered a small month, all on one day."""
    month = sample_month(block.manifest, 100, 10, 3, date(2026, 10, 1))
    write_month(month, tmp_path)
    made: Robot = RobotFactory(block_key="invoice_control", registers=str(tmp_path / "registers"))
    files = [(f"{n}.xml", document(case)) for n, case in enumerate(month.cases)]
    actions.receive_many(robot=made, documents=files, by=owner(made))
    WorkItem.objects.filter(robot=made).update(received_at=NOON)
    return made


def test_before_anything_is_decided_all_is_pending(robot: Robot) -> None:
    unread, dkk = queries.day_account(robot, DAY)
    assert (unread.currency, dkk.currency) == ("", "DKK")
    assert dkk.parts["pending"] == dkk.received
    assert unread.parts["refused"] == unread.received
    assert unread.holds
    assert dkk.holds


def test_every_document_and_every_ore_is_accounted_for(robot: Robot) -> None:
    actions.run_robot(robot=robot, on=DAY, by=owner(robot))
    actions.deliver(robot=robot, by=owner(robot))
    referred = WorkItem.objects.filter(robot=robot, state=State.REFERRED).order_by("pk")
    actions.return_to_supplier(item=referred[0], by=clerk(robot), reason="rate")
    actions.hold(item=referred[1], by=clerk(robot), until=timezone.localdate() + timedelta(days=3))
    unread, dkk = queries.day_account(robot, DAY)
    assert dkk.holds
    assert unread.received.count + dkk.received.count == 100
    assert dkk.parts["returned"].count == 1
    assert min(dkk.parts[name].count for name in ("approved", "referred", "waiting")) > 0
    assert dkk.paid == dkk.parts["approved"] == dkk.to_pay
    assert dkk.received.amount == sum(part.amount for part in dkk.parts.values())


def test_a_payment_of_another_amount_than_the_item_does_not_hold(robot: Robot) -> None:
    actions.run_robot(robot=robot, on=DAY, by=owner(robot))
    actions.deliver(robot=robot, by=owner(robot))
    delivered = WorkItem.objects.filter(robot=robot, state=State.DELIVERED).first()
    assert delivered is not None
    assert delivered.amount is not None
    delivered.amount += Decimal("0.01")
    delivered.save()
    assert [each.holds for each in queries.day_account(robot, DAY)] == [True, False]


def test_other_days_have_nothing(robot: Robot) -> None:
    assert queries.day_account(robot, DAY - timedelta(days=1)) == []
    assert Part(1, Decimal(2)) + Part(1, Decimal(3)) == Part(2, Decimal(5))
