"""Who sent an invoice, as the registers and the references name them; and its number, written plainly."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from gevinst.engines.einvoice.model import Invoice, Party

UNFIT = re.compile(r"[^A-Za-z0-9ÆØÅæøå._-]+")
ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
PARTS = re.compile(r"[\W_]+")
APART = re.compile(r"(?<![0-9])-|-(?![0-9])")  # a sign matters between two numbers only
SHOWN = 60
DIGEST = 8


def supplier_id(party: Party) -> str:
    """The supplier's CVR; for a supplier without one a stable id that shows no person number."""
    if party.cvr:
        return party.cvr
    written = party.legal_id.value or party.endpoint.value or party.name
    return f"x{hashlib.sha256(written.encode()).hexdigest()[:DIGEST]}" if written else ""


def supplier_number(invoice: Invoice) -> str:
    """What two invoices share that have the same supplier and number; "" when either is missing."""
    return numbered(invoice, invoice.number.strip())


def numbered(invoice: Invoice, number: str) -> str:
    """That number as one of the invoice's supplier; "" when either is missing."""
    supplier = supplier_id(invoice.supplier)
    return f"{supplier}|{number}" if supplier and number else ""


def plain_number(number: str) -> str:
    """An invoice number as it is compared: letters and digits in capitals, no zeros before a number.

    >>> plain_number(" f-001 001 "), plain_number("F1001"), plain_number("2026/0017"), plain_number("000")
    ('F1001', 'F1001', '2026-17', '0')
    """
    joined = "".join(unicodedata.normalize("NFKC", number).upper().split())
    plain = "".join(ZEROS.sub("", part) + "-" for part in PARTS.split(joined) if part)
    return APART.sub("", plain)


def reference(invoice: Invoice) -> str:
    """Unique for a document: supplier, number, and the start of the document's hash."""
    number = UNFIT.sub("_", invoice.number.strip())[:SHOWN]
    return f"{supplier_id(invoice.supplier) or 'x'}-{number}-{invoice.sha256[:DIGEST]}"
