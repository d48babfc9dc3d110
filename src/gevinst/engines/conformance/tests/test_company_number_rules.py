"""Peppol: numbers of companies and units are judged by the scheme that they name, wherever they stand."""

from __future__ import annotations

import pytest

from gevinst.engines.conformance.judge import judge
from gevinst.engines.conformance.tests.fragments import seller, ubl

VALID = (
    ("R040", "0088", ["5798009811578", " 5798009811578 ", "73513537"]),
    ("R041", "0192", ["974760673", " 974760673 "]),
    ("R042", "0184", ["10000009", "DK10000009", "12345678"]),
    ("R043", "0208", ["0202239951"]),
    ("R044", "0201", ["UFABC1", "abc123"]),
    ("R045", "0210", ["RSSMRA85T10A562S", "12345678901", " RSSMRA85T10A562S "]),
    ("R046", "9907", ["RSSMRA85T10A562S", "12345678901"]),
    ("R047", "0211", ["IT00743110157", "it00743110157", "FR12345"]),
    ("R049", "0007", ["5567321707", " 5567321707 "]),
    ("R050", "0151", ["51824753556"]),
    ("R052", "0096", ["1234567890"]),
    ("R053", "0198", ["DK16356706"]),
    ("R054", "0106", ["12345678"]),
    ("R055", "0190", ["12345678901234567890"]),
    ("R056-1", "9944", ["NL123456789B12"]),
    ("R057", "0217", ["123456789012"]),
)
WRONG = (
    ("R040", "0088", ["5798009811579", "5798-009811578", "DK10000009"]),
    ("R041", "0192", ["974760674", "000000000", "97476067", "974760673MVA"]),
    (
        "R042",
        "0184",
        ["1234567", "DK 10000009", " 10000009", "dk10000009", "DKK0000009", "123456789"],
    ),
    ("R043", "0208", ["0202239952", "BE0202239951", "202239951"]),
    ("R044", "0201", ["UFABC", "UFABC-", "ÆØÅABC"]),
    ("R045", "0210", ["RSSMRA85T10A562", "RSSMRA85T10A5621", "1234567890A", "1RSMRA85T10A562S"]),
    ("R046", "9907", ["FR23342"]),
    ("R047", "0211", ["IT00743110158", "IT0074311015", "ITABCDEFGHIJK"]),
    ("R049", "0007", ["5567321708", "556732-1707", "165567321707", "55673217AB"]),
    ("R050", "0151", ["51824753557", "5182475355"]),
    ("R052", "0096", ["123456789", " 1234567890", "DK12345678"]),
    ("R053", "0198", ["16356706", "DK1635670", "dk16356706"]),
    ("R054", "0106", ["1234567", "NL123456"]),
    ("R055", "0190", ["1234567890"]),
    ("R056-1", "9944", ["NL123456789C12", "123456789B12"]),
    ("R057", "0217", ["12345678901234567890"]),
)
WARNINGS = {"R044", "R045", "R046", "R047", "R054", "R055", "R056-1", "R057"}


def places(scheme: str, number: str) -> list[bytes]:
    """The number as electronic address, as identification of the party and as registration."""
    marked = f'schemeID="{scheme}">{number}'
    inside = (
        f"<EndpointID {marked}</EndpointID>",
        f"<PartyIdentification><ID {marked}</ID></PartyIdentification>",
        f"<PartyLegalEntity><CompanyID {marked}</CompanyID></PartyLegalEntity>",
    )
    return [ubl(seller("XX", text)) for text in inside]


def fired(rule: str, scheme: str, number: str) -> list[str]:
    """The severity with which the rule fires in each of the places."""
    return [
        finding.severity
        for judgement in judge(places(scheme, number), "peppol-bis-3")
        for finding in judgement.findings
        if finding.rule == f"PEPPOL-COMMON-{rule}"
    ]


@pytest.mark.parametrize(
    ("rule", "scheme", "number"),
    [
        (rule, *row)
        for rule, scheme, numbers in VALID
        for row in ((scheme, number) for number in numbers)
    ],
)
def test_a_valid_number_is_accepted(rule: str, scheme: str, number: str) -> None:
    assert fired(rule, scheme, number) == []


@pytest.mark.parametrize(
    ("rule", "scheme", "number"),
    [
        (rule, *row)
        for rule, scheme, numbers in WRONG
        for row in ((scheme, number) for number in numbers)
    ],
)
def test_a_wrong_number_is_found_wherever_it_stands(rule: str, scheme: str, number: str) -> None:
    places_judged = 1 if rule == "R046" else 3  # an old scheme of electronic addresses alone
    severity = "warning" if rule in WARNINGS else "fatal"
    assert fired(rule, scheme, number) == [severity] * places_judged


@pytest.mark.parametrize("rule", sorted({rule for rule, _, _ in VALID}))
def test_a_number_of_another_scheme_is_left_alone(rule: str) -> None:
    assert fired(rule, "0002", "nonsense") == []


def vat(number: str, attribute: str = "") -> bytes:
    return ubl(
        seller("NL", f"<PartyTaxScheme><CompanyID{attribute}>{number}</CompanyID>"
                     "<TaxScheme><ID>VAT</ID></TaxScheme></PartyTaxScheme>")
    )  # fmt: skip


@pytest.mark.parametrize(
    ("document", "fires"),
    [
        (vat("NL123456789B12"), False),
        (vat("NL123456789"), True),
        (vat("DE123456789"), False),
        (vat("NL123456789", ' schemeID="9944"'), False),
        (vat("NL123456789", ' schemeID="9999"'), True),
    ],
)
def test_a_dutch_vat_number_is_judged_unless_its_scheme_is(document: bytes, fires: bool) -> None:
    (judgement,) = judge([document], "peppol-bis-3")
    assert any(f.rule == "PEPPOL-COMMON-R056-2" for f in judgement.findings) is fires
