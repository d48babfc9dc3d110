"""Puts a month together: the same size, share of scans, seed and month give the same bytes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from random import Random

import pyarrow as pa

from gevinst.blocks.invoice_control.sample.cases import Case, Planner
from gevinst.blocks.invoice_control.sample.catalogue import catalogue
from gevinst.blocks.invoice_control.sample.faults import spoil
from gevinst.blocks.invoice_control.sample.kinds import DUPLICATE, SOUND, counts
from gevinst.blocks.invoice_control.sample.rows import tables
from gevinst.engines.blockkit.contract import Manifest
from gevinst.engines.invoicing.sample.people import person_numbers


@dataclass(frozen=True, slots=True)
class Month:
    """The invoices in the order they were received, the registers, and the day to control them on."""

    cases: tuple[Case, ...]
    registers: dict[str, pa.Table]
    control_on: date


def sample_month(manifest: Manifest, invoices: int, mr: int, seed: int, month: date) -> Month:
    """A month of `invoices` invoices, `mr` of them single scans. Raises ValueError for impossible sizes."""
    if not 0 <= mr <= invoices or invoices < 1:
        raise ValueError(f"{mr} scans among {invoices} invoices cannot be")
    random = Random(seed)  # noqa: S311  (a sample is to be repeatable, not secret)
    persons, goods = person_numbers(random), catalogue(random, month)
    planner = Planner(random, goods, persons, month)
    cases = _planned(planner, invoices, mr)
    registers = tables(manifest, goods, cases, persons, random=random, month=month)
    return Month(tuple(cases), registers, planner.control_on)


def _planned(planner: Planner, invoices: int, mr: int) -> list[Case]:
    """Every kind as often as the table says, in random order, copies after what they copy."""
    random = planner.random
    kinds = [kind for kind, number in counts(invoices).items() for _ in range(number)]
    scans = [place < mr for place in range(invoices)]
    random.shuffle(kinds)
    random.shuffle(scans)
    cases = [
        spoil(planner, planner.sound(kind, mr=scan))
        for kind, scan in zip(kinds, scans, strict=True)
    ]
    return with_copies(planner, cases)


def with_copies(planner: Planner, cases: list[Case]) -> list[Case]:
    """Each duplicate becomes a sound invoice sent again: same number, later due date, other bytes.

    It stands after the one it copies; where a small month has none to copy, it stays a sound invoice.
    """
    sound = [place for place, case in enumerate(cases) if case.kind == SOUND]
    planner.random.shuffle(sound)
    for place in [place for place, case in enumerate(cases) if case.kind == DUPLICATE]:
        alike = [each for each in sound if is_scan(cases[each]) == is_scan(cases[place])]
        if not alike:
            cases[place].kind = SOUND
            continue
        sound.remove(alike[0])
        first, last = sorted((alike[0], place))
        original = cases[alike[0]]
        cases[first] = original
        cases[last] = replace(original, kind=DUPLICATE, due_days=original.due_days + 5)
    return cases


def is_scan(case: Case) -> bool:
    """Whether the invoice is for an MR scan."""
    return case.first.service.code.startswith("MR")
