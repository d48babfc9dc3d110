"""Parquet by the column, with its own types."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from gevinst.engines.blockkit.contract import RegisterSpec
from gevinst.engines.blockkit.registers.delimited import Choose
from gevinst.engines.blockkit.registers.faults import unreadable
from gevinst.engines.blockkit.registers.source import Source


def read_parquet(spec: RegisterSpec, source: Source, file: Path, choose: Choose) -> pa.Table:
    """The columns that `choose` names of those in the file. Raises `RegisterFault`."""
    from pyarrow.parquet import ParquetFile

    try:
        with ParquetFile(file) as opened:  # `read_table` would load pandas, a second of start-up
            return opened.read(choose(opened.schema_arrow.names))
    except (pa.ArrowException, OSError) as wrong:
        raise unreadable(spec.name, file.name, type(wrong).__name__) from None
