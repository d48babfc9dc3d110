"""Writes one slice of invented lines, documents and registers as Parquet: `slices.py FOLDER NUMBER LINES`.

Slices differ in their numbers, references, people's digests and positions; they share suppliers and codes.
Registers of agreements and population are those of the first slice alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from data import made
from pyarrow import parquet

SHARED = ("agreements", "population", "paid_accounts")
OWN = ("number", "supplier_number", "plain_number", "reference", "people", "person", "key")
PLACES = {"document": 1, "line": 100_000}


def main(folder: Path, number: int, lines: int) -> None:
    """Writes the slice of that number."""
    batch = made(lines, seed=number + 1)
    for kind, table in (("document", batch.documents), ("line", batch.lines)):
        moved = shifted(table, number * (lines // 2) * PLACES[kind])
        write(own(moved, number), folder / kind, number)
    for name, table in batch.registers.items():
        if number == 0 or (name not in SHARED and len(table)):
            write(own(table, number), folder / "registers" / name, number)


def own(table: pa.Table, number: int) -> pa.Table:
    """The table with the slice's number behind what is the slice's own."""
    for name in set(OWN).intersection(table.column_names):
        values = pc.binary_join_element_wise(table[name], f"-{number}", "")
        table = table.set_column(table.column_names.index(name), table.field(name), values)
    return table


def shifted(table: pa.Table, by: int) -> pa.Table:
    """The table with its positions after those of the slices before."""
    place = table.column_names.index("position")
    return table.set_column(place, table.field(place), pc.add(table["position"], by))


def write(table: pa.Table, folder: Path, number: int) -> None:
    """The table as a file of the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    parquet.write_table(table, folder / f"part-{number:05}.parquet", row_group_size=200_000)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
