"""OIOUBL 2 credit notes: which fatal rules fire, all of them, when one thing in a valid one is changed."""

from __future__ import annotations

import pytest

from gevinst.engines.conformance.tests.oioubl import Change, fatal, fired, valid

LINE = "<cac:CreditNoteLine>\n"
FIRST = '<cbc:LineExtensionAmount currencyID="DKK">251.00</cbc:LineExtensionAmount>'
SUM = '<cbc:LineExtensionAmount currencyID="DKK">281.00'
GROSS = '<cbc:TaxInclusiveAmount currencyID="DKK">343.75'
PAYABLE = '<cbc:PayableAmount currencyID="DKK">343.75'
PRICE = '<cbc:PriceAmount currencyID="DKK">125.50</cbc:PriceAmount>'
ITEM = "<cbc:Name>Kørestol</cbc:Name>"

CHANGES: list[Change] = [
    ("F-CRN072 F-CRN074 F-CRN079", SUM, SUM.replace("281.00", "281.01")),
    ("F-CRN074", GROSS, GROSS.replace("343.75", "343.76")),
    ("F-CRN079", PAYABLE, PAYABLE.replace("343.75", "343.74")),
    ("F-CRN072", FIRST, FIRST.replace("251.00", "249.99")),
    ("F-CRN089", FIRST, FIRST.replace("251.00", "251.0")),
    ("F-CRN210", PRICE, f'{PRICE}<cbc:BaseQuantity unitCode="EA">2</cbc:BaseQuantity>'),
    ("F-CRN088", '"EA">2<', '"EA">0<'),
    ("F-CRN084", f"{LINE}  <cbc:ID>1</cbc:ID>", LINE),
    ("F-CRN110", ITEM, ""),
    ("F-CRN115", "<cbc:ID>K1</cbc:ID>", ""),
    ("F-LIB318", '<cbc:CreditedQuantity unitCode="EA">', '<cbc:CreditedQuantity unitCode="XPP">'),
    ("F-LIB179", '<cbc:EndpointID schemeID="DK:CVR">', "<cbc:EndpointID>"),
    ("F-LIB404", ">ZeroRated<", ">ReverseCharge<"),
]
TABLES = (("oioubl-2", "credit-note", CHANGES),)


@pytest.mark.parametrize(("change", "found"), [row for table in TABLES for row in fired(*table)])
def test_the_rules_that_fire(change: Change, found: set[str]) -> None:
    assert found == set(change[0].split())


@pytest.mark.parametrize(("part", "rule"), [("Item", "F-CRN082"), ("Price", "F-CRN083")])
def test_a_line_without_item_or_price_refers_to_what_it_credits(part: str, rule: str) -> None:
    document = valid("oioubl-2", "credit-note")
    head, _, rest = document.rpartition(f"<cac:{part}>")
    without = head + rest.partition(f"</cac:{part}>")[2]
    line, _, end = without.rpartition("</cac:CreditNoteLine>")
    reference = (
        "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>A1</cbc:ID>"
        "</cac:InvoiceDocumentReference></cac:BillingReference>"
    )
    assert fatal([without])[0] >= {rule}
    assert not fatal([f"{line}{reference}</cac:CreditNoteLine>{end}"])[0] & {rule}


def test_the_unchanged_credit_note_keeps_every_rule() -> None:
    assert fatal([valid("oioubl-2", "credit-note")]) == [set()]
