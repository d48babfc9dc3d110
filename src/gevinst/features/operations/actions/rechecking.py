"""The robot decides one item again, now, because a clerk asks."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from gevinst.engines.blockkit.contract import Decided, RegisterFault
from gevinst.features.operations.actions import storing
from gevinst.features.operations.actions.desk import check_undecided, finish
from gevinst.features.operations.actions.taking import check_free, locked
from gevinst.features.operations.blocks import (
    block_of,
    extracts_of,
    parameters_of,
    read,
    registers_of,
    words,
)
from gevinst.features.operations.models import Decision, WorkItem
from gevinst.features.operations.permissions import check_work
from gevinst.features.operations.queries.earlier_items import with_history
from gevinst.features.operations.states import after
from gevinst.shared.actor import Actor
from gevinst.shared.audit import audited
from gevinst.shared.errors import DomainError


def recheck(*, item: WorkItem, by: Actor, opened_at: datetime | None = None) -> Decision:
    """The block's decision with the registers as they are now, asked for by the clerk.

    Raises `DomainError`: "not-allowed", "taken", "already-done", "wrong-state", "unreadable",
    "register-fault" (which register and what is wrong); then nothing is changed.
    """
    check_work(by, item.authority_id)
    with audited("recheck", by=by, target=item, authority_id=item.authority_id):
        row = locked(item)
        check_free(row, by)
        check_undecided(row, "claim")
        claimed = after(row.state, "claim")
        decided, extracts = _decided(row)
        row.state, row.wait_until = after(claimed, decided.verdict), decided.until
        row.queue, row.reason = decided.queue, decided.reason
        version = block_of(row.robot).manifest.version
        decision = storing.decision_of(row, decided, block_version=version, extracts=extracts)
        finish(row, decision, by, opened_at)
        storing.copy_findings([(decision, decided)])
    return decision


def _decided(row: WorkItem) -> tuple[Decided, dict[str, dict[str, object]]]:
    """The decision and the extracts that it rests on."""
    block, robot = block_of(row.robot), row.robot
    try:
        registers = with_history(registers_of(robot), [row])
        items = [read(block, row).item]
        [decided] = block.decide(items, registers, timezone.localdate(), parameters_of(robot))
        return decided, extracts_of(registers)
    except RegisterFault as fault:
        raise DomainError(
            "register-fault", words(fault.message), register=fault.register
        ) from fault
