"""The robot decides one item again, now, because a clerk asks."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from gevinst.engines.blockkit.contract import RegisterFault
from gevinst.features.operations.actions import storing
from gevinst.features.operations.actions.desk import check_undecided, finish
from gevinst.features.operations.actions.logging import Judged, log_judged
from gevinst.features.operations.actions.stopping import check_active
from gevinst.features.operations.actions.taking import check_free, locked
from gevinst.features.operations.blocks import (
    extracts_of,
    parameters_of,
    read,
    registers_of,
    words,
)
from gevinst.features.operations.deciding import deciding_block
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
    "register-fault" (which register and what is wrong), "stopped"; then nothing is changed.
    """
    check_work(by, item.authority_id)
    check_active(item.robot)
    with audited("recheck", by=by, target=item, authority_id=item.authority_id):
        row = locked(item)
        check_free(row, by)
        check_undecided(row, "claim")
        claimed = after(row.state, "claim")
        judged = _judged(row)
        [decided] = judged.judgement.decided
        row.state, row.wait_until = after(claimed, decided.verdict), decided.until
        row.queue, row.reason = decided.queue, decided.reason
        version, extracts = judged.block.manifest.version, extracts_of(judged.registers)
        decision = storing.decision_of(row, decided, block_version=version, extracts=extracts)
        finish(row, decision, by, opened_at)
        storing.copy_findings([(decision, decided)])
        log_judged(judged, {row.pk}, [], by.name)
    return decision


def _judged(row: WorkItem) -> Judged:
    """What the block says of the item now."""
    robot, on = row.robot, timezone.localdate()
    block = deciding_block(robot, on)
    try:
        registers = with_history(registers_of(robot), [row], block.manifest)
        one = read(block, row)
        said = block.judge_batch([one.item], registers, on, parameters_of(robot))
        return Judged(robot, block, [one], registers, on, said, {})
    except RegisterFault as fault:
        raise DomainError(
            "register-fault", words(fault.message), register=fault.register
        ) from fault
