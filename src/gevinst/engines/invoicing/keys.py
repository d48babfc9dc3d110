"""What of an invoice the host keeps, so that later ones can be held against it.

`keys` are looked up in all that was received, `near` in the latest of the same supplier. What is handed
back stands in `told` (a row of the register `history`) and `lines` (rows of `history_lines`). No person
number stands in any of them: persons by their digest.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from gevinst.engines.einvoice.model import Invoice, Line
from gevinst.engines.invoicing import accounts
from gevinst.engines.invoicing.codes import Codes
from gevinst.engines.invoicing.reading import PLAIN, Reading
from gevinst.engines.invoicing.subjects import LineReading, credited, people_key
from gevinst.engines.invoicing.suppliers import (
    numbered,
    plain_number,
    supplier_id,
    supplier_number,
)

Readings = tuple[LineReading, ...]


def readings(invoice: Invoice, own: Reading = PLAIN) -> Readings:
    """The lines as they are read without registers."""
    return tuple(LineReading(invoice, line, Codes(), own) for line in invoice.lines)


def keys(invoice: Invoice, read: Readings) -> dict[str, str]:
    """What two items share when they may be the same one, credit one another, or are about one person."""
    found = {
        "supplier_number": supplier_number(invoice),
        "plain_number": numbered(invoice, f"~{plain_number(invoice.number)}"),
        "uuid": f"uuid|{invoice.uuid.strip().casefold()}" if invoice.uuid.strip() else "",
    }
    credits_ = (numbered(invoice, each.strip()) for each in invoice.preceding)
    found |= {f"credits_{place}": each for place, each in enumerate(credits_, 1)}
    people = sorted({each.person for each in read if each.person})
    return found | {f"person_{place}": f"person|{each}" for place, each in enumerate(people, 1)}


def near(invoice: Invoice) -> dict[str, str]:
    """What an item shares with the others of its supplier."""
    sender = supplier_id(invoice.supplier)
    return {"sender": f"sender|{sender}"} if sender else {}


def told(invoice: Invoice, read: Readings) -> dict[str, Any]:
    """The columns of `history` that the block knows."""
    payees = accounts.payees(invoice)
    return {
        "key": supplier_number(invoice),
        "kind": invoice.kind,
        "sender": supplier_id(invoice.supplier),
        "plain_number": plain_number(invoice.number),
        "payable": str(invoice.totals.payable),
        "issue_date": invoice.issue_date.isoformat(),
        "uuid": invoice.uuid.strip().casefold(),
        "credits": credited(invoice),
        "people": people_key(read),
        "account": payees[0] if payees else "",
    }


def lines(invoice: Invoice, read: Readings) -> list[dict[str, Any]]:
    """The rows of `history_lines` that the block knows; a line about nobody has none."""
    return list(_lines(invoice, read))


def _lines(invoice: Invoice, read: Readings) -> Iterator[dict[str, Any]]:
    for reading in read:
        if reading.person and reading.day:
            yield {
                "sender": supplier_id(invoice.supplier),
                "person": reading.person,
                "code": reading.service.code or "",
                "service_date": reading.day.value.isoformat(),
                "amount": str(reading.line.amount),
                "price": str(_price(reading.line)),
                **_kept(reading),
            }


def _kept(reading: LineReading) -> dict[str, str]:
    """Of the columns that only this block reads, those that it holds later invoices against."""
    found = {name: reading.others[name] for name in reading.own.kept}
    return {name: str(each.value) if each else "" for name, each in found.items()}


def _price(line: Line) -> Decimal:
    """What one unit costs; as stated where the stated base is not above 0."""
    return line.price / line.base_quantity if line.base_quantity > 1 else line.price
