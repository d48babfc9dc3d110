"""Who sent an invoice, as the registers and the references name them."""

from __future__ import annotations

import hashlib
import re

from gevinst.engines.einvoice.model import Invoice, Party

UNFIT = re.compile(r"[^A-Za-z0-9ÆØÅæøå._-]+")
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
    supplier, number = supplier_id(invoice.supplier), invoice.number.strip()
    return f"{supplier}|{number}" if supplier and number else ""


def reference(invoice: Invoice) -> str:
    """Unique for a document: supplier, number, and the start of the document's hash."""
    number = UNFIT.sub("_", invoice.number.strip())[:SHOWN]
    return f"{supplier_id(invoice.supplier) or 'x'}-{number}-{invoice.sha256[:DIGEST]}"
