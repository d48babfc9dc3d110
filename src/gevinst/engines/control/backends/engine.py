"""What an engine does: the answers of a plan, of tables in memory or of files of any size."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Protocol

import pyarrow as pa

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.control.backends.parquet import ParquetTable
from gevinst.engines.control.plan import Plan


class EngineFault(ValueError):
    """The engine cannot be used: says what is missing and how to get it."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


class Engine(Protocol):
    """Runs plans; whichever it is, the answers are the same, to the evidence row."""

    def run(
        self,
        plan: Plan,
        subjects: pa.Table,
        registers: Mapping[str, pa.Table],
        parameters: Mapping[str, object],
    ) -> pa.Table:
        """The answers of the facts and the case of each rule, one row a subject, in their order."""

    def write(
        self,
        plan: Plan,
        subjects: ParquetTable,
        registers: Mapping[str, ParquetTable],
        parameters: Mapping[str, object],
        out: Path,
        *,
        stale: Collection[str] = (),
    ) -> None:
        """The same answers of files, as Parquet files in the empty folder `out`; memory stays bounded.

        `subject` and evidence rows count from 0 over the files in the order of their names.
        The rules in `stale` are undecided.
        """
