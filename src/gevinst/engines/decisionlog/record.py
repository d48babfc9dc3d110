"""Archives what a batch of decisions rests on, and makes its entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain

from gevinst.engines.blockkit.contract import Block, Item, Judgement, Manifest, Refused, Registers
from gevinst.engines.blockkit.registers import conforming
from gevinst.engines.control.files import pack
from gevinst.engines.decisionlog import wording
from gevinst.engines.decisionlog.archive import Archive
from gevinst.engines.decisionlog.canonical import canonical
from gevinst.engines.decisionlog.chain import append
from gevinst.engines.decisionlog.model import Batch, Head, LogEntry, Origin, RegisterRef
from gevinst.engines.decisionlog.tables import item_table, packed


@dataclass(frozen=True, slots=True)
class Given:
    """What a batch was decided with, besides its documents, which must be archived already.

    `names` is what each document was called when it was read, by its SHA-256.
    """

    items: Sequence[Item]
    refused: Sequence[Refused]
    registers: Mapping[str, RegisterRef | None]
    on: date
    parameters: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict)


def archived_registers(
    block: Block, registers: Registers, archive: Archive
) -> dict[str, RegisterRef | None]:
    """Every register of the block's manifest, archived as the block reads it; None for one that is absent.

    An extract that serves many batches need be archived once only. Raises `RegisterFault`.
    """
    refs: dict[str, RegisterRef | None] = {}
    for spec in block.manifest.registers:
        table = conforming(spec, registers)
        refs[spec.name] = (
            RegisterRef(archive.put(packed(table)), len(table), registers[spec.name].extract)
            if spec.name in registers
            else None
        )
    return refs


def archived_batch(
    block: Block, given: Given, judgement: Judgement, origin: Origin, archive: Archive
) -> Batch:
    """The batch with all that it rests on archived, not yet numbered."""
    manifest = block.manifest
    return Batch(
        origin=origin,
        block=manifest.key,
        block_version=manifest.version,
        on=given.on,
        rules=archive.put(pack(block.rule_files)),
        digest=judgement.rules,
        parameters=archive.put(canonical(effective(manifest, given.parameters))),
        registers=given.registers,
        items=archive.put(packed(item_table(given.items))),
        subjects=_archived(judgement.subjects, archive),
        answers=_archived(judgement.answers, archive),
        count=len(given.items),
        names=archive.put(canonical(given.names)),
        refused=len(given.refused),
        tables=_archived(judgement.made, archive),
    )


def entries(
    block: Block, batch: Batch, given: Given, judgement: Judgement, prev: Head
) -> Iterator[LogEntry]:
    """The entry of the batch, then one a document, chained after `prev`."""
    numbered = replace(batch, seq=prev.seq + 1)
    documents = [each.content_hash for each in given.items]
    decided = wording.decisions(numbered, documents, judgement, block.manifest)
    refused = wording.refusals(numbered, given.refused)
    return append(chain([numbered.payload()], decided, refused), prev)


def effective(manifest: Manifest, given: Mapping[str, str]) -> dict[str, str]:
    """Every parameter with the value that was used, given or by default."""
    return {each.name: given.get(each.name, each.default) for each in manifest.parameters}


def _archived(tables: Mapping[str, object], archive: Archive) -> dict[str, str]:
    return {kind: archive.put(packed(table)) for kind, table in tables.items()}
