"""What only this block reads of an invoice: the case, the doctor, the variant of the fee, and the VAT."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from gevinst.engines.einvoice.model import Invoice, Line
from gevinst.engines.invoicing.cases import case_numbers
from gevinst.engines.invoicing.places import Found, Place
from gevinst.engines.invoicing.providers import provider_number
from gevinst.engines.invoicing.reading import OfLine
from gevinst.engines.invoicing.services import text_places
from gevinst.engines.invoicing.subjects import DECIMAL, MONEY, fitting
from gevinst.engines.money import half_up

ORDINARY, INTERPRETER, SPECIALIST = "ordinary", "interpreter", "specialist"
NAMES = frozenset({"variant", "tillæg", "honorarvariant"})
WORDS = {
    INTERPRETER: re.compile(r"tolk|interpreter", re.IGNORECASE),
    SPECIALIST: re.compile(r"speciallæge|specialist", re.IGNORECASE),
}
DENIED = re.compile(r"\b(?:uden|ingen|ikke|no|without|not)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
UNTAXED = frozenset({"Z", "E", "O", "ZeroRated"})  # categories that may leave the rate out


def of_line(invoice: Invoice, line: Line) -> OfLine:
    """The columns of `rules/facts.yaml` that stand in one line."""
    cases = case_numbers(invoice, line)
    return {
        "case_number": cases[0] if len(cases) == 1 else None,
        "case_count": Found(len(cases), cases[0].place)
        if cases
        else Found(0, Place(line, "order")),
        "provider": provider_number(invoice, line),
        "variant": variant(line),
        "tax_percent": _tax_percent(line),
    }


def of_document(invoice: Invoice) -> Mapping[str, Decimal | None]:
    """The VAT that the lines' own rates give, each rate rounded half up; None where a line has no rate."""
    bases: dict[Decimal, Decimal] = {}
    for line in invoice.lines:
        rate = _tax_percent(line)
        if rate is None:
            return {"tax_by_lines": None}
        bases[rate.value] = bases.get(rate.value, Decimal(0)) + line.amount
    tax = sum((half_up(base * rate / 100) for rate, base in bases.items()), Decimal(0))
    return {"tax_by_lines": fitting(tax, MONEY)}


def variant(line: Line) -> Found[str] | None:
    """`interpreter` or `specialist` where the line says so, `ordinary` where it says neither.

    None where it names both, or names one and denies it elsewhere: which fee holds is not certain.
    """
    said = {name: places for name in WORDS if (places := _said(line, name))}
    if not said:
        return Found(ORDINARY, Place(line, "name", line.name))
    if len(said) > 1 or any(denied for places in said.values() for _, denied in places):
        return _denied(line, said)
    [(name, places)] = said.items()
    return Found(name, places[0][0])


def _denied(line: Line, said: Mapping[str, list[tuple[Place, bool]]]) -> Found[str] | None:
    """`ordinary` where all that is named is denied ("uden tolk")."""
    everything = all(denied for places in said.values() for _, denied in places)
    return Found(ORDINARY, Place(line, "name", line.name)) if everything else None


def _said(line: Line, name: str) -> list[tuple[Place, bool]]:
    """Where the line names the variant, and whether it denies it there."""
    places = [*text_places(line)]
    places += [
        Place(line, "properties", each.value)
        for each in line.properties
        if each.name.strip().casefold() in NAMES
    ]
    return [
        (place, bool(DENIED.search(place.text[: match.start()])))
        for place in places
        for match in WORDS[name].finditer(place.text)
    ]


def _tax_percent(line: Line) -> Found[Decimal] | None:
    """The line's VAT rate in percent; a category without VAT may leave it out."""
    rate = line.tax_percent
    if rate is None and line.tax_category in UNTAXED:
        rate = Decimal(0)
    exact = None if rate is None else fitting(rate, DECIMAL)
    return None if exact is None else Found(exact, Place(line, "tax_percent"))
