"""Writes a sample month to a folder: invoices, registers with their extracts, answer key, control date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from gevinst.blocks.invoice_control.sample.cases import Case
from gevinst.blocks.invoice_control.sample.documents import document
from gevinst.blocks.invoice_control.sample.kinds import BY_NAME, REFUSED
from gevinst.blocks.invoice_control.sample.month import Month, is_scan
from gevinst.engines.invoicing.sample import folder as writing

KEY_HEAD = ("file", "number", "supplier", "kind", "verdict", "queue", "reason", "amount", "scan")
AS_CSV = ("agreements", "referrals")
SOURCE = "Opdigtet udtræk (gevinst sample month)"
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
    documents = ((name, document(case)) for name, case in _named(month))
    registers = writing.Registers(month.registers, AS_CSV, month.control_on, SOURCE)
    writing.write_documents(folder, documents, progress)
    writing.write_registers(folder, registers)
    writing.write_key(folder, KEY_HEAD, (_key(name, case) for name, case in _named(month)))
    writing.write_settings(folder, month.control_on, README)


def _named(month: Month) -> Iterator[tuple[str, Case]]:
    for place, case in enumerate(month.cases, 1):
        yield f"{place:05d}.xml", case


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
