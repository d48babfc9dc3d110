"""Sound invoices, each with a supplier, a person and an account of its own, and the registers to match.

So all changes are decided in one batch, and none is held against another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from gevinst.engines.blockkit.arrays import table
from gevinst.engines.blockkit.contract import Extract, Manifest, Register, Registers
from gevinst.engines.einvoice import Draft, DraftLine, DraftParty, DraftPayment, write
from gevinst.engines.invoicing.sample.companies import cvr

ON = date(2026, 11, 2)
SERVED = date(2026, 10, 15)
OTHER_SUPPLIER, OTHER_ACCOUNT = "99001003", "9998 0000000001"
FIRST_CVR = 99_010_000
EXTRACT = Extract("mutations", datetime(2026, 11, 2, tzinfo=UTC), "Gevinst", "0" * 64)


@dataclass(frozen=True, slots=True)
class Own:
    """Whom one of the invoices is from and about."""

    cvr: str
    cpr: str
    account: str

    @property
    def written(self) -> str:
        """The person number as the invoice writes it."""
        return f"{self.cpr[:6]}-{self.cpr[6:]}"


def own(place: int) -> Own:
    """The supplier, person and account of the invoice of that place."""
    cpr = f"{61 + place % 28}0270{1000 + place}"
    return Own(cvr(FIRST_CVR + place * 1000), cpr, f"{7_000_000 + place:010d}")


def sound(profile: str, of: Own) -> bytes:
    """The invoice in that profile: one scan of one person at the agreed rate."""
    line = DraftLine(
        id="1",
        name="MR-skanning, knæ",
        quantity=Decimal(1),
        unit="C62",
        price=Decimal("1200.00"),
        seller_item_id="MR01",
        note=f"CPR {of.written}",
        service_date=SERVED,
    )
    return write(
        Draft(
            profile=profile,
            kind="invoice",
            number="F-1001",
            issue_date=date(2026, 10, 20),
            due_date=date(2026, 11, 19),
            supplier=DraftParty("Privathospital A", of.cvr),
            customer=DraftParty("Region Midtjylland", "29190925", gln="5790001000011"),
            lines=(line,),
            payment=DraftPayment("42", of.account, "9999"),
        )
    )


def registers(manifest: Manifest, owns: Sequence[Own]) -> Registers:
    """What makes their invoices right, and an earlier invoice of each supplier."""
    rows: dict[str, list[dict[str, Any]]] = {
        "paid_accounts": [{"sender": OTHER_SUPPLIER, "account": OTHER_ACCOUNT}]
    }
    for each in owns:
        for name, row in _rows(each).items():
            rows.setdefault(name, []).append(row)
    return {
        spec.name: Register(spec.name, table(spec.columns, rows.get(spec.name, [])), EXTRACT)
        for spec in manifest.registers
    }


def _rows(of: Own) -> dict[str, dict[str, Any]]:
    start = date(2026, 1, 1)
    service = {"cpr": of.cpr, "code": "MR01"}
    return {
        "agreements": {
            "supplier": of.cvr,
            "code": "MR01",
            "rate": Decimal(1200),
            "valid_from": start,
        },
        "population": {"cpr": of.cpr, "region": "1082", "valid_from": start},
        "referrals": {**service, "valid_from": start, "referred_by": "Egen læge"},
        "activity": {**service, "supplier": of.cvr, "performed_on": SERVED},
        "paid_accounts": {"sender": of.cvr, "account": f"9999 {of.account}"},
        "history": {
            "key": f"{of.cvr}|F-900",
            "reference": "tidligere",
            "sender": of.cvr,
            "plain_number": "F900",
            "kind": "invoice",
        },
    }
