"""Decides a past batch again, from the archive alone, and compares the entries byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gevinst.engines.blockkit.contract import Block
from gevinst.engines.decisionlog.archive import Archive
from gevinst.engines.decisionlog.model import Batch, LogEntry


@dataclass(frozen=True, slots=True)
class Difference:
    """An entry that came out otherwise: `where` is the first place in it, "" for the whole entry."""

    seq: int
    reference: str
    where: str
    recorded: str
    replayed: str


@dataclass(frozen=True, slots=True)
class ReplayResult:
    """How many decisions of a batch came out to the byte as they are logged, and those that did not.

    `remarks` say what may explain a difference: another version of the block, evidence that is gone.
    """

    batch: int
    decisions: int
    equal: int
    differing: tuple[Difference, ...] = ()
    remarks: tuple[str, ...] = ()


def standing(
    entries: Iterable[LogEntry], on: date | None = None, reference: str = ""
) -> Iterator[tuple[Batch, list[LogEntry]]]:
    """Each batch with those of its decisions that stood on that date (None: at the end of the log), for
    each reference the last one made; with `reference` for that one alone."""
    raise NotImplementedError


def replay(
    batch: Batch, decisions: Sequence[LogEntry], archive: Archive, block: Block
) -> ReplayResult:
    """What comes out when the whole batch is decided again; only the entries given are compared."""
    raise NotImplementedError
