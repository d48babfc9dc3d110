"""What an invoice says beyond its plain lines: charges, duties, references, payment, and where it stood."""

from __future__ import annotations

import copy
import pickle
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gevinst.engines.einvoice import (
    AllowanceCharge,
    Draft,
    DraftLine,
    DraftParty,
    Identifier,
    Invoice,
    Refusal,
    read,
    write,
)
from gevinst.engines.einvoice.shapes import forget

DRAFT = Draft(
    profile="peppol-bis-3",
    kind="invoice",
    number="F1",
    issue_date=date(2026, 10, 1),
    due_date=None,
    supplier=DraftParty("Hospital", "10000009"),
    customer=DraftParty("Region", "29190925", gln="5798000000001"),
    lines=(DraftLine("1", "MR", Decimal(2), "EA", Decimal("1000.00"), Decimal(25)),),
)
CHARGE = (
    "<cac:AllowanceCharge><cbc:ChargeIndicator>{charge}</cbc:ChargeIndicator>"
    "<cbc:AllowanceChargeReason>Gebyr</cbc:AllowanceChargeReason>"
    '<cbc:Amount currencyID="DKK">{amount}</cbc:Amount>'
    "<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent></cac:TaxCategory>"
    "</cac:AllowanceCharge>"
)
TOTAL, LINE = "<cac:LegalMonetaryTotal>", "<cac:InvoiceLine>"


def document(draft: Draft = DRAFT, **before: str) -> str:
    """The draft with XML put in front of the element that each keyword names."""
    text = write(draft).decode()
    for name, xml in before.items():
        mark = f"<cac:{name}>"
        assert mark in text
        text = text.replace(mark, xml + mark, 1)
    return text


def invoice(text: str) -> Invoice:
    """The document read three times over, so that all ways of reading have been taken."""
    forget()
    found = [read(text.encode()) for _ in range(3)]
    assert found[0] == found[1] == found[2]
    return found[0]


def payable(text: str, old: str, new: str) -> str:
    mark = '<cbc:PayableAmount currencyID="DKK">{}<'
    assert mark.format(old) in text
    return text.replace(mark.format(old), mark.format(new))


def test_charges_and_allowances_are_part_of_the_payable_amount() -> None:
    more = CHARGE.format(charge="true", amount="30.00") + CHARGE.format(charge="0", amount="10.00")
    text = payable(document(TaxTotal=more), "2500.00", "2520.00")
    found = invoice(text)
    assert found.allowances[0] == AllowanceCharge(
        True, Decimal("30.00"), "Gebyr", tax_category="S", tax_percent=Decimal(25)
    )
    assert (found.totals.charges, found.totals.allowances) == (Decimal("30.00"), Decimal("10.00"))
    assert found.paths["allowances[1].amount"] == "/Invoice/AllowanceCharge[1]/Amount"


def test_the_vat_of_a_charge_may_be_missing_from_the_tax_total_but_not_from_the_payable() -> None:
    charge = CHARGE.format(charge="true", amount="100.00")
    assert invoice(payable(document(TaxTotal=charge), "2500.00", "2625.00")).totals.payable == 2625
    with pytest.raises(Refusal):
        read(payable(document(TaxTotal=charge), "2500.00", "2626.00").encode())


def test_a_duty_is_part_of_the_base_of_vat() -> None:
    draft = replace(DRAFT, profile="oioubl-2")
    duty = (
        '<cac:TaxTotal><cbc:TaxAmount currencyID="DKK">100.00</cbc:TaxAmount><cac:TaxSubtotal>'
        '<cbc:TaxableAmount currencyID="DKK">2000.00</cbc:TaxableAmount>'
        '<cbc:TaxAmount currencyID="DKK">100.00</cbc:TaxAmount><cac:TaxCategory><cbc:ID>Excise</cbc:ID>'
        "<cbc:Percent>5</cbc:Percent><cac:TaxScheme><cbc:ID>31</cbc:ID></cac:TaxScheme>"
        "</cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>"
    )
    text = payable(document(draft, LegalMonetaryTotal=duty), "2500.00", "2625.00")
    assert [one.scheme for one in invoice(text).tax_subtotals] == ["63", "31"]


@pytest.mark.parametrize(("stated", "reads"), [("20000.00", True), ("20001.00", False)])
def test_line_amounts_may_have_their_decimal_points_moved_all_alike(
    stated: str, reads: bool
) -> None:
    mark = '<cbc:LineExtensionAmount currencyID="DKK">{}</cbc:LineExtensionAmount>\n  <cac:Item>'
    text = document().replace(mark.format("2000.00"), mark.format(stated))
    assert stated in text
    if reads:
        assert invoice(text).totals.payable == 2500
    else:
        with pytest.raises(Refusal):
            read(text.encode())


def test_the_allowance_of_a_line_is_part_of_quantity_times_price() -> None:
    draft = replace(DRAFT, lines=(replace(DRAFT.lines[0], amount=Decimal("1500.00")),))
    less = CHARGE.format(charge="false", amount="500.00")
    head, line = document(draft, Item=less).split(LINE)
    moved = line.replace('">1500.00<', '">15.00<')
    found = invoice(f"{head}{LINE}{moved}")
    assert (found.lines[0].allowances[0].amount, found.totals.payable) == (500, 1875)


def test_a_tax_total_in_another_currency_is_no_tax_to_pay() -> None:
    other = '<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">67.00</cbc:TaxAmount></cac:TaxTotal>'
    found = invoice(document(LegalMonetaryTotal=other))
    assert (found.totals.tax, len(found.tax_subtotals)) == (Decimal("500.00"), 1)


def test_totals_that_are_not_stated_are_worked_out() -> None:
    text = document()
    head, tail = text.split(TOTAL)
    rest = tail.partition("<cbc:PayableAmount")
    totals = invoice(f"{head}{TOTAL}{rest[1]}{rest[2]}").totals
    assert (totals.lines, totals.without_tax, totals.with_tax) == (2000, 2000, 2500)


def test_stated_sums_of_allowances_and_charges_are_kept() -> None:
    stated = (
        '<cbc:AllowanceTotalAmount currencyID="DKK">0.00</cbc:AllowanceTotalAmount>'
        '<cbc:ChargeTotalAmount currencyID="DKK">0.00</cbc:ChargeTotalAmount>'
    )
    totals = invoice(document().replace("<cbc:PayableAmount", f"{stated}<cbc:PayableAmount")).totals
    assert totals.paths["charges"] == "/Invoice/LegalMonetaryTotal/ChargeTotalAmount"


def test_a_price_may_be_for_several_units() -> None:
    base = '</cbc:PriceAmount><cbc:BaseQuantity unitCode="EA">{}</cbc:BaseQuantity>'
    text = document().replace("</cbc:PriceAmount>", base.format(100))
    assert invoice(text).lines[0].base_quantity == 100
    text = document().replace("</cbc:PriceAmount>", base.format(0))
    assert invoice(text).lines[0].base_quantity == 1


def test_an_invoice_without_tax_is_read() -> None:
    text = document(replace(DRAFT, lines=(replace(DRAFT.lines[0], tax_percent=Decimal(0)),)))
    start, end = text.index("<cac:TaxTotal>"), text.index(TOTAL)
    found = invoice(text[:start] + text[end:])
    assert (found.totals.tax, found.tax_subtotals) == (0, ())
    assert "tax" not in found.totals.paths


def test_a_line_tax_without_a_category_leaves_that_of_the_item() -> None:
    tax = "<cac:TaxTotal><cac:TaxSubtotal><cbc:Percent>25</cbc:Percent></cac:TaxSubtotal></cac:TaxTotal>"
    assert invoice(document(Item=tax)).lines[0].tax_category == "S"


def test_references_attachments_and_terms_are_kept() -> None:
    reference = (
        "<cac:ContractDocumentReference><cbc:ID>K7</cbc:ID></cac:ContractDocumentReference>"
        "<cac:AdditionalDocumentReference><cbc:ID>B1</cbc:ID>"
        "<cbc:DocumentDescription>Henvisning</cbc:DocumentDescription><cac:Attachment>"
        "<cac:ExternalReference><cbc:URI>https://example.dk/b1</cbc:URI></cac:ExternalReference>"
        "</cac:Attachment></cac:AdditionalDocumentReference>"
        "<cac:AdditionalDocumentReference><cbc:ID>lost</cbc:ID></cac:AdditionalDocumentReference>"
    )
    means = (
        "<cac:PaymentMeans><cbc:PaymentMeansCode>1</cbc:PaymentMeansCode>"
        "<cbc:PaymentDueDate>2026-12-24</cbc:PaymentDueDate><cac:PayeeFinancialAccount>"
        "<cbc:PaymentNote>kontant</cbc:PaymentNote></cac:PayeeFinancialAccount></cac:PaymentMeans>"
    )
    found = invoice(document(AccountingSupplierParty=reference, TaxTotal=means))
    assert found.contract == "K7"
    assert found.paths["contract"] == "/Invoice/ContractDocumentReference/ID"
    (attachment,) = found.attachments
    assert (attachment.id, attachment.uri) == ("B1", "https://example.dk/b1")
    assert found.due_date == date(2026, 12, 24)
    assert found.paths["due_date"] == "/Invoice/PaymentMeans[2]/PaymentDueDate"
    assert found.payments[1].reference == "kontant"
    assert "/Invoice/AdditionalDocumentReference[2]/ID" in found.unread


def test_a_payment_note_gives_way_to_a_payment_id() -> None:
    means = (
        "<cac:PaymentMeans><cbc:PaymentMeansCode>1</cbc:PaymentMeansCode>"
        "<cbc:InstructionNote>note</cbc:InstructionNote><cbc:PaymentID>P1</cbc:PaymentID>"
        "</cac:PaymentMeans>"
    )
    found = invoice(document(TaxTotal=means))
    assert found.payments[1].reference == "P1"
    assert "/Invoice/PaymentMeans[2]/InstructionNote" in found.unread


def test_the_vat_registration_is_taken_among_several() -> None:
    other = (
        "<cac:PartyTaxScheme><cbc:CompanyID>F-skatt</cbc:CompanyID><cac:TaxScheme><cbc:ID>TAX</cbc:ID>"
        "</cac:TaxScheme></cac:PartyTaxScheme>"
    )
    found = invoice(document(PartyTaxScheme=other))
    assert found.supplier.vat_id == Identifier("DK10000009")
    party = "/Invoice/AccountingSupplierParty/Party"
    assert found.supplier.paths["vat_id"] == f"{party}/PartyTaxScheme[2]/CompanyID"
    assert f"{party}/PartyTaxScheme[1]/CompanyID" in found.unread


def test_what_stands_twice_is_read_once_and_listed() -> None:
    text = document().replace(
        "<cbc:ID>F1</cbc:ID>", "<cbc:ID/><cbc:ID>F1</cbc:ID><cbc:ID>F2</cbc:ID>"
    )
    found = invoice(text)
    assert (found.number, found.paths["number"]) == ("F1", "/Invoice/ID[2]")
    assert "/Invoice/ID[3]" in found.unread


def test_several_notes_and_classes_are_kept_in_order() -> None:
    more = (
        "<cac:CommodityClassification><cbc:ItemClassificationCode listID='UNSPSC'>85121600"
        "</cbc:ItemClassificationCode></cac:CommodityClassification>"
    )
    text = document(ClassifiedTaxCategory=more).replace(
        "<cbc:Name>MR</cbc:Name>",
        "<cbc:Description>a</cbc:Description><cbc:Description>b</cbc:Description><cbc:Name>MR</cbc:Name>",
    )
    line = invoice(text).lines[0]
    assert line.description == "a\nb"
    assert line.classifications == (Identifier("85121600", "UNSPSC"),)
    assert line.paths["descriptions[2]"] == "/Invoice/InvoiceLine/Item/Description[2]"


def test_unknown_elements_are_listed_with_all_they_hold() -> None:
    more = (
        "<cac:Unknown><cbc:A>1</cbc:A><cac:B><cbc:A>2</cbc:A><cbc:A>3</cbc:A></cac:B></cac:Unknown>"
    )
    unread = invoice(document(PaymentMeans=more)).unread
    assert [path for path in unread if "Unknown" in path] == [
        "/Invoice/Unknown/A",
        "/Invoice/Unknown/B/A[1]",
        "/Invoice/Unknown/B/A[2]",
    ]


def test_an_allowance_without_an_amount_is_refused() -> None:
    broken = CHARGE.format(charge="true", amount="")
    with pytest.raises(Refusal) as caught:
        read(document(TaxTotal=broken).encode())
    assert caught.value.code == "missing-field"


def test_parts_that_are_absent_are_empty() -> None:
    text = document()
    start = text.index("<cac:AccountingSupplierParty>")
    found = invoice(text[:start] + text[text.index("<cac:PaymentMeans>") :])
    assert (found.supplier.name, found.supplier.cvr, found.payee) == ("", "", None)


def test_a_payee_is_a_party_of_its_own() -> None:
    payee = "<cac:PayeeParty><cac:PartyName><cbc:Name>Factoring</cbc:Name></cac:PartyName></cac:PayeeParty>"
    found = invoice(document(PaymentMeans=payee))
    assert found.payee is not None
    assert found.payee.name == "Factoring"
    assert found.payee.paths["name"] == "/Invoice/PayeeParty/PartyName/Name"


def test_a_read_invoice_is_frozen_copied_and_pickled() -> None:
    found = invoice(document())
    with pytest.raises(AttributeError):
        found.number = "F2"  # type: ignore[misc]
    for same in (copy.deepcopy(found), pickle.loads(pickle.dumps(found)), replace(found)):
        assert same == found
        assert same.paths == found.paths
    with pytest.raises(AttributeError):
        found.lines[0].nothing  # noqa: B018


@pytest.mark.parametrize(
    ("scheme", "value", "cvr"),
    [
        ("0184", "DK 10 00 00 09", "10000009"),
        ("DK:CVR", "dk10000009", "10000009"),
        ("0184", "1000000", ""),
        ("DK:CPR", "10000009", ""),
        ("", "10000009", ""),
    ],
)
def test_a_cvr_number_has_one_form(scheme: str, value: str, cvr: str) -> None:
    text = document().replace(
        '<cbc:CompanyID schemeID="0184">10000009', f'<cbc:CompanyID schemeID="{scheme}">{value}'
    )
    assert invoice(text).supplier.cvr == cvr
