"""Slices of big tables: their rows numbered on, their answers as files."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from gevinst.engines.blockkit.arrays import numbers


def numbered(table: pa.Table, name: str, first: int = 0) -> pa.Table:
    """The table with the column `name`, counting from `first`."""
    from pyarrow import compute

    counted = compute.add(numbers(len(table)), pa.scalar(first, pa.int32()))
    return table.append_column(name, counted)


def part(answers: pa.Table, out: Path, place: int) -> None:
    """The answers as the file of that place in the folder."""
    from pyarrow import parquet

    parquet.write_table(answers, out / f"part-{place:05}.parquet", compression="zstd")


def quoted(name: str) -> str:
    """The name as an identifier of standard SQL."""
    return '"' + name.replace('"', '""') + '"'


def text(value: str) -> str:
    """The text as a literal of standard SQL."""
    return "'" + value.replace("'", "''") + "'"
