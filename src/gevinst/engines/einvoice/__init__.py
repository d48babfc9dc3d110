"""See README.md."""

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

__all__ = [
    "CODES",
    "Address",
    "AllowanceCharge",
    "Attachment",
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
]
