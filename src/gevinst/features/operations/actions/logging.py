"""Tells the decision log what was decided, in the transaction that stores it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

import gevinst
from gevinst.engines.blockkit.contract import Block, Decided, Judgement, Registers
from gevinst.engines.blockkit.registers import conforming
from gevinst.engines.decisionlog import wording
from gevinst.engines.decisionlog.model import Act, Batch, Head, Origin, Payload, RegisterRef
from gevinst.engines.decisionlog.record import Given, archived_batch
from gevinst.engines.decisionlog.tables import packed
from gevinst.features.control import actions as control
from gevinst.features.control import queries as log
from gevinst.features.operations.archive import DecisionArchive
from gevinst.features.operations.blocks import Read, parameters_of
from gevinst.features.operations.models import Decision, Robot, WorkItem

Known = dict[tuple[str, str], RegisterRef]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a block said of some work items, and with what: `registers` are those it was given.

    `known` are the registers archived earlier in the same run, by name and extract.
    """

    robot: Robot
    block: Block
    reads: Sequence[Read]
    registers: Registers
    on: date
    judgement: Judgement
    known: Known

    def pairs(self) -> list[tuple[Read, Decided]]:
        """Each item with its decision."""
        return list(zip(self.reads, self.judgement.decided, strict=True))


def log_judged(judged: Judged, kept: Collection[int], refused: Sequence[Read], actor: str) -> Head:
    """Adds the batch to the robot's log: the items of those ids, and what could no longer be read.

    The whole batch is archived, since one item may be evidence about another.
    """
    batch = _archived(judged, len(refused), actor)
    documents = [read.item.content_hash for read in judged.reads]
    manifest = judged.block.manifest
    mine = {read.item.reference for read in judged.reads if read.row.pk in kept}

    def payloads(head: Head) -> Iterable[Payload]:
        numbered = replace(batch, seq=head.seq + 1)
        yield numbered.payload()
        for said in wording.decisions(numbered, documents, judged.judgement, manifest):
            if said["reference"] in mine:
                yield said
        yield from wording.refusals(numbered, [read.refused for read in refused])

    robot = judged.robot
    return control.add_to_log(
        authority_id=robot.authority_id, robot_key=robot.key, payloads=payloads
    )


def log_act(row: WorkItem, decision: Decision) -> None:
    """Adds what a person decided about the item; what was written stands as its SHA-256."""
    log_acts(row.robot, [(row.reference, decision)])


def log_acts(robot: Robot, acts: Sequence[tuple[str, Decision]]) -> None:
    """Adds several, in order; `acts` pairs the item's reference with the decision."""
    code = robot.authority.code
    about = log.last_decisions(robot.authority_id, robot.key, [reference for reference, _ in acts])
    told = [_act(each, decision, about.get(each, 0), code).payload() for each, decision in acts]
    if told:
        control.add_to_log(
            authority_id=robot.authority_id, robot_key=robot.key, payloads=lambda head: told
        )


def _archived(judged: Judged, refused: int, actor: str) -> Batch:
    archive, robot = DecisionArchive(), judged.robot
    origin = Origin(timezone.now(), actor, robot.authority.code, robot.key, gevinst.__version__)
    given = Given(
        items=[read.item for read in judged.reads],
        refused=(),
        registers=_registers(judged, archive),
        on=judged.on,
        parameters=parameters_of(robot),
        names={read.item.content_hash: read.row.document.name for read in judged.reads},
    )
    batch = archived_batch(judged.block, given, judged.judgement, origin, archive)
    return replace(batch, refused=refused)


def _registers(judged: Judged, archive: DecisionArchive) -> Mapping[str, RegisterRef | None]:
    """Each extract is archived once a run, however many batches it serves."""
    refs: dict[str, RegisterRef | None] = {}
    for spec in judged.block.manifest.registers:
        given = judged.registers.get(spec.name)
        refs[spec.name] = None
        if given is not None:
            key = (spec.name, given.extract.id)
            if key not in judged.known:
                rows = conforming(spec, judged.registers)
                sha = archive.put(packed(rows))
                judged.known[key] = RegisterRef(sha, rows.num_rows, given.extract)
            refs[spec.name] = judged.known[key]
    return refs


def _act(reference: str, decision: Decision, about: int, authority: str) -> Act:
    text = decision.text
    return Act(
        at=decision.at,
        actor=decision.actor_name,
        reference=reference,
        verdict=str(decision.verdict),
        about=about,
        text=hashlib.sha256(text.encode()).hexdigest() if text else "",
        authority=authority,
    )
