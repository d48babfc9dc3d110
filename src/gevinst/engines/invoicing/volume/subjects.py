"""Invoices as files of subjects, written batch by batch."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from gevinst.engines.blockkit.contract import Item, Refused, Registers
from gevinst.engines.control.backends.parquet import ENDING
from gevinst.engines.invoicing.block import InvoiceBlock
from gevinst.engines.invoicing.judging import KINDS

Refusal = Mapping[str, str]


class SubjectFiles:
    """The folders `document` and `line` in `folder`, to which batches of invoices are added in order."""

    def __init__(
        self,
        block: InvoiceBlock,
        registers: Registers,
        on: date,
        parameters: Mapping[str, Any],
        folder: Path,
    ) -> None:
        self._block, self._registers, self._folder = block, registers, folder
        self._on, self._parameters = on, parameters
        self._batches = self.documents = self.lines = self.copies = 0
        self._seen: set[bytes] = set()

    def read(self, contents: Iterable[tuple[str, bytes]]) -> list[Refusal]:
        """Adds the documents of one batch, given by name and content, each content once; what was refused.

        Raises `RegisterFault`.
        """
        items: list[Item] = []
        refused: list[Refusal] = []
        for name, content in contents:
            digest = hashlib.sha256(content).digest()
            if digest in self._seen:
                self.copies += 1
                continue
            self._seen.add(digest)
            outcome = self._block.read(content, name)
            if isinstance(outcome, Refused):
                refused.append({"file": name, "code": outcome.code, "message": outcome.message.da})
            else:
                items.append(outcome)
        self.add(items)
        return refused

    def add(self, items: Sequence[Item]) -> None:
        """One file more of each kind; positions go on from the batch before. Raises `RegisterFault`."""
        tables = self._block.judge.subjects(
            items, self._registers, self._on, self._parameters, first=self.documents
        )
        for kind in KINDS:
            self._write(kind, tables[kind])
        self._batches += 1
        self.documents += len(tables[KINDS[0]])
        self.lines += len(tables[KINDS[1]])

    def _write(self, kind: str, table: pa.Table) -> None:
        from pyarrow import parquet

        folder = self._folder / kind
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"part-{self._batches:05}{ENDING}"
        parquet.write_table(table, file, compression="zstd")
