"""Finds the person that a line is about: e-invoices have no place of their own for a CPR number.

The places are searched in rank order. Those of the line and the header's references each name one
person; a header note and the attachments are asked only when they are silent, since they may list several.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from gevinst.engines.einvoice.model import Invoice, Line
from gevinst.engines.identifiers import find_cprs
from gevinst.engines.invoicing.places import Found, Place

SHOWN = 24


def persons(invoice: Invoice, line: Line) -> list[Found[str]]:
    """The different CPR numbers that the line is said to be about, each with its first place."""
    named = _distinct(line_places(line)) | _distinct(header_places(invoice))
    named = named or _distinct(Place(invoice, "notes", note) for note in invoice.notes)
    named = named or _distinct(attachment_places(invoice))
    return [Found(cpr, place) for cpr, place in named.items()]


def line_places(line: Line) -> Iterator[Place]:
    """Where a line may name its person, likeliest first."""
    yield Place(line, "order", line.order)
    yield Place(line, "order_line", line.order_line)
    for each in line.properties:
        yield Place(line, "properties", each.value)
    for reference in line.document_references:
        yield Place(line, "document_references", reference)
    yield Place(line, "note", line.note)
    yield Place(line, "description", line.description)
    yield Place(line, "name", line.name)
    yield Place(line, "accounting_cost", line.accounting_cost)
    for party in line.delivery_party:
        yield Place(line, "delivery_party", party)


def header_places(invoice: Invoice) -> Iterator[Place]:
    """The header's references, likeliest first."""
    yield Place(invoice, "order", invoice.order)
    yield Place(invoice, "buyer_reference", invoice.buyer_reference)
    yield Place(invoice, "contract", invoice.contract)
    yield Place(invoice, "accounting_cost", invoice.accounting_cost)
    yield Place(invoice.customer, "contact_id", invoice.customer.contact_id)
    for party in invoice.delivery_party:
        yield Place(invoice, "delivery_party", party)


def attachment_places(invoice: Invoice) -> Iterator[Place]:
    """What the attachments are called: their references and descriptions, then their files."""
    for each in invoice.attachments:
        yield Place(invoice, f"{each.place}.id", each.id)
        yield Place(invoice, f"{each.place}.description", each.description)
        yield Place(invoice, f"{each.place}.content", each.filename)


def person_key(cpr: str) -> str:
    """What stands for a person in the keys of items: a digest, so that no CPR number is kept there.

    Who has the table and the time can try all numbers: the key hides, it does not protect.

    >>> person_key("6502701234") == person_key("650270-1234"), len(person_key("6502701234"))
    (True, 24)
    """
    return sha256(f"cpr|{cpr.replace('-', '')}".encode()).hexdigest()[:SHOWN]


def _distinct(places: Iterator[Place]) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for place in places:
        if place.text:
            for cpr in find_cprs(place.text):
                found.setdefault(cpr.digits, place)
    return found
