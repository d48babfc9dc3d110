"""A payment proposal as a file: CSV for a spreadsheet, JSON for a system; the same bytes every time."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

from django.utils import timezone

from gevinst.features.operations.models import PaymentLine, PaymentProposal

KINDS = ("csv", "json")
HEAD = ("reference", "payee", "payee_id", "account", "amount", "currency", "due", "text")
# A spreadsheet takes a cell that begins with one of these for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def name(proposal: PaymentProposal, kind: str) -> str:
    """The file's name, with the day it was made."""
    made = timezone.localtime(proposal.created_at)
    return f"betalingsforslag-{made:%Y-%m-%d}-{proposal.pk}.{kind}"


def content(proposal: PaymentProposal, kind: str) -> bytes:
    """The file's bytes. `kind` is one of `KINDS`."""
    lines = proposal.lines.select_related("item").order_by("id")
    rows = [_row(line) for line in lines]
    return _csv(rows) if kind == "csv" else _json(proposal, rows)


def safe_cell(text: str) -> str:
    """`text` as a spreadsheet shows it and never computes it.

    >>> safe_cell("=1+1"), safe_cell("Hospital")
    ("'=1+1", 'Hospital')
    """
    return f"'{text}" if text.startswith(FORMULA) else text


def _row(line: PaymentLine) -> dict[str, str]:
    return {
        "reference": line.item.reference,
        "payee": line.payee,
        "payee_id": line.payee_id,
        "account": line.account,
        "amount": f"{line.amount:.2f}",
        "currency": line.currency,
        "due": line.due.isoformat() if line.due else "",
        "text": line.text,
    }


def _csv(rows: list[dict[str, str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEAD)
    for row in rows:
        cells = {key: safe_cell(value) for key, value in row.items()}
        cells["amount"] = row["amount"].replace(".", ",")
        writer.writerow(cells[key] for key in HEAD)
    # The mark tells a spreadsheet that it is UTF-8.
    return ("\ufeff" + out.getvalue()).encode()


def _json(proposal: PaymentProposal, rows: list[dict[str, str]]) -> bytes:
    totals: dict[str, Decimal] = {}
    for row in rows:
        totals[row["currency"]] = totals.get(row["currency"], Decimal(0)) + Decimal(row["amount"])
    whole = {
        "id": proposal.pk,
        "robot": proposal.robot.key,
        "created_at": proposal.created_at.isoformat(),
        "count": len(rows),
        "totals": {currency: f"{total:.2f}" for currency, total in sorted(totals.items())},
        "lines": rows,
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()
