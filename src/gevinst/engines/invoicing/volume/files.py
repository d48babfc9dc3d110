"""Tables written slice by slice as one Parquet file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow as pa

from gevinst.engines.blockkit.columns import schema
from gevinst.engines.control.backends.parquet import ENDING, ParquetTable

SLICE = 50_000


def write(place: Path, columns: Mapping[str, str], tables: Iterable[pa.Table]) -> ParquetTable:
    """The tables one after the other, their columns as named, in the file `place` with the ending."""
    from pyarrow import parquet

    file, rows = place.with_name(f"{place.name}{ENDING}"), 0
    with parquet.ParquetWriter(file, schema(columns), compression="zstd") as writer:
        for table in tables:
            writer.write_table(table.select(list(columns)).cast(schema(columns)), SLICE)
            rows += len(table)
    return ParquetTable((file,), (rows,))
