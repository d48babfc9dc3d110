"""All shared e-invoices, read by the engine and by XPath written here: both must say the same.

The material stands beside the checkout and is never copied into it. Where it is missing these tests fail,
unless GEVINST_WITHOUT_SHARED=1 says that it is known to be missing.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from gevinst.engines.einvoice import Invoice, Refusal, read
from gevinst.engines.einvoice.shapes import forget

SHARED = Path(__file__).parents[2].parent / "shared" / "testdata" / "einvoice"
NAMES = {"OIOUBL2": "oioubl-2", "OIOUBL3": "oioubl-3", "PEPPOL": "peppol-bis-3"}
KINDS = {"Invoice": "invoice", "CreditNote": "credit-note"}
HERE = SHARED.is_dir()
ABSENT = os.environ.get("GEVINST_WITHOUT_SHARED") == "1"
DOCUMENTS: list[dict[str, Any]] = (
    json.loads((SHARED / "documents.json").read_text()) if HERE else []
)
NS = {
    "c": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
    "a": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
}


@pytest.mark.skipif(ABSENT, reason="GEVINST_WITHOUT_SHARED=1: shared e-invoices NOT tested")
def test_the_shared_material_is_there() -> None:
    if not HERE:
        pytest.fail("shared/testdata/einvoice is not beside the checkout: nothing was compared")
    assert len(DOCUMENTS) == 118


def content_of(entry: dict[str, Any]) -> bytes:
    return (SHARED / entry["path"]).read_bytes()


def tree_of(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(huge_tree=True))


def first(element: etree._Element, path: str) -> str:
    found = element.xpath(f"string(({path})[1])", namespaces=NS)
    return str(found).strip()


def number(element: etree._Element, path: str) -> Decimal | None:
    text = first(element, path)
    return Decimal(text) if text else None


def identity(entry: dict[str, Any]) -> str:
    return str(entry["path"]).split("/")[-1][:40]


each = pytest.mark.parametrize("entry", DOCUMENTS, ids=identity)


@each
def test_a_document_says_what_xpath_says(entry: dict[str, Any]) -> None:
    content = content_of(entry)
    root, invoice = tree_of(content), read(content)
    assert invoice.sha256 == entry["sha256"] == hashlib.sha256(content).hexdigest()
    assert invoice.profile == NAMES[entry["profile"]]
    assert invoice.kind == KINDS[entry["type"]]
    assert invoice.number == first(root, "c:ID")
    assert invoice.issue_date.isoformat() == first(root, "c:IssueDate")[:10]
    assert invoice.currency == first(root, "c:DocumentCurrencyCode")
    assert invoice.order == first(root, "a:OrderReference/c:ID")
    assert invoice.buyer_reference == first(root, "c:BuyerReference")
    assert len(invoice.lines) == entry["lines"]


@each
def test_the_supplier_and_the_customer_are_right(entry: dict[str, Any]) -> None:
    root, invoice = tree_of(content_of(entry)), read(content_of(entry))
    party = "a:AccountingSupplierParty/a:Party"
    company = f"{party}/a:PartyLegalEntity/c:CompanyID"
    danish = first(root, f"{company}[@schemeID='DK:CVR' or @schemeID='0184']")
    assert invoice.supplier.cvr == danish.removeprefix("DK")
    assert invoice.supplier.legal_id.value == first(root, company)
    assert invoice.supplier.legal_id.scheme == first(root, f"{company}/@schemeID")
    assert invoice.supplier.name == (
        first(root, f"{party}/a:PartyName/c:Name")
        or first(root, f"{party}/a:PartyLegalEntity/c:RegistrationName")
    )
    endpoint = "a:AccountingCustomerParty/a:Party/c:EndpointID"
    gln = first(root, f"{endpoint}[@schemeID='GLN' or @schemeID='0088']")
    assert invoice.customer.gln == (gln if re.fullmatch(r"\d{13}", gln) else "")


@each
def test_every_line_is_right(entry: dict[str, Any]) -> None:
    root, invoice = tree_of(content_of(entry)), read(content_of(entry))
    lines = root.xpath("a:InvoiceLine | a:CreditNoteLine", namespaces=NS)
    for line, element in zip(invoice.lines, lines, strict=True):
        assert line.id == first(element, "c:ID")
        assert line.name == first(element, "a:Item/c:Name")
        assert line.quantity == number(element, "c:InvoicedQuantity | c:CreditedQuantity")
        assert line.price == number(element, "a:Price/c:PriceAmount")
        assert line.amount == number(element, "c:LineExtensionAmount")
        assert line.seller_item_id == first(element, "a:Item/a:SellersItemIdentification/c:ID")


@each
def test_the_totals_have_one_meaning_in_all_profiles(entry: dict[str, Any]) -> None:
    root, invoice = tree_of(content_of(entry)), read(content_of(entry))
    stated = root.find("a:LegalMonetaryTotal", NS)
    assert stated is not None
    exclusive = number(stated, "c:TaxExclusiveAmount")
    totals = invoice.totals
    assert totals.payable == number(stated, "c:PayableAmount")
    assert totals.lines == number(stated, "c:LineExtensionAmount")
    assert totals.with_tax == number(stated, "c:TaxInclusiveAmount")
    assert totals.prepaid == (number(stated, "c:PrepaidAmount") or 0)
    assert totals.rounding == (number(stated, "c:PayableRoundingAmount") or 0)
    assert (totals.tax if entry["profile"] == "OIOUBL2" else totals.without_tax) == exclusive


@each
def test_every_field_was_read_from_where_it_says(entry: dict[str, Any]) -> None:
    root, invoice = tree_of(content_of(entry)), read(content_of(entry))

    def at(path: str) -> str:
        steps = re.sub(r"/([^/@\[]+)", r"/*[local-name()='\1']", path)
        found = root.getroottree().xpath(steps)
        assert len(found) == 1, path
        return str(found[0] if isinstance(found[0], str) else found[0].text).strip()

    assert at(invoice.paths["number"]) == invoice.number
    assert at(invoice.totals.paths["payable"]) == first(
        root, "a:LegalMonetaryTotal/c:PayableAmount"
    )
    for line in invoice.lines:
        assert at(line.paths["id"]) == line.id
        assert not line.name or at(line.paths["name"]) == line.name
        assert Decimal(at(line.paths["amount"])) == line.amount
    parts: list[Any] = [invoice, invoice.supplier, invoice.customer, *invoice.lines]
    read_at = {path.split("/@")[0] for part in parts for path in part.paths.values()}
    texts = [at(path) for path in invoice.unread]
    assert all(texts)
    assert not read_at & set(invoice.unread)


@each
def test_every_text_is_read_or_listed_as_unread(entry: dict[str, Any]) -> None:
    root, invoice = tree_of(content_of(entry)), read(content_of(entry))
    parts: list[Any] = [invoice, invoice.supplier, invoice.customer, invoice.totals]
    parts += [*invoice.lines, *invoice.payments, *([invoice.payee] if invoice.payee else [])]
    places = {path for part in parts for path in part.paths.values() if "/@" not in path}
    holding = [element for element in root.iter("*") if element.text and element.text.strip()]
    assert len(places) + len(invoice.unread) == len(holding)


@each
def test_known_markup_and_the_parser_give_the_same_invoice(entry: dict[str, Any]) -> None:
    content = content_of(entry)
    forget()
    parsed, _, again = read(content), read(content), read(content)
    assert again == parsed
    assert again.unread == parsed.unread


@each
def test_a_falsified_payable_amount_is_refused(entry: dict[str, Any]) -> None:
    content, refused = content_of(entry), 0
    for change in (Decimal("1.00"), Decimal("-0.02"), Decimal("1000.00")):
        payable = str(number(tree_of(content), "a:LegalMonetaryTotal/c:PayableAmount"))
        falsified = re.sub(
            rb"(PayableAmount[^>]*>\s*)[-0-9.]+",
            lambda match: match[1] + str(Decimal(payable) + change).encode(),  # noqa: B023
            content,
        )
        with pytest.raises(Refusal) as caught:
            read(falsified)
        refused += caught.value.code == "totals-differ"
    assert refused == 3


@each
def test_a_falsified_line_amount_is_refused(entry: dict[str, Any]) -> None:
    root = tree_of(content_of(entry))
    amount = root.find("*/c:Price/../c:LineExtensionAmount", NS)
    amount = root.xpath(
        "(a:InvoiceLine | a:CreditNoteLine)[1]/c:LineExtensionAmount", namespaces=NS
    )[0]
    amount.text = str(Decimal(amount.text.strip()) + 100)
    with pytest.raises(Refusal) as caught:
        read(etree.tostring(root))
    assert caught.value.code == "totals-differ"


def outcome(content: bytes) -> Invoice | str:
    try:
        return read(content)
    except Refusal as refusal:
        return refusal.code


@each
def test_a_mutated_document_is_read_or_refused_and_never_more(entry: dict[str, Any]) -> None:
    chance, content = random.Random(entry["sha256"]), content_of(entry)
    for _ in range(30 if len(content) < 50_000 else 3):
        mutated = bytearray(content)
        for _ in range(chance.randint(1, 4)):
            at, size = chance.randrange(len(mutated)), chance.choice((0, 1, 1, 8, 200))
            new = chance.choice(
                (b"", b"<", b">", b"&", b"\0", b"9", b"-", b" ", b"\xff", b"</", b'"')
            )
            mutated[at : at + size] = new
        found = outcome(bytes(mutated))
        if isinstance(found, Invoice):
            forget()
            assert outcome(bytes(mutated)) == found
            assert isinstance(found.unread, tuple)


UBL = ("Invoice", "CreditNote")


def fragments() -> list[bytes]:
    """Every invoice and credit note inside the official rule cases."""
    found: list[bytes] = []
    for path in sorted((SHARED / "unit").rglob("*.xml")):
        for element in tree_of(path.read_bytes()).iter("{*}Invoice", "{*}CreditNote"):
            found.append(etree.tostring(element))
    return found


@pytest.mark.skipif(not HERE, reason="shared e-invoices NOT tested")
def test_official_rule_fragments_are_refused_with_a_code_or_read() -> None:
    found = [outcome(fragment) for fragment in fragments()]
    assert len(found) > 900
    assert all(isinstance(one, Invoice | str) for one in found)


@pytest.mark.skipif(not HERE, reason="shared e-invoices NOT tested")
def test_every_file_of_the_shared_material_is_read_or_refused() -> None:
    for path in SHARED.rglob("*"):
        if path.is_file():
            assert isinstance(outcome(path.read_bytes()), Invoice | str)
