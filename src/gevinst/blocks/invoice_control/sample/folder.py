"""Writes a sample month to a folder: invoices, registers with their extracts, answer key, control date."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from pyarrow import csv as arrow_csv
from pyarrow import parquet

from gevinst.blocks.invoice_control.sample.cases import Case
from gevinst.blocks.invoice_control.sample.documents import document
from gevinst.blocks.invoice_control.sample.kinds import BY_NAME, REFUSED
from gevinst.blocks.invoice_control.sample.month import Month, is_scan

KEY = "answer_key.csv"
KEY_HEAD = ("file", "number", "supplier", "kind", "verdict", "queue", "reason", "amount", "scan")
AS_CSV = ("agreements", "referrals")
LOCAL = ZoneInfo("Europe/Copenhagen")
DESCRIPTION = """\
# Hvor registrene kommer fra; hvornår de er udtrukket, står i extracts.json.
# Where the registers come from; when they were taken stands in extracts.json.
# gevinst registers example
registers:
"""
README = """En opdigtet måned med privathospitalers regninger. Personer, firmaer og takster er opdigtede.
An invented month of private hospitals' invoices. No person, company or rate is real.

invoices/       regninger i OIOUBL 2, OIOUBL 3 og Peppol BIS 3 / invoices in three formats
registers/      aftaler, befolkning, henvisninger, aktivitet / agreements, population, referrals, activity
control.toml    den dag, måneden kontrolleres / the day on which the month is controlled
answer_key.csv  hvad en rigtig kontrol svarer om hver fil / what a right control answers about each file

gevinst control run {name} --registers {name}/registers --out {name}/out
"""


def write_month(month: Month, folder: Path, progress: Callable[[], None] = lambda: None) -> None:
    """The month under `folder`; `progress` is called once an invoice."""
    for name in ("invoices", "registers"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for file, case in _named(month):
        (folder / file).write_bytes(document(case))
        progress()
    _write_registers(month, folder / "registers")
    _write_key(month, folder / KEY)
    on = month.control_on
    (folder / "control.toml").write_text(f"on = {on.isoformat()}\n", encoding="utf-8")
    (folder / "README.txt").write_text(README.format(name=folder.name), encoding="utf-8")


def _named(month: Month) -> Iterator[tuple[str, Case]]:
    for place, case in enumerate(month.cases, 1):
        yield f"invoices/{place:05d}.xml", case


def _write_registers(month: Month, folder: Path) -> None:
    for name, table in month.registers.items():
        if name in AS_CSV:
            arrow_csv.write_csv(table, folder / f"{name}.csv")
        else:
            parquet.write_table(table, folder / f"{name}.parquet")
    taken = datetime.combine(month.control_on, time(5), LOCAL)
    extracts = {
        name: {
            "id": f"{name}-{month.control_on:%Y%m%d}",
            "taken_at": taken.isoformat(),
            "source": "Opdigtet udtræk (gevinst sample month)",
        }
        for name in month.registers
    }
    text = json.dumps(extracts, ensure_ascii=False, indent=2)
    (folder / "extracts.json").write_text(text + "\n", encoding="utf-8")
    sources = "".join(map(_source, month.registers))
    (folder / "registers.yaml").write_text(DESCRIPTION + sources, encoding="utf-8")


def _source(name: str) -> str:
    kind = "csv" if name in AS_CSV else "parquet"
    return f"  {name}:\n    {kind}: {name}.{kind}\n"


def _write_key(month: Month, file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(KEY_HEAD)
        for name, case in _named(month):
            writer.writerow(_key(name.partition("/")[2], case))


def _key(name: str, case: Case) -> tuple[str, ...]:
    """What the table of kinds says of the invoice."""
    kind = BY_NAME[case.kind]
    return (
        name,
        case.number,
        case.supplier.party.cvr,
        case.kind,
        kind.verdict,
        kind.queue,
        kind.reason,
        "" if kind.verdict == REFUSED else f"{case.amount:.2f}",
        str(int(is_scan(case))),
    )
