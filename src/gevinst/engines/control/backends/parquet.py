"""A table as Parquet files: one file, or a folder of files in the order of their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import pyarrow as pa

from gevinst.engines.blockkit.columns import schema

ENDING = ".parquet"


@dataclass(frozen=True, slots=True)
class ParquetTable:
    """The files of one table, in order, and how many rows each has."""

    files: tuple[Path, ...]
    rows: tuple[int, ...]

    def __len__(self) -> int:
        return sum(self.rows)

    def parts(self) -> Iterator[tuple[Path, int, int]]:
        """Each file with the number of its first row, and how many it has."""
        starts = accumulate(self.rows[:-1], initial=0)
        return zip(self.files, starts, self.rows, strict=True)

    def slices(self, most: int) -> Iterator[tuple[int, pa.Table]]:
        """Tables of at most so many rows, in order, each with the number of its first row."""
        from pyarrow import parquet

        first = 0
        for file in self.files:
            opened = parquet.ParquetFile(file)
            for batch in opened.iter_batches(most):
                yield first, pa.Table.from_batches([batch])
                first += len(batch)


def parquet_table(place: Path, columns: Mapping[str, str]) -> ParquetTable | None:
    """The table at `place` (`….parquet`, or the folder of that name without the ending); None where there is
    neither. Raises ValueError where a file lacks a column, or has one of another type.
    """
    from pyarrow import parquet

    file, folder = place.with_name(f"{place.name}{ENDING}"), place
    files = [file] if file.is_file() else sorted(folder.rglob(f"*{ENDING}"))
    if not files:
        return None
    for each in files:
        _check(each, parquet.read_schema(each), schema(columns))
    return ParquetTable(tuple(files), tuple(parquet.read_metadata(each).num_rows for each in files))


def _check(file: Path, found: pa.Schema, wanted: pa.Schema) -> None:
    for field in wanted:
        place = found.get_field_index(field.name)
        if place < 0:
            raise ValueError(
                f"{file}: the column {field.name} is missing (once); expected {field.type}"
            )
        if found.field(place).type != field.type:
            raise ValueError(
                f"{file}: {field.name} is {found.field(place).type}; expected {field.type}"
            )
