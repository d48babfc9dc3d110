"""The registers of a sample month as tables: what its invoices need, the fees, and decoys around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import pyarrow as pa

from gevinst.blocks.medical_certificates.columns import ORDINARY
from gevinst.blocks.medical_certificates.sample.cases import (
    AMBIGUOUS,
    CHANGED,
    FEES,
    MORE,
    UNCONFIRMED,
    Case,
    Planner,
    Row,
    fee,
)
from gevinst.engines.blockkit.columns import schema
from gevinst.engines.blockkit.contract import Manifest
from gevinst.engines.invoicing.sample.companies import account_of

DECOYS = 3


def tables(manifest: Manifest, cases: Sequence[Case], plan: Planner) -> dict[str, pa.Table]:
    """Register name -> table, the rows shuffled."""
    rows: dict[str, list[Row]] = {spec.name: [] for spec in manifest.registers}
    for case in cases:
        for register, more in case.rows.items():
            rows[register] += more
    rows["requests"] += [_decoy(plan, case) for case in cases for _ in range(DECOYS)]
    rows["fees"] += list(_fees(plan.month, plan.changed_on))
    rows["paid_accounts"] += [
        {"sender": each.party.cvr, "account": account_of(each.payment), "times": 12}
        for each in plan.clinics
    ]
    for part in rows.values():
        plan.random.shuffle(part)
    return {
        spec.name: pa.Table.from_pylist(rows[spec.name], schema=schema(spec.columns))
        for spec in manifest.registers
    }


def _decoy(plan: Planner, like: Case) -> Row:
    """A request about someone whom no invoice is about."""
    return plan.requested(like, plan.random.randint(1, 90)) | {"cpr": next(plan.persons)}


def _fees(month: date, changed_on: date) -> Iterator[Row]:
    start, last = month.replace(month=1, day=1), changed_on - timedelta(days=1)
    for number, (_, vat) in FEES.items():
        for variant in MORE:
            said = {"certificate": number, "variant": variant, "vat_percent": vat}
            old, new = (fee(number, variant, on, changed_on) for on in (last, changed_on))
            end = last if number in CHANGED else None
            yield {**said, "fee": old, "valid_from": start, "valid_to": end}
            if end:
                yield {**said, "fee": new, "valid_from": changed_on, "valid_to": None}
    for number, amount, rate in (
        (AMBIGUOUS, 1000, 25),
        (AMBIGUOUS, 1200, 25),
        (UNCONFIRMED, 1000, None),
    ):
        said = {"certificate": number, "variant": ORDINARY, "vat_percent": rate}
        yield {**said, "fee": amount, "valid_from": start}
