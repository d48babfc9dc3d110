"""Finds which service a line is about and on which day it was given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gevinst.engines.einvoice.model import Invoice, Line, Property
from gevinst.engines.invoicing.places import Found, Place

CODE_NAMES = frozenset(
    {"ydelseskode", "takstkode", "sks", "sks-kode", "servicecode", "service code"}
)
DATE_NAMES = frozenset(
    {"ydelsesdato", "behandlingsdato", "undersøgelsesdato", "servicedate", "service date"}
)


def service_code(line: Line) -> Found[str] | None:
    """The first service code by rank: seller's id, standard id, classification, property."""
    return next((Found(place.text, place) for place in _code_places(line) if place.text), None)


def _code_places(line: Line) -> Iterator[Place]:
    yield Place(line, "seller_item_id", line.seller_item_id.strip())
    yield Place(line, "standard_item_id", line.standard_item_id.value.strip())
    for each in line.classifications:
        yield Place(line, "classifications", each.value.strip())
    for named in _named(line.properties, CODE_NAMES):
        yield Place(line, "properties", named.value.strip())


def service_date(invoice: Invoice, line: Line) -> Found[date] | None:
    """The one day of the service by rank: line delivery, line period, property, header delivery, header
    period. A period of several days at the line decides nothing and is not passed over."""
    if line.delivered:
        return Found(line.delivered, Place(line, "delivered"))
    if line.period_start or line.period_end:
        day = _single_day(line)
        return Found(day, Place(line, "period_start")) if day else None
    for named in _named(line.properties, DATE_NAMES):
        stated = _day(named.value)
        return Found(stated, Place(line, "properties", named.value)) if stated else None
    if invoice.delivered:
        return Found(invoice.delivered, Place(invoice, "delivered"))
    day = _single_day(invoice)
    return Found(day, Place(invoice, "period_start")) if day else None


def _named(properties: tuple[Property, ...], names: frozenset[str]) -> Iterator[Property]:
    return (each for each in properties if each.name.strip().casefold() in names)


def _single_day(part: Invoice | Line) -> date | None:
    start, end = part.period_start or part.period_end, part.period_end or part.period_start
    return start if start == end else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None
