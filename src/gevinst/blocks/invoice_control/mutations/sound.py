"""A sound invoice, and registers in which everything about it is right."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from gevinst.engines.blockkit.arrays import table
from gevinst.engines.blockkit.contract import Extract, Manifest, Register, Registers
from gevinst.engines.einvoice import Draft, DraftLine, DraftParty, DraftPayment, write

ON = date(2026, 11, 2)
SERVED = date(2026, 10, 15)
CPR, OTHER_CPR = "6502701234", "7103801234"
SUPPLIER, OTHER_SUPPLIER = "99000007", "99001003"
ACCOUNT = "9999 0007000000"
EXTRACT = Extract("mutations", datetime(2026, 11, 2, tzinfo=UTC), "Gevinst", "0" * 64)


def sound(profile: str) -> bytes:
    """The invoice in that profile: one scan of one person at the agreed rate."""
    line = DraftLine(
        id="1",
        name="MR-skanning, knæ",
        quantity=Decimal(1),
        unit="C62",
        price=Decimal("1200.00"),
        seller_item_id="MR01",
        note="CPR 650270-1234",
        service_date=SERVED,
    )
    return write(
        Draft(
            profile=profile,
            kind="invoice",
            number="F-1001",
            issue_date=date(2026, 10, 20),
            due_date=date(2026, 11, 19),
            supplier=DraftParty("Privathospital A", SUPPLIER),
            customer=DraftParty("Region Midtjylland", "29190925", gln="5790001000011"),
            lines=(line,),
            payment=DraftPayment("42", "0007000000", "9999"),
        )
    )


def registers(manifest: Manifest) -> Registers:
    """What makes that invoice right, and an earlier invoice of the supplier."""
    given = _rows()
    return {
        spec.name: Register(spec.name, table(spec.columns, given.get(spec.name, [])), EXTRACT)
        for spec in manifest.registers
    }


def _rows() -> dict[str, list[dict[str, Any]]]:
    start = date(2026, 1, 1)
    return {
        "agreements": [
            {"supplier": SUPPLIER, "code": "MR01", "rate": Decimal(1200), "valid_from": start}
        ],
        "population": [{"cpr": CPR, "region": "1082", "valid_from": start}],
        "referrals": [
            {"cpr": CPR, "code": "MR01", "valid_from": date(2026, 9, 1), "referred_by": "Egen læge"}
        ],
        "activity": [
            {"cpr": CPR, "supplier": SUPPLIER, "code": "MR01", "performed_on": SERVED}
        ],
        "paid_accounts": [
            {"sender": SUPPLIER, "account": ACCOUNT},
            {"sender": OTHER_SUPPLIER, "account": "9998 0000000001"},
        ],
        "history": [
            {
                "key": f"{SUPPLIER}|F-900",
                "reference": "tidligere",
                "sender": SUPPLIER,
                "plain_number": "F900",
                "kind": "invoice",
                "position": -1,
            }
        ],
    }  # fmt: skip
