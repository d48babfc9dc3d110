"""Archives what a batch of decisions rests on, and makes its entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gevinst.engines.blockkit.contract import Block, Item, Judgement, Refused, Registers
from gevinst.engines.decisionlog.archive import Archive
from gevinst.engines.decisionlog.model import Batch, Head, LogEntry, Origin, RegisterRef


@dataclass(frozen=True, slots=True)
class Given:
    """What a batch was decided with, besides its documents, which must be archived already."""

    items: Sequence[Item]
    refused: Sequence[Refused]
    registers: Mapping[str, RegisterRef | None]
    on: date
    parameters: Mapping[str, str]


def archived_registers(
    block: Block, registers: Registers, archive: Archive
) -> dict[str, RegisterRef | None]:
    """Every register of the block's manifest, archived as the block reads it; None for one that is absent.

    An extract that serves many batches need be archived once only. Raises `RegisterFault`.
    """
    raise NotImplementedError


def archived_batch(
    block: Block, given: Given, judgement: Judgement, origin: Origin, archive: Archive
) -> Batch:
    """The batch with all that it rests on archived."""
    raise NotImplementedError


def entries(
    block: Block, batch: Batch, given: Given, judgement: Judgement, prev: Head
) -> Iterator[LogEntry]:
    """The entry of the batch and one a document, chained after `prev`."""
    raise NotImplementedError
