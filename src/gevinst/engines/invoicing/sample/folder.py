"""Writes a sample to a folder: invoices, registers with their extracts, answer key, settings."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow as pa
from pyarrow import csv as arrow_csv
from pyarrow import parquet

KEY = "answer_key.csv"
LOCAL = ZoneInfo("Europe/Copenhagen")
DESCRIPTION = """\
# Hvor registrene kommer fra; hvornår de er udtrukket, står i extracts.json.
# Where the registers come from; when they were taken stands in extracts.json.
# gevinst registers example
registers:
"""


@dataclass(frozen=True, slots=True)
class Registers:
    """The registers of a sample by name; those in `as_csv` are written as CSV, the others as Parquet."""

    tables: Mapping[str, pa.Table]
    as_csv: tuple[str, ...]
    taken_on: date
    source: str


def write_documents(
    folder: Path, documents: Iterable[tuple[str, bytes]], progress: Callable[[], None]
) -> None:
    """The documents by their names under `folder`/invoices; `progress` is called once a document."""
    (folder / "invoices").mkdir(parents=True, exist_ok=True)
    for name, content in documents:
        (folder / "invoices" / name).write_bytes(content)
        progress()


def write_registers(folder: Path, registers: Registers) -> None:
    """The registers under `folder`/registers, with their description and when they were taken."""
    place = folder / "registers"
    place.mkdir(parents=True, exist_ok=True)
    for name, table in registers.tables.items():
        if name in registers.as_csv:
            arrow_csv.write_csv(table, place / f"{name}.csv")
        else:
            parquet.write_table(table, place / f"{name}.parquet")
    text = json.dumps(_extracts(registers), ensure_ascii=False, indent=2)
    (place / "extracts.json").write_text(text + "\n", encoding="utf-8")
    sources = "".join(_source(name, name in registers.as_csv) for name in registers.tables)
    (place / "registers.yaml").write_text(DESCRIPTION + sources, encoding="utf-8")


def write_key(folder: Path, head: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """What a right control answers about each document."""
    with (folder / KEY).open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


def write_settings(folder: Path, on: date, readme: str, block: str = "") -> None:
    """The control date (and the block, where the sample is not of the default one), and a readme."""
    named = f'block = "{block}"\n' if block else ""
    (folder / "control.toml").write_text(f"{named}on = {on.isoformat()}\n", encoding="utf-8")
    (folder / "README.txt").write_text(readme.format(name=folder.name), encoding="utf-8")


def _extracts(registers: Registers) -> dict[str, dict[str, str]]:
    taken = datetime.combine(registers.taken_on, time(5), LOCAL)
    return {
        name: {
            "id": f"{name}-{registers.taken_on:%Y%m%d}",
            "taken_at": taken.isoformat(),
            "source": registers.source,
        }
        for name in registers.tables
    }


def _source(name: str, as_csv: bool) -> str:
    kind = "csv" if as_csv else "parquet"
    return f"  {name}:\n    {kind}: {name}.{kind}\n"
