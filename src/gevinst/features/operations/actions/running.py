"""Runs a robot: claims what is due, lets the block decide, stores every decision; survives being killed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.engines.blockkit.contract import Block, RegisterFault, Registers
from gevinst.features.operations.actions import claiming, storing
from gevinst.features.operations.actions.logging import Judged, Known
from gevinst.features.operations.actions.stopping import check_active, is_stopped
from gevinst.features.operations.blocks import (
    extracts_of,
    parameters_of,
    registers_of,
    words,
)
from gevinst.features.operations.blocks import read as read_now
from gevinst.features.operations.deciding import deciding_block
from gevinst.features.operations.models import Robot, Run, WorkItem
from gevinst.features.operations.permissions import check_operate
from gevinst.features.operations.queries.earlier_items import RECEIVED as MADE_HERE
from gevinst.features.operations.queries.earlier_items import with_history
from gevinst.features.operations.signals import run_completed
from gevinst.shared.actor import SYSTEM, Actor
from gevinst.shared.audit import about, audited

Progress = Callable[[int], object]


def run_robot(*, robot: Robot, on: date, by: Actor, progress: Progress | None = None) -> Run:
    """The run, ended: everything that was due on `on` is decided by that day's rules and stored.

    A register that cannot be used ends the run as failed, with the message, and its items are given back.
    Killed half-way, the next run takes up the rest. `progress` gets the number of items just decided.
    Stopped while it goes on, it ends after the batch. Raises `DomainError`: "not-allowed", "stopped",
    "no-block".
    """
    check_operate(by, robot.authority_id)
    check_active(robot)
    block = deciding_block(robot, on)
    release_abandoned(robot=robot)
    run = _start(robot, block, on, by)
    archived: Known = {}
    with claiming.alive(run):
        try:
            registers = registers_of(robot)
            _note_extracts(run, registers)
            claiming.claim_refused(run)
            while not is_stopped(robot) and (rows := claiming.claim(run, by)):
                _decide(run, block, rows, registers=registers, archived=archived, by=by)
                if progress:
                    progress(len(rows))
        except RegisterFault as fault:
            return _end(run, by, Run.Status.FAILED, words(fault.message))
        except Exception:
            _end(run, by, Run.Status.FAILED, _("The run stopped by a fault; see the log."))
            raise
        return _end(run, by, Run.Status.COMPLETED, "")


def release_abandoned(*, robot: Robot | None = None) -> int:
    """Ends the runs whose worker is gone and gives their items back; the number of items.

    A worker that has held a batch beyond the lease counts as gone; what it still stores is refused.
    """
    running = Run.objects.filter(status=Run.Status.RUNNING).select_related("robot")
    released = 0
    for run in running if robot is None else running.filter(robot=robot):
        if claiming.is_dead(run) or claiming.lapsed(run):
            released += _abandon(run)
    return released


def _abandon(run: Run) -> int:
    released = WorkItem.objects.filter(run=run, state="in_progress").count()
    _end(
        run,
        SYSTEM,
        Run.Status.FAILED,
        _("The worker stopped half-way. The next run takes up the rest."),
    )
    return released


def _start(robot: Robot, block: Block, on: date, by: Actor) -> Run:
    with audited("start_run", by=by, authority_id=robot.authority_id) as entry:
        version = block.manifest.version
        run = Run.objects.create(robot=robot, on=on, block_version=version, actor_name=by.name)
        about(entry, run, on=on.isoformat())
    return run


def _note_extracts(run: Run, registers: Registers) -> None:
    read = {name: each for name, each in registers.items() if name not in MADE_HERE}
    run.extracts = extracts_of(read)
    run.save(update_fields=["extracts"])


def _decide(
    run: Run,
    block: Block,
    rows: list[WorkItem],
    *,
    registers: Registers,
    archived: Known,
    by: Actor,
) -> None:
    reads = [read_now(block, row) for row in rows]
    readable = [read for read in reads if read.readable]
    known = with_history(registers, [read.row for read in readable], block.manifest)
    said = block.judge_batch(
        [read.item for read in readable], known, run.on, parameters_of(run.robot)
    )
    judged = Judged(run.robot, block, readable, known, run.on, said, archived)
    storing.store(run, judged, [read for read in reads if not read.readable], by)


def _end(run: Run, by: Actor, status: str, message: str) -> Run:
    """One transaction: items still held are given back, the run is closed, what it did is told."""
    with audited("end_run", by=by, target=run, authority_id=run.robot.authority_id) as entry:
        held = Run.objects.select_for_update().get(pk=run.pk)
        if held.status != Run.Status.RUNNING:
            return held
        claiming.give_back(held)
        held.refresh_from_db()
        held.status, held.message, held.ended_at = status, message, timezone.now()
        held.save(update_fields=["status", "message", "ended_at"])
        about(entry, held, status=status, received=held.received)
        if held.received or status == Run.Status.COMPLETED:
            run_completed.send(
                Run,
                run_id=held.pk,
                process_id=held.robot.process_id,
                on=held.on,
                untouched=held.untouched,
                exceptions=held.referred,
                actor=by,
            )
    return held
