"""Puts a month of medical certificates together: the same size, seed and month give the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

import pyarrow as pa

from gevinst.blocks.medical_certificates.sample.cases import Case, Planner
from gevinst.blocks.medical_certificates.sample.documents import document, net
from gevinst.blocks.medical_certificates.sample.faults import FAULTS
from gevinst.blocks.medical_certificates.sample.kinds import (
    BY_NAME,
    DUPLICATE,
    counts,
)
from gevinst.blocks.medical_certificates.sample.rows import tables
from gevinst.engines.blockkit.contract import Manifest
from gevinst.engines.invoicing.sample import folder as writing
from gevinst.engines.invoicing.sample.kinds import REFUSED, SOUND
from gevinst.engines.invoicing.sample.people import person_numbers

KEY_HEAD = ("file", "number", "supplier", "kind", "verdict", "queue", "reason", "amount")
AS_CSV = ("requests", "fees", "payments")
SOURCE = "Opdigtet udtræk (gevinst sample certificates)"
README = """En opdigtet måned med regninger for lægeerklæringer. Ingen person, klinik eller takst er ægte.
An invented month of invoices for medical certificates. No person, clinic or fee is real.

invoices/       regninger i OIOUBL 2, OIOUBL 3 og Peppol BIS 3 / invoices in three formats
registers/      anmodninger, honorarer, betalinger / requests, fees, payments
control.toml    byggeklods og kontroldag / the block and the day of the control
answer_key.csv  hvad en rigtig kontrol svarer om hver fil / what a right control answers about each file

gevinst control run {name} --registers {name}/registers --out {name}/out
"""


@dataclass(frozen=True, slots=True)
class Month:
    """The invoices in the order they were received, the registers, and the day to control them on."""

    cases: tuple[Case, ...]
    registers: dict[str, pa.Table]
    control_on: date


def sample_month(manifest: Manifest, invoices: int, seed: int, month: date) -> Month:
    """A month of `invoices` invoices. Raises ValueError for fewer than one."""
    if invoices < 1:
        raise ValueError(f"{invoices} invoices cannot be")
    random = Random(seed)  # noqa: S311  (a sample is to be repeatable, not secret)
    planner = Planner(random, person_numbers(random), month)
    kinds = [kind for kind, number in counts(invoices).items() for _ in range(number)]
    random.shuffle(kinds)
    cases = [planner.sound(kind) for kind in kinds]
    for case in cases:
        FAULTS[case.kind](planner, case)
    cases = with_copies(cases)
    registers = tables(manifest, cases, planner)
    return Month(tuple(cases), registers, planner.control_on)


def with_copies(cases: list[Case]) -> list[Case]:
    """Each duplicate becomes a sound invoice before it sent again; it stays a sound one where none is."""
    sound: list[Case] = []
    copied: list[Case] = []
    for case in cases:
        if case.kind == SOUND:
            sound.append(case)
        copied.append(_copy(case, sound) if case.kind == DUPLICATE else case)
    return copied


def _copy(case: Case, sound: list[Case]) -> Case:
    if not sound:
        return replace(case, kind=SOUND)
    original = sound.pop()
    return replace(original, kind=DUPLICATE, due_days=original.due_days + 5, rows={})


def write_month(month: Month, folder: Path, progress: Callable[[], None] = lambda: None) -> None:
    """The month under `folder`; `progress` is called once an invoice."""
    documents = ((name, document(case)) for name, case in _named(month))
    registers = writing.Registers(month.registers, AS_CSV, month.control_on, SOURCE)
    writing.write_documents(folder, documents, progress)
    writing.write_registers(folder, registers)
    writing.write_key(folder, KEY_HEAD, (_key(name, case) for name, case in _named(month)))
    writing.write_settings(folder, month.control_on, README, "medical_certificates")


def _named(month: Month) -> Iterator[tuple[str, Case]]:
    for place, case in enumerate(month.cases, 1):
        yield f"{place:05d}.xml", case


def _key(name: str, case: Case) -> tuple[str, ...]:
    kind = BY_NAME[case.kind]
    amount = "" if kind.verdict == REFUSED else f"{net(case):.2f}"
    who = (name, case.number, case.clinic.party.cvr, case.kind)
    return (*who, kind.verdict, kind.queue, kind.reason, amount)
