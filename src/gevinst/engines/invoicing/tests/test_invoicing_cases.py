"""Case numbers: the forms they are written in, and where a line or a header names them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gevinst.engines.einvoice import Draft, DraftLine, DraftParty, read, write
from gevinst.engines.einvoice.model import Invoice, Property
from gevinst.engines.invoicing.cases import case_numbers
from gevinst.engines.invoicing.providers import provider_number

A, B = "27.36.04-G01-123-26", "27.36.04-G01-124-26"


@pytest.fixture(scope="module")
def invoice() -> Invoice:
    line = DraftLine("1", "Lægeerklæring", Decimal(1), "C62", Decimal(1000))
    day, party = date(2026, 10, 20), DraftParty("Lægehuset A", "99400009")
    return read(write(Draft("oioubl-2", "invoice", "L-1", day, day, party, party, (line,))))


def found(invoice: Invoice, of_line: dict[str, Any], of_header: dict[str, Any]) -> list[str]:
    line = replace(invoice.lines[0], **of_line)
    return [each.value for each in case_numbers(replace(invoice, **of_header), line)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (f"sag {A}", [A]),
        (A.lower(), [A]),
        (f"{A} og {B}", [A, B]),
        (f"{A}, {A}", [A]),
        (f"vedr. {A}.", [A]),
        ("Sagsnr.: S-2026/17", ["S-2026/17"]),
        ("Sagsnummer 4711", ["4711"]),
        ("J.nr. 88-17", ["88-17"]),
        ("Journalnummer: 17/2026", ["17/2026"]),
        (f"Sag 17, {A}", [A]),
        ("Sagsbehandler 4711", []),
        ("sag uden nummer", []),
        ("4711", []),
        ("1.27.36.04-G01-123-26", []),
        ("", []),
    ],
)
def test_a_case_number_is_read_from_a_text(invoice: Invoice, text: str, numbers: list[str]) -> None:
    assert found(invoice, {"note": text}, {}) == numbers


@pytest.mark.parametrize(
    ("of_line", "of_header"),
    [
        ({"order": A}, {"order": B}),
        ({"order_line": A}, {}),
        ({"properties": (Property("Sagsnummer", A),)}, {}),
        ({"properties": (Property("Andet", A),)}, {}),
        ({"document_references": (A,)}, {}),
        ({"description": A}, {}),
        ({"name": f"Erklæring {A}"}, {}),
        ({"accounting_cost": A}, {}),
        ({}, {"order": A}),
        ({}, {"buyer_reference": A}),
        ({}, {"contract": A}),
        ({}, {"accounting_cost": A}),
        ({}, {"notes": (f"Sag {A}",)}),
    ],
)
def test_a_case_is_looked_for_in_its_places(
    invoice: Invoice, of_line: dict[str, Any], of_header: dict[str, Any]
) -> None:
    assert found(invoice, of_line, of_header) == [A]


def test_a_property_named_after_a_case_needs_no_form(invoice: Invoice) -> None:
    assert found(invoice, {"properties": (Property("Sagsnummer", "4711"),)}, {}) == ["4711"]
    assert found(invoice, {"properties": (Property("Farve", "4711"),)}, {}) == []


@pytest.mark.parametrize(
    ("value", "number"),
    [("012345", "012345"), (" 012345 ", "012345"), ("ingen", None), ("12345", None)],
)
def test_a_provider_number_has_six_digits(invoice: Invoice, value: str, number: str | None) -> None:
    line = replace(invoice.lines[0], properties=(Property("Ydernummer", value),))
    said = provider_number(invoice, line)
    assert (said.value if said else None) == number
