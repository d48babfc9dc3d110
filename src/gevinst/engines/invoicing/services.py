"""Finds which service a line is about and on which day it was given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gevinst.engines.einvoice.model import Invoice, Line, Property
from gevinst.engines.invoicing.codes import Codes
from gevinst.engines.invoicing.places import Found, Place

CODE_NAMES = frozenset(
    {"ydelseskode", "takstkode", "sks", "sks-kode", "servicecode", "service code"}
)
DATE_NAMES = frozenset(
    {"ydelsesdato", "behandlingsdato", "undersøgelsesdato", "servicedate", "service date"}
)
NO_CODES = Codes()


@dataclass(frozen=True, slots=True)
class Service:
    """What a line says of its code: `meant` are the known codes that it may be, `stated` its own words."""

    meant: tuple[str, ...]
    stated: Found[str] | None

    @property
    def code(self) -> str | None:
        """The one code that it is: the known one, else what is stated; None where that is not certain."""
        if len(self.meant) > 1 or self.stated is None:
            return None
        return self.meant[0] if self.meant else self.stated.value

    @property
    def found(self) -> Found[str] | None:
        """That code with its place."""
        return Found(self.code, self.stated.place) if self.stated and self.code else None


def service(line: Line, codes: Codes) -> Service:
    """The code by the places made for one, where they hold anything, else by the line's texts.

    Places that mean different known codes leave it uncertain.
    """
    places = [place for place in code_places(line) if place.text]
    if not places:
        return _in_texts(line, codes)
    known = [(place, codes.meant(place.text)) for place in places]
    meant = dict.fromkeys(code for _, found in known for code in found)
    first = next((place for place, found in known if found), places[0])
    return Service(tuple(meant), Found(first.text, first))


def _in_texts(line: Line, codes: Codes) -> Service:
    for place in text_places(line):
        if place.text and (found := codes.meant(place.text)):
            return Service(found, Found(place.text, place))
    return Service((), None)


def service_code(line: Line, codes: Codes = NO_CODES) -> Found[str] | None:
    """The line's code with its place, None where there is none or it is not certain which."""
    return service(line, codes).found


def code_places(line: Line) -> Iterator[Place]:
    """The places made for a code, likeliest first, empty ones too."""
    yield Place(line, "seller_item_id", line.seller_item_id.strip())
    yield Place(line, "standard_item_id", line.standard_item_id.value.strip())
    for each in line.classifications:
        yield Place(line, "classifications", each.value.strip())
    for named in _named(line.properties, CODE_NAMES):
        yield Place(line, "properties", named.value.strip())


def text_places(line: Line) -> Iterator[Place]:
    """The texts that may name a code, likeliest first."""
    yield Place(line, "name", line.name)
    yield Place(line, "description", line.description)
    yield Place(line, "note", line.note)


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
