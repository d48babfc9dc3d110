"""The rows of a CSV or Parquet file, in order and as they are read."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from gevinst.engines.benefit.runlog.table_row import LogFault, Row, folded


def rows(path: Path) -> Iterator[Row]:
    """The rows of a file, in order and as they are read.

    Raises `LogFault` for one that is neither CSV nor Parquet, `OSError` for one that cannot be opened.
    """
    with path.open("rb") as file:
        parquet = file.read(4) == b"PAR1"
    yield from _parquet(path) if parquet else _csv(path)


def _csv(path: Path) -> Iterator[Row]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            head = file.readline()
            file.seek(0)
            divider = max(";,\t", key=head.count)
            reader = csv.DictReader(file, delimiter=divider)
            names = {name: folded(name) for name in reader.fieldnames or () if name}
            for cells in reader:
                held = {short: cells[name] for name, short in names.items()}
                if any(held.values()):
                    yield Row(path.name, reader.line_num, held)
    except (UnicodeDecodeError, csv.Error) as fault:
        message = f"{path.name}: expected CSV in UTF-8, or Parquet"
        raise LogFault(message) from fault


def _parquet(path: Path) -> Iterator[Row]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        line = 0
        for batch in pq.ParquetFile(path).iter_batches():
            for cells in batch.to_pylist():
                line += 1
                yield Row(path.name, line, {folded(name): v for name, v in cells.items()})
    except pa.ArrowInvalid as fault:
        raise LogFault(f"{path.name}: not a whole Parquet file") from fault
