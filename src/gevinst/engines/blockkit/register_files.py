"""Reads one register file as it stands: every CSV column as text, Parquet with its own types."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from gevinst.engines.blockkit.contract import RegisterFault, RegisterSpec, Text


def read_table(spec: RegisterSpec, file: Path) -> pa.Table:
    """The table in the file; empty CSV cells are unknown. Raises `RegisterFault`."""
    try:
        return _parquet(file) if file.suffix == ".parquet" else _csv(file)
    except (pa.ArrowInvalid, OSError) as fault:
        reason = (
            str(fault).splitlines()[0] if spec.personal == frozenset() else type(fault).__name__
        )
        raise RegisterFault(
            spec.name,
            Text(
                f"{spec.name}: {file.name} kan ikke læses ({reason})",
                f"{spec.name}: {file.name} cannot be read ({reason})",
            ),
        ) from fault


def _parquet(file: Path) -> pa.Table:
    from pyarrow.parquet import ParquetFile

    with ParquetFile(file) as opened:  # `read_table` would load pandas, a second of start-up
        return opened.read()


def _csv(file: Path) -> pa.Table:
    """Semicolons where the head has them (Danish spreadsheets), else commas."""
    from pyarrow import csv

    with file.open(encoding="utf-8-sig", errors="replace") as opened:
        head = opened.readline()
    delimiter = ";" if ";" in head else ","
    names = [name.strip().strip('"') for name in head.strip().split(delimiter)]
    options = csv.ConvertOptions(
        column_types=dict.fromkeys(names, pa.string()),
        strings_can_be_null=True,
        null_values=[""],
    )
    return csv.read_csv(
        file, parse_options=csv.ParseOptions(delimiter=delimiter), convert_options=options
    )
