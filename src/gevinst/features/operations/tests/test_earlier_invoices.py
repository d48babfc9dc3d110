"""What was received before is held against what is received now, in the database as in a folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from gevinst.blocks.invoice_control.block import block
from gevinst.blocks.invoice_control.tests.conftest import (
    CPR,
    DRAFT,
    LINE,
    OTHER_CPR,
    SERVED,
    SUPPLIER,
)
from gevinst.engines.blockkit import Registers
from gevinst.engines.einvoice import Draft, DraftPayment, write
from gevinst.features.operations import actions
from gevinst.features.operations.models import Robot, WorkItem
from gevinst.features.operations.queries.earlier_items import with_history
from gevinst.features.operations.states import State
from gevinst.features.operations.tests.factories import clerk, owner
from gevinst.features.operations.tests.invoice_robot import invoice_robot

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 2)
OTHER = replace(DRAFT, number="F-2002", lines=(replace(LINE, note=f"CPR {OTHER_CPR}"),))


@pytest.fixture
def robot(real_block: None, tmp_path: Path) -> Robot:
    """A robot whose registers make both invoices right."""
    return invoice_robot(tmp_path)


def states(robot: Robot, *deliveries: Iterable[Draft]) -> list[tuple[str, str]]:
    """Each delivery is received and run by itself; what became of the items, with the reason."""
    by = owner(robot)
    for drafts in deliveries:
        files = [(f"{draft.number}.xml", write(draft)) for draft in drafts]
        actions.receive_many(robot=robot, documents=files, by=by)
        actions.run_robot(robot=robot, on=ON, by=by)
    items = WorkItem.objects.filter(robot=robot).order_by("pk")
    return [(item.state, item.reason) for item in items]


SAME = replace(DRAFT, number="F-3003")
NEXT_DAY = (replace(LINE, service_date=SERVED + timedelta(days=1)),)
COPIES = {
    "duplicate": replace(DRAFT, number="f 001001", due_date=date(2026, 12, 1)),
    "near-number": replace(DRAFT, number="F-1001X", lines=NEXT_DAY),
    "same-amount": replace(SAME, lines=NEXT_DAY),
    "account": replace(OTHER, payment=DraftPayment("42", "0000000001", "9998")),
    "line-duplicate": replace(SAME, lines=(LINE, *OTHER.lines)),
}


@pytest.mark.parametrize("reason", list(COPIES))
def test_an_earlier_delivery_is_evidence(robot: Robot, reason: str) -> None:
    found = states(robot, [DRAFT], [numbered(COPIES[reason])])
    assert found == [(State.APPROVED, ""), (State.REFERRED, reason)]


def numbered(draft: Draft) -> Draft:
    """The draft with its lines numbered from 1."""
    lines = [replace(line, id=str(place)) for place, line in enumerate(draft.lines, 1)]
    return replace(draft, lines=tuple(lines))


def test_another_invoice_of_the_supplier_is_not(robot: Robot) -> None:
    assert states(robot, [DRAFT], [OTHER]) == [(State.APPROVED, "")] * 2


def test_a_returned_invoice_may_come_again(robot: Robot) -> None:
    wrong = replace(DRAFT, lines=(replace(LINE, price=Decimal(1)),))
    assert states(robot, [wrong]) == [(State.REFERRED, "agreed-rate")]
    item = WorkItem.objects.get(robot=robot)
    actions.return_to_supplier(item=item, by=clerk(robot), reason="rate")
    assert states(robot, [DRAFT])[1] == (State.APPROVED, "")


def test_a_credited_invoice_is_not_paid_and_its_credit_note_is_known(robot: Robot) -> None:
    note = replace(DRAFT, kind="credit-note", number="K-1", preceding=(DRAFT.number,))
    assert states(robot, [note], [DRAFT]) == [
        (State.REFERRED, "credit-note-invoice"),
        (State.REFERRED, "credited"),
    ]


def test_what_came_later_is_not_earlier(robot: Robot) -> None:
    states(robot, [DRAFT], [SAME])
    first = WorkItem.objects.filter(robot=robot).order_by("pk").first()
    assert first is not None
    assert position(first) == [0]
    second = WorkItem.objects.filter(robot=robot).order_by("pk").last()
    assert second is not None
    assert position(second) == [-1]


def position(item: WorkItem) -> list[int]:
    """The places of the other items in the history of this one."""
    known: Registers = with_history({}, [item], block.manifest)
    return [int(each) for each in known["history"].table["position"].to_pylist()]


def test_no_person_number_is_kept_beside_the_document(robot: Robot) -> None:
    states(robot, [DRAFT])
    item = WorkItem.objects.get(robot=robot)
    text = f"{item.keys} {item.key_values} {item.search} {item.reference}"
    assert CPR not in text.replace("-", "")
    assert item.keys["told"]["sender"] == SUPPLIER
    assert item.keys["lines"][0]["service_date"] == SERVED.isoformat()
