"""See README.md."""

from gevinst.engines.einvoice.draft import Draft, DraftLine, DraftParty, DraftPayment
from gevinst.engines.einvoice.model import (
    Address,
    AllowanceCharge,
    Attachment,
    Identifier,
    Invoice,
    Line,
    Party,
    Payment,
    Property,
    TaxSubtotal,
    Totals,
)
from gevinst.engines.einvoice.reader import read
from gevinst.engines.einvoice.refusal import CODES, Refusal
from gevinst.engines.einvoice.writer import write

__all__ = [
    "CODES",
    "Address",
    "AllowanceCharge",
    "Attachment",
    "Draft",
    "DraftLine",
    "DraftParty",
    "DraftPayment",
    "Identifier",
    "Invoice",
    "Line",
    "Party",
    "Payment",
    "Property",
    "Refusal",
    "TaxSubtotal",
    "Totals",
    "read",
    "write",
]
