"""Makes past decisions of a robot again from the evidence, and compares them with its log."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from gevinst.engines.decisionlog.archive import EvidenceFault
from gevinst.engines.decisionlog.model import Kind, LogEntry
from gevinst.engines.decisionlog.replay import ReplayResult, replay
from gevinst.engines.decisionlog.standing import standing
from gevinst.features.control import queries as control
from gevinst.features.operations.archive import DecisionArchive
from gevinst.features.operations.blocks import block_of
from gevinst.features.operations.models import Robot
from gevinst.shared.errors import DomainError


def replayed(robot: Robot, on: date | None = None, reference: str = "") -> Iterator[ReplayResult]:
    """For each batch, the decisions that stood on that control date (None: the last), made again.

    Where evidence is missing or changed none of the batch's decisions came out the same; a remark says so.
    Raises `DomainError("no-block")`.
    """
    block, archive = block_of(robot), DecisionArchive()
    entries = control.log_entries(robot.authority_id, robot.key)
    for batch, decisions in standing(entries, on, reference):
        try:
            yield replay(batch, decisions, archive, block)
        except EvidenceFault as fault:
            yield ReplayResult(batch.seq, len(decisions), 0, (), (str(fault),))


def replayed_entry(robot: Robot, seq: int) -> ReplayResult:
    """One decision of the log made again with all of its batch, and compared. Raises `DomainError`:
    "not-found" (no such decision), "no-block"."""
    row = control.log_entry(robot.authority_id, robot.key, seq)
    batch = control.batch_of(row)
    if batch is None or row.kind != Kind.DECISION:
        raise DomainError("not-found", _("Only what a robot decided can be decided again."))
    entry = LogEntry(row.payload.encode(), row.prev, row.hash)
    try:
        return replay(batch, [entry], DecisionArchive(), block_of(robot))
    except EvidenceFault as fault:
        return ReplayResult(batch.seq, 1, 0, (), (str(fault),))
