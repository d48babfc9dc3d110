"""Puts approved items into a payment proposal, each once and only once, and writes it as files."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from django.db.models import Exists, OuterRef
from django.utils import timezone

from gevinst.engines.blockkit import contract
from gevinst.features.operations import limits
from gevinst.features.operations.blocks import Read, block_of, read
from gevinst.features.operations.models import (
    Decision,
    PaymentLine,
    PaymentProposal,
    Robot,
    WorkItem,
)
from gevinst.features.operations.permissions import check_operate
from gevinst.features.operations.queries import proposal_file
from gevinst.features.operations.states import State, after
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited


def deliver(*, robot: Robot, by: Actor) -> PaymentProposal | None:
    """A proposal of everything approved, or None where there is nothing to pay.

    All of it happens in one transaction that holds the robot: killed half-way nothing has happened, and two
    at once make one proposal. What a clerk approved within the undo window waits for the next one.
    Raises `DomainError`: "not-allowed", "no-block", "unreadable".
    """
    check_operate(by, robot.authority_id)
    with audited("deliver", by=by, authority_id=robot.authority_id) as entry:
        Robot.objects.select_for_update(no_key=True).get(pk=robot.pk)
        reads = _approved(robot, timezone.now() - limits.undo_window())
        about(entry, robot, items=0)
        if not reads:
            return None
        rows = WorkItem.objects.filter(pk__in=[read.row.pk for read in reads])
        rows.update(state=after(State.APPROVED, "deliver"))
        lines = _lines(robot, reads)
        about(entry, robot, items=len(reads), payments=len(lines))
        if not lines:
            return None
        proposal = PaymentProposal.objects.create(robot=robot, actor_name=by.name)
        PaymentLine.objects.bulk_create(_row(proposal, read.row, line) for read, line in lines)
        about(entry, proposal)
    return proposal


def export(*, proposal: PaymentProposal, folder: Path, by: Actor) -> list[Path]:
    """The proposal as CSV and JSON in `folder`: whole files or none, the same however often it is done.

    Raises `DomainError("not-allowed")`.
    """
    check_operate(by, proposal.robot.authority_id)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in proposal_file.KINDS:
        path = folder / proposal_file.name(proposal, kind)
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        draft.write_bytes(proposal_file.content(proposal, kind))
        draft.replace(path)
        written.append(path)
    return written


def _approved(robot: Robot, settled: datetime) -> list[Read]:
    fresh = Decision.objects.filter(item=OuterRef("pk"), at__gt=settled, actor__isnull=False)
    items = WorkItem.objects.filter(~Exists(fresh), robot=robot, state=State.APPROVED)
    rows = (
        items.select_for_update(of=("self",), no_key=True).select_related("document").order_by("pk")
    )
    block = block_of(robot)
    return [read(block, row) for row in rows]


def _lines(robot: Robot, reads: list[Read]) -> list[tuple[Read, contract.PaymentLine]]:
    """Every payment with its item, one an item; the block may propose none for one (an amount of zero)."""
    by_reference = {read.item.reference: read for read in reads}
    delivery = block_of(robot).deliver([read.item for read in reads])
    once = {line.reference: line for line in delivery.lines}
    return [(by_reference[reference], line) for reference, line in once.items()]


def _row(proposal: PaymentProposal, item: WorkItem, line: contract.PaymentLine) -> PaymentLine:
    return PaymentLine(
        proposal=proposal,
        item=item,
        payee=line.payee[:200],
        payee_id=line.payee_id[:40],
        account=line.account[:120],
        amount=line.amount,
        currency=line.currency,
        due=line.due,
        text=line.text[:200],
    )
