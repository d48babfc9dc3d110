"""Parts of documents that the tables of EN 16931 are made of, in the short form of `fragments.py`."""

from __future__ import annotations

VAT = "<TaxScheme><ID>VAT</ID></TaxScheme>"
SELLER = "<AccountingSupplierParty><Party>{}</Party></AccountingSupplierParty>"
REASON = "<AllowanceChargeReason>r</AllowanceChargeReason>"


def totals(inside: str) -> str:
    return f"<LegalMonetaryTotal>{inside}</LegalMonetaryTotal>"


def line(inside: str) -> str:
    return f"<InvoiceLine>{inside}</InvoiceLine>"


def category(code: str, inside: str = "") -> str:
    return f"<ID>{code}</ID>{inside}{VAT}"


def entry(code: str, inside: str = "", amounts: str = "") -> str:
    """A VAT breakdown with one entry."""
    taxed = f"<TaxCategory>{category(code, inside)}</TaxCategory>"
    return f"<TaxTotal><TaxSubtotal>{amounts}{taxed}</TaxSubtotal></TaxTotal>"


def amounts(taxable: str, tax: str) -> str:
    return f"<TaxableAmount>{taxable}</TaxableAmount><TaxAmount>{tax}</TaxAmount>"


def moved(charge: str, inside: str) -> str:
    return f"<AllowanceCharge><ChargeIndicator>{charge}</ChargeIndicator>{inside}</AllowanceCharge>"


def taxed(code: str, inside: str = "") -> str:
    return f"<TaxCategory>{category(code, inside)}</TaxCategory>"
