"""The case (sag) that a line belongs to: its number, as authorities write them in orders and references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gevinst.engines.einvoice.model import Invoice, Line
from gevinst.engines.invoicing.places import Found, Place

NAMES = frozenset({"sagsnummer", "sagsnr", "sagsnr.", "sag", "journalnummer", "journalnr", "case"})
# By the KLE plan: subject, kind of action, running number, year ("27.36.04-G01-123-26").
JOURNAL = re.compile(
    r"(?<![\w.])\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,6}-\d{2}(?!\d)", re.IGNORECASE
)
LABELLED = re.compile(
    r"(?<!\w)(?:sagsnummer|sagsnr|sags-?nr|sag|journalnummer|journalnr|j\.?\s?nr)\b\.?\s*[:#]?\s*"
    r"(?P<number>[\w][\w./-]*\d[\w./-]*)",
    re.IGNORECASE,
)
BLANKS = re.compile(r"\s+")


def case_numbers(invoice: Invoice, line: Line) -> list[Found[str]]:
    """The different cases that the line is said to belong to, those of the line before the header's."""
    return _distinct(_line_places(line)) or _distinct(_header_places(invoice))


def plain_case(number: str) -> str:
    """A case number as it is compared.

    >>> plain_case(" 27.36.04-g01-123-26 ."), plain_case("S 2026/17")
    ('27.36.04-G01-123-26', 'S2026/17')
    """
    return BLANKS.sub("", number).strip(".,;:-/").upper()


def _line_places(line: Line) -> Iterator[Place]:
    yield Place(line, "order", line.order)
    yield Place(line, "order_line", line.order_line)
    for each in line.properties:
        named = each.name.strip().casefold() in NAMES
        yield Place(line, "properties", f"sag: {each.value}" if named else each.value)
    for reference in line.document_references:
        yield Place(line, "document_references", reference)
    yield Place(line, "note", line.note)
    yield Place(line, "description", line.description)
    yield Place(line, "name", line.name)
    yield Place(line, "accounting_cost", line.accounting_cost)


def _header_places(invoice: Invoice) -> Iterator[Place]:
    yield Place(invoice, "order", invoice.order)
    yield Place(invoice, "buyer_reference", invoice.buyer_reference)
    yield Place(invoice, "contract", invoice.contract)
    yield Place(invoice, "accounting_cost", invoice.accounting_cost)
    for note in invoice.notes:
        yield Place(invoice, "notes", note)


def _distinct(places: Iterator[Place]) -> list[Found[str]]:
    found: dict[str, Place] = {}
    for place in places:
        for number in _stated(place.text):
            found.setdefault(number, place)
    return [Found(number, place) for number, place in found.items()]


def _stated(text: str) -> Iterator[str]:
    """The numbers of a text: those of the plan's form, else what is called a case."""
    journal = [each.group() for each in JOURNAL.finditer(text)]
    labelled = [each["number"] for each in LABELLED.finditer(text)]
    return map(plain_case, journal or labelled)
