"""Fragments of UBL in short form for the tables of rules.

Names stand without prefixes: an element with elements in it is an aggregate, any other is basic.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from gevinst.engines.conformance.xpath.parser import NAMESPACES

ROOTS = {"Invoice": NAMESPACES["ubl"], "CreditNote": NAMESPACES["cn"]}
Case = tuple[str, Sequence[str], Sequence[str]]


def ubl(fragment: str) -> bytes:
    """The fragment as a document; one without a root is the inside of an invoice."""
    rooted = fragment.startswith(("<Invoice>", "<CreditNote>"))
    root = etree.fromstring(fragment if rooted else f"<Invoice>{fragment}</Invoice>")
    for element in root.iterdescendants():
        prefix = "cac" if len(element) else "cbc"
        element.tag = f"{{{NAMESPACES[prefix]}}}{element.tag}"
    root.tag = f"{{{ROOTS[str(root.tag)]}}}{root.tag}"
    return etree.tostring(root)


def fragments(cases: Iterable[Case]) -> list[str]:
    """Every fragment of a table once."""
    return sorted({text for _, fire, silent in cases for text in (*fire, *silent)})


def seller(country: str, inside: str = "") -> str:
    """A seller whose address is in `country`."""
    return _party("AccountingSupplierParty", country, inside)


def buyer(country: str, inside: str = "") -> str:
    """A buyer whose address is in `country`."""
    return _party("AccountingCustomerParty", country, inside)


def tax_number(number: str, scheme: str = "VAT") -> str:
    """A registration of a party at a tax authority."""
    return (
        f"<PartyTaxScheme><CompanyID>{number}</CompanyID>"
        f"<TaxScheme><ID>{scheme}</ID></TaxScheme></PartyTaxScheme>"
    )


def credit_note(inside: str) -> str:
    """A credit note with this in it."""
    return f"<CreditNote>{inside}</CreditNote>"


def _party(role: str, country: str, inside: str) -> str:
    address = f"<Country><IdentificationCode>{country}</IdentificationCode></Country>"
    if "<PostalAddress>" in inside:
        placed = inside.replace("</PostalAddress>", f"{address}</PostalAddress>")
    else:
        placed = f"{inside}<PostalAddress>{address}</PostalAddress>"
    return f"<{role}><Party>{placed}</Party></{role}>"
