"""Logged batches as the impact report of a rule change reads them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

import pyarrow as pa

from gevinst.engines.blockkit.contract import Block, Manifest
from gevinst.engines.blockkit.parameters import typed
from gevinst.engines.control import RuleBook, Source, load_rulebook
from gevinst.engines.control.files import unpack
from gevinst.engines.control.past import PastBatch, PastRegister
from gevinst.engines.decisionlog.archive import Archive
from gevinst.engines.decisionlog.model import Batch, RegisterRef
from gevinst.engines.decisionlog.tables import column_names, row_count, unpacked

BOOKS = 16


class ArchivedRows:
    """A table in the archive: fetched when first asked of, unpacked by the columns that are wanted."""

    def __init__(self, sha: str, archive: Archive) -> None:
        self._sha, self._archive = sha, archive

    @cached_property
    def _packed(self) -> bytes:
        return self._archive.get(self._sha)

    @property
    def count(self) -> int:
        """How many rows it has."""
        return row_count(self._packed)

    @property
    def names(self) -> Sequence[str]:
        """The columns that it has."""
        return column_names(self._packed)

    def read(self, columns: Sequence[str]) -> pa.Table:
        """Those columns."""
        return unpacked(self._packed, columns)


def past_batches(batches: Iterable[Batch], archive: Archive, block: Block) -> Iterator[PastBatch]:
    """Each batch from the archive, its tables read when they are asked for; `block` is what decided them.

    Raises `EvidenceFault` as they are read, and `RuleFault` for archived rules that are no longer rules.
    """

    @lru_cache(BOOKS)
    def book(sha: str) -> RuleBook:
        return _book(archive.get(sha), block.manifest)

    for batch in batches:
        yield PastBatch(
            on=batch.on,
            items=unpacked(archive.get(batch.items)),
            subjects={kind: ArchivedRows(sha, archive) for kind, sha in batch.subjects.items()},
            answers={kind: ArchivedRows(sha, archive) for kind, sha in batch.answers.items()},
            registers=_registers(batch, archive),
            parameters=typed(block.manifest, json.loads(archive.get(batch.parameters))),
            book=book(batch.rules),
        )


def _registers(batch: Batch, archive: Archive) -> dict[str, PastRegister | None]:
    """The registers as they were given, and what was made of them in their place."""
    given = {
        name: _register(ref, batch, archive) if ref else None
        for name, ref in batch.registers.items()
    }
    for name, sha in batch.tables.items():
        stood = given.get(name)
        given[name] = PastRegister(sha, ArchivedRows(sha, archive), bool(stood and stood.stale))
    return given


def _register(ref: RegisterRef, batch: Batch, archive: Archive) -> PastRegister:
    source = Source("", pa.table({}), ref.extract.id, stale_after=ref.extract.stale_after)
    return PastRegister(ref.sha, ArchivedRows(ref.sha, archive), source.is_stale(batch.on))


def _book(packed: bytes, manifest: Manifest) -> RuleBook:
    registers = manifest.tables
    parameters = {each.name: each.kind for each in manifest.parameters}
    return load_rulebook(unpack(packed), registers, parameters)
