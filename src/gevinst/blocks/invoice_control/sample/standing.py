"""The registers that do not depend on the invoices: courses, groups, conditions, units, accounts, limits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from gevinst.blocks.invoice_control.sample.cases import UNITS, Row
from gevinst.blocks.invoice_control.sample.catalogue import (
    CEILING,
    CONDITIONAL,
    COURSE,
    DISCOUNT,
    GROUPS,
    MR,
    PARTS_WITHIN,
    SERVICES,
    Catalogue,
    Supplier,
)
from gevinst.engines.invoicing.providers import WITH, WITHOUT
from gevinst.engines.invoicing.sample.companies import account_of


def standing(catalogue: Catalogue, month: date) -> dict[str, list[Row]]:
    """Register name -> rows."""
    start = month.replace(month=1, day=1)
    suppliers = (*catalogue.suppliers, catalogue.stopped, catalogue.capped)
    return {
        "conditional_rates": [row for each in suppliers for row in _conditional(each, start)],
        "bundles": list(_bundles(start)),
        "code_groups": [{"code": code, "group": group} for code, group in GROUPS.items()],
        "referring_units": [{"unit": unit, "valid_from": None, "valid_to": None} for unit in UNITS],
        "paid_accounts": [_paid(each, month) for each in suppliers],
        "supplier_limits": [
            {"sender": catalogue.stopped.party.cvr, "stopped": 1, "reason": "Sag om afregning"},
            {"sender": catalogue.capped.party.cvr, "ceiling": CEILING},
        ],
    }


def _conditional(supplier: Supplier, start: date) -> Iterator[Row]:
    for code, _, base in CONDITIONAL.values():
        for condition, rate in ((WITHOUT, base), (WITH, base - DISCOUNT)):
            yield {
                "supplier": supplier.party.cvr,
                "code": code,
                "condition": condition,
                "rate": rate,
                "valid_from": start,
                "agreement": f"AFT-{code}",
            }


def _bundles(start: date) -> Iterator[Row]:
    for scan, (course, _, _) in COURSE.items():
        for code, _, _ in SERVICES:
            if (code in MR) == scan:
                yield {
                    "bundle": course,
                    "code": code,
                    "window_days": PARTS_WITHIN,
                    "valid_from": start,
                }


def _paid(supplier: Supplier, month: date) -> Row:
    return {
        "sender": supplier.party.cvr,
        "account": account_of(supplier.payment),
        "last_used": month - timedelta(days=1),
        "times": 12,
    }
