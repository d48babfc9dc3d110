"""Finds the person that a line is about: e-invoices have no place of their own for a CPR number.

The places are searched in rank order. Those of the line and the header's references each name one
person; a header note is asked only when they are silent, since it may list several.
"""

from __future__ import annotations

from collections.abc import Iterator

from gevinst.engines.einvoice.model import Invoice, Line
from gevinst.engines.identifiers import find_cprs
from gevinst.engines.invoicing.places import Found, Place


def persons(invoice: Invoice, line: Line) -> list[Found[str]]:
    """The different CPR numbers that the line is said to be about, each with its first place."""
    named = _distinct(line_places(line)) | _distinct(header_places(invoice))
    named = named or _distinct(Place(invoice, "notes", note) for note in invoice.notes)
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


def header_places(invoice: Invoice) -> Iterator[Place]:
    """The header's references, likeliest first."""
    yield Place(invoice, "order", invoice.order)
    yield Place(invoice, "buyer_reference", invoice.buyer_reference)
    yield Place(invoice, "contract", invoice.contract)
    yield Place(invoice, "accounting_cost", invoice.accounting_cost)
    yield Place(invoice.customer, "contact_id", invoice.customer.contact_id)


def _distinct(places: Iterator[Place]) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for place in places:
        if place.text:
            for cpr in find_cprs(place.text):
                found.setdefault(cpr.digits, place)
    return found
