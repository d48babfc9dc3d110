"""OIOUBL 3: which fatal rules fire, all of them, when one thing in a valid document is changed."""

from __future__ import annotations

import pytest

from gevinst.engines.conformance.tests.oioubl import CARD, Change, fatal, fired, valid

SELLER = "<cac:AccountingSupplierParty>"
PAYABLE = '<cbc:PayableAmount currencyID="DKK">343.75'
FIRST = '<cbc:LineExtensionAmount currencyID="DKK">251.00'
LINE = "<cac:InvoiceLine>\n"
PROPERTY = (
    "<cac:AdditionalItemProperty><cbc:Name>{}</cbc:Name><cbc:Value>{}</cbc:Value>"
    "</cac:AdditionalItemProperty>"
)
NAME = "<cbc:Name>Kørestol</cbc:Name>"
FACTOR, SOURCE = (
    PROPERTY.format("EmissionFactor", "1.5"),
    PROPERTY.format("EmissionFactorSource", "Database"),
)
NET = "NetEmissionQuantity"

DOCUMENT: list[Change] = [
    ("OIOUBL-BIL-019", ">2.1<", ">2.0<"),
    ("OIOUBL-BIL-019", ">2.1<", ">2.1.0<"),
    ("", ">2.1<", ">2.10<"),
    ("OIOUBL-BIL-023", "billing_with_response:3", "billing:3"),
    ("OIOUBL-BIL-017", ">380<", ">999<"),
    ("OIOUBL-COMMON-005", "a7245117-", "a7245117"),
    ("PEPPOL-EN16931-F001", ">2026-06-01<", ">2026-06-31<"),
    ("PEPPOL-EN16931-R008", "<cbc:ID>A1</cbc:ID>", "<cbc:ID/>"),
    (
        "OIOUBL-BIL-130",
        "<cac:OrderReference>\n  <cbc:ID>O1</cbc:ID>\n</cac:OrderReference>",
        "<cbc:BuyerReference>x</cbc:BuyerReference>",
    ),
    ("OIOUBL-BIL-098", PAYABLE, PAYABLE.replace("343", "-343")),
    (
        "PEPPOL-EN16931-CL007 PEPPOL-EN16931-R051",
        PAYABLE.partition(">")[0],
        '<cbc:PayableAmount currencyID="KRO"',
    ),
    (
        "OIOUBL-COMMON-021",
        "<cbc:ID>O1</cbc:ID>",
        "<cbc:ID>O1</cbc:ID><cac:DocumentReference><cbc:ID>1</cbc:ID></cac:DocumentReference>",
    ),
]
PARTIES: list[Change] = [
    ("OIOUBL-COMMON-111", '<cbc:EndpointID schemeID="0184">', "<cbc:EndpointID>"),
    (
        "OIOUBL-COMMON-001",
        '<cbc:EndpointID schemeID="0184">10000009',
        '<cbc:EndpointID schemeID="0184">DK10000009',
    ),
    (
        "PEPPOL-EN16931-CL008",
        '<cbc:EndpointID schemeID="0184">',
        '<cbc:EndpointID schemeID="0999">',
    ),
    ("PEPPOL-COMMON-R040", "5798009811578", "5798009811579"),
    (
        "OIOUBL-COMMON-004",
        '<cbc:CompanyID schemeID="0198">DK10000009',
        '<cbc:CompanyID schemeID="0198">10000009',
    ),
    ("OIOUBL-COMMON-114 OIOUBL-COMMON-115", '<cbc:CompanyID schemeID="0198">', "<cbc:CompanyID>"),
    ("OIOUBL-COMMON-115", '<cbc:CompanyID schemeID="0198">', '<cbc:CompanyID schemeID="0239">'),
    ("OIOUBL-COMMON-126", ">+4512345678<", ">12345678<"),
    ("", ">+4512345678<", ">004512345678<"),
    ("OIOUBL-COMMON-127", ">salg@example.dk<", ">salg<"),
    ("OIOUBL-COMMON-125", "<cbc:ID>n/a</cbc:ID>", "<cbc:ID>710203-1234</cbc:ID>"),
    ("OIOUBL-COMMON-008", "<cbc:CityName>Aarhus C</cbc:CityName>", ""),
    ("OIOUBL-COMMON-009 OIOUBL-COMMON-012", "<cbc:BuildingNumber>1</cbc:BuildingNumber>", ""),
    (
        "OIOUBL-COMMON-102",
        '<cbc:CompanyID schemeID="0184">10000009',
        '<cbc:CompanyID schemeID="0237">7102031234',
    ),
    (
        "OIOUBL-BIL-100",
        '<cbc:CompanyID schemeID="0184">29189854',
        '<cbc:CompanyID schemeID="0237">7102031234',
    ),
    (
        "OIOUBL-COMMON-106",
        "<cac:PartyName>\n      <cbc:Name>Kommunen</cbc:Name>\n    </cac:PartyName>",
        "",
    ),
]
LINES: list[Change] = [
    ("OIOUBL-BIL-106", 'InvoicedQuantity unitCode="EA"', 'InvoicedQuantity unitCode="QQQ"'),
    ("OIOUBL-BIL-105 PEPPOL-EN16931-R120", '"EA">2<', '"EA">0<'),
    ("PEPPOL-EN16931-R120", FIRST, FIRST.replace("251.00", "251.03")),
    ("", FIRST, FIRST.replace("251.00", "251.02")),
    ("OIOUBL-BIL-107", f"{LINE}  <cbc:ID>2", f"{LINE}  <cbc:ID>1"),
    (
        "OIOUBL-COMMON-062",
        LINE,
        f"{LINE}<cac:PaymentTerms><cbc:Note>x</cbc:Note></cac:PaymentTerms>",
    ),
    ("OIOUBL-Common-GP007", NAME, NAME + FACTOR),
    ("OIOUBL-Common-GP006", NAME, NAME + PROPERTY.format("EmissionFactorSource", "Guess")),
    ("", NAME, NAME + FACTOR + SOURCE + PROPERTY.format(NET, "3")),
    ("OIOUBL-Common-GP005", NAME, NAME + FACTOR + SOURCE + PROPERTY.format(NET, "4")),
    ("OIOUBL-Common-GP008", NAME, NAME + PROPERTY.format("EmissionFactorCalculationUnit", "kg")),
]
BANK: list[Change] = [
    ("OIOUBL-BIL-005", ">42<", ">97x<"),
    ("OIOUBL-BIL-039", "<cbc:ID>1234</cbc:ID>", "<cbc:ID>123</cbc:ID>"),
    ("OIOUBL-BIL-040", ">0001234567<", ">00012345678<"),
    (
        "OIOUBL-BIL-113",
        ">42</cbc:PaymentMeansCode>",
        ">42</cbc:PaymentMeansCode><cbc:PaymentChannelCode>IBAN</cbc:PaymentChannelCode>",
    ),
    (
        "OIOUBL-COMMON-034",
        ">42</cbc:PaymentMeansCode>",
        ">42</cbc:PaymentMeansCode><cbc:PaymentDueDate>2026-06-01</cbc:PaymentDueDate>",
    ),
    ("OIOUBL-BIL-089", ">42</cbc:PaymentMeansCode>", ">97</cbc:PaymentMeansCode>"),
]
CARDS: list[Change] = [
    ("OIOUBL-BIL-079 OIOUBL-BIL-083", ">71<", ">70<"),
    ("OIOUBL-BIL-080", ">123456789012345<", ">1234567890<"),
    ("OIOUBL-BIL-082", ">123456789012345<", ">12345678901234X<"),
    ("OIOUBL-BIL-084", ">12345678<", ">1234567<"),
    ("OIOUBL-BIL-115", ">DK:FIK<", ">DK:BANK<"),
]
CREDITS: list[Change] = [
    ("OIOUBL-BIL-016", PAYABLE, PAYABLE.replace("343.75", "0.00")),
    ("OIOUBL-BIL-018", ">381<", ">380<"),
    (
        "OIOUBL-BIL-108 OIOUBL-BIL-110",
        "<cac:CreditNoteLine>\n  <cbc:ID>2",
        "<cac:CreditNoteLine>\n  <cbc:ID>1",
    ),
]
TABLES = (
    ("oioubl-3", "invoice", DOCUMENT),
    ("oioubl-3", "invoice", PARTIES),
    ("oioubl-3", "invoice", LINES),
    ("oioubl-3", "invoice", BANK),
    ("oioubl-3", "invoice", CARDS, CARD),
    ("oioubl-3", "credit-note", CREDITS),
)


@pytest.mark.parametrize(("change", "found"), [row for table in TABLES for row in fired(*table)])
def test_the_rules_that_fire(change: Change, found: set[str]) -> None:
    assert found == set(change[0].split())


@pytest.mark.parametrize("kind", ["invoice", "credit-note"])
@pytest.mark.parametrize("payment", [None, CARD])
def test_what_is_unchanged_keeps_every_rule(kind: str, payment: object) -> None:
    document = valid("oioubl-3", kind) if payment is None else valid("oioubl-3", kind, CARD)
    assert fatal([document]) == [set()]
