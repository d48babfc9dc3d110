"""Whether the doctor behind a line has a provider number (ydernummer), as far as the invoice says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gevinst.engines.einvoice.model import Invoice, Line
from gevinst.engines.invoicing.places import Found, Place

WITH, WITHOUT = "provider-number", "no-provider-number"
NAMES = frozenset({"ydernummer", "ydernr", "ydernr.", "yder", "provider number", "providernumber"})
NONE = frozenset({"ingen", "nej", "none", "no", "-", "intet"})
SCHEMES = frozenset({"dk:yder", "ydernummer", "yder"})
NUMBER = re.compile(r"[0-9]{6}")


def provider_number(invoice: Invoice, line: Line) -> Found[str] | None:
    """The provider number of six digits that is stated first; None where none is."""
    numbers = ((NUMBER.fullmatch(place.text.strip()), place) for place in _places(invoice, line))
    return next((Found(number.group(), place) for number, place in numbers if number), None)


def condition(invoice: Invoice, line: Line) -> Found[str] | None:
    """`provider-number` where a number of six digits is stated, `no-provider-number` where it is said that
    there is none; None where nothing is said or what is said is neither."""
    for place in _places(invoice, line):
        text = place.text.strip()
        if NUMBER.fullmatch(text):
            return Found(WITH, place)
        return Found(WITHOUT, place) if text.casefold() in NONE else None
    return None


def _places(invoice: Invoice, line: Line) -> Iterator[Place]:
    """What is stated, likeliest first: the line's property, the supplier's identifiers."""
    for each in line.properties:
        if each.name.strip().casefold() in NAMES:
            yield Place(line, "properties", each.value)
    for identifier in invoice.supplier.identifiers:
        if identifier.scheme.casefold() in SCHEMES:
            yield Place(invoice.supplier, "identifiers", identifier.value)
