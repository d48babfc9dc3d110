"""The registers of a sample month as tables: what its invoices need, and decoys around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from random import Random

import pyarrow as pa

from gevinst.blocks.invoice_control.sample.cases import OTHER_REGIONS, REGION, Case, Row, residence
from gevinst.blocks.invoice_control.sample.catalogue import SERVICES, Catalogue
from gevinst.blocks.invoice_control.sample.kinds import DUPLICATE
from gevinst.blocks.invoice_control.sample.standing import standing
from gevinst.engines.blockkit.columns import schema
from gevinst.engines.blockkit.contract import Manifest

DECOYS_AN_INVOICE = 10
PERIOD = 900


def tables(
    manifest: Manifest,
    catalogue: Catalogue,
    cases: Iterable[Case],
    decoys: Iterator[str],
    *,
    random: Random,
    month: date,
) -> dict[str, pa.Table]:
    """Register name -> table, the rows shuffled."""
    rows: dict[str, list[Row]] = {spec.name: [] for spec in manifest.registers}
    for case in cases:
        if case.kind == DUPLICATE:
            continue
        for register, more in case.rows.items():
            rows[register] += more
        for line in case.lines:
            rows["population"] += line.population
            rows["referrals"] += line.referrals
            rows["activity"] += line.activity
    wanted = len(rows["activity"]) * DECOYS_AN_INVOICE
    for cpr, _ in zip(decoys, range(wanted), strict=False):
        _decoy(rows, cpr, random, month, catalogue)
    for part in rows.values():
        random.shuffle(part)
    rows["agreements"] = list(_agreements(catalogue))
    for register, more in standing(catalogue, month).items():
        rows[register] += more
    specs = {spec.name: spec for spec in manifest.registers}
    return {
        name: pa.Table.from_pylist(part, schema=schema(specs[name].columns))
        for name, part in rows.items()
    }


def _agreements(catalogue: Catalogue) -> Iterator[Row]:
    for number, each in enumerate(catalogue.rates, 1):
        yield {
            "supplier": each.supplier,
            "code": each.code,
            "rate": each.rate,
            "valid_from": each.start,
            "valid_to": each.end,
            "agreement": f"AFT-{number:04d}",
        }


def _decoy(
    rows: dict[str, list[Row]], cpr: str, random: Random, month: date, catalogue: Catalogue
) -> None:
    """A person whom no invoice is about: lives somewhere, has moved, was referred, was treated."""
    moved = month - timedelta(days=random.randrange(PERIOD))
    here, there = random.choice((REGION, *OTHER_REGIONS)), random.choice((REGION, *OTHER_REGIONS))
    rows["population"] += [
        residence(cpr, there, moved - timedelta(days=PERIOD), moved - timedelta(days=1)),
        residence(cpr, here, moved, None),
    ]
    code, supplier = random.choice(SERVICES)[0], random.choice(catalogue.suppliers).party.cvr
    if random.random() < 1 / 2:
        rows["referrals"].append(
            {
                "cpr": cpr,
                "code": code,
                "valid_from": moved,
                "valid_to": moved + timedelta(days=180),
                "referred_by": "Egen læge",
            }
        )
        rows["activity"].append(
            {
                "cpr": cpr,
                "supplier": supplier,
                "code": code,
                "performed_on": moved + timedelta(days=30),
                "reported_at": moved + timedelta(days=33),
            }
        )
