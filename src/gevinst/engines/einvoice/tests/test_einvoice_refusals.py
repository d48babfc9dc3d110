"""Untrusted bytes: each thing that can be wrong has its code, and what is only unusual is read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gevinst.engines.einvoice import (
    CODES,
    Draft,
    DraftLine,
    DraftParty,
    Refusal,
    read,
    shapes,
    write,
)
from gevinst.engines.einvoice.profiles import PEPPOL_BILLING, profile_of
from gevinst.engines.einvoice.shapes import forget
from gevinst.engines.einvoice.values import day, decimal, flag

DRAFT = Draft(
    profile="peppol-bis-3",
    kind="invoice",
    number="F1",
    issue_date=date(2026, 10, 1),
    due_date=date(2026, 11, 1),
    supplier=DraftParty("Hospital Ørsted", "10000009"),
    customer=DraftParty("Region", "29190925", gln="5798000000001"),
    lines=(
        DraftLine("1", "MR-scanning", Decimal(1), "EA", Decimal("2034.00")),
        DraftLine("2", "Kørsel", Decimal(2), "EA", Decimal("10.00"), Decimal(25)),
    ),
)
CONTENT = write(DRAFT)
TEXT = CONTENT.decode()
BODY = TEXT.partition("?>")[2].strip()
ENTITIES = "<!DOCTYPE Invoice [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]>"


def code_of(content: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        read(content)
    return caught.value.code


def changed(old: str, new: str) -> bytes:
    assert old in TEXT
    return TEXT.replace(old, new).encode()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        ("\ufeff ".encode("utf-16"), "empty"),
        (b"not xml", "not-xml"),
        (CONTENT[:-3], "not-xml"),
        (CONTENT + b"<", "not-xml"),
        (b"\0" * 100, "not-xml"),
        (TEXT.replace("F1", "F\x01").encode(), "not-xml"),
        (TEXT.replace("F1", "&unknown;").encode(), "not-xml"),
        (f"{ENTITIES}{BODY}".encode(), "doctype"),
        (f"<?xml version='1.0'?><!-- a --><?b?> {ENTITIES}{BODY}".encode(), "doctype"),
        (f"{ENTITIES}{BODY}".encode("utf-16"), "doctype"),
        (f"{ENTITIES}{BODY}".encode("utf-16-be"), "doctype"),
        (f"{ENTITIES}{BODY}".encode("utf-32"), "doctype"),
        (b"<?xml version='1.0' encoding='UTF-7'?>+ADw-x/+AD4-", "bad-encoding"),
        (b"<?xml version='1.0' encoding='martian'?><x/>", "bad-encoding"),
        (TEXT.encode("latin-1"), "bad-encoding"),
        (b"\xff\xfe<\0?", "bad-encoding"),
        (b"\xff\xfe<\0\0\xd8", "bad-encoding"),
        (b"<a>" * 1000 + b"</a>" * 1000, "too-deep"),
        (b"<a>" * 1_000_000, "too-deep"),
        (b"<a>" * 1_500_000, "too-deep"),
        (b"<a>" + b"<b/>" * 1_500_000 + b"</a>", "too-many-elements"),
        (b"<a " + b" ".join(b'a%d=""' % at for at in range(500_000)) + b"/>", "too-many-elements"),
        (b" " * 34_000_000, "too-large"),
        (b"<Invoice/>", "not-an-invoice"),
        (b"<html><body/></html>", "not-an-invoice"),
        (b"<StandardBusinessDocument><a/></StandardBusinessDocument>", "not-an-invoice"),
        (changed(PEPPOL_BILLING, PEPPOL_BILLING + "x"), "unknown-profile"),
        (changed(PEPPOL_BILLING, "urn:cen.eu:en16931:2017"), "unknown-profile"),
        (
            changed(f"<cbc:CustomizationID>{PEPPOL_BILLING}</cbc:CustomizationID>", ""),
            "unknown-profile",
        ),
        (changed("<cbc:ID>F1</cbc:ID>", ""), "missing-field"),
        (changed("<cbc:ID>F1</cbc:ID>", "<cbc:ID> </cbc:ID>"), "missing-field"),
        (changed("<cbc:IssueDate>2026-10-01</cbc:IssueDate>", ""), "missing-field"),
        (changed("cac:LegalMonetaryTotal", "cac:Other"), "missing-field"),
        (changed("PayableAmount", "OtherAmount"), "missing-field"),
        (changed("cac:InvoiceLine", "cac:CreditNoteLine"), "missing-field"),
        (changed("cbc:PriceAmount", "cbc:OtherAmount"), "missing-field"),
        (changed("2026-10-01", "2026-02-30"), "bad-value"),
        (changed("2026-10-01", "01-10-2026"), "bad-value"),
        (changed(">2034.00<", ">2.034,00<"), "bad-value"),
        (changed(">2034.00<", ">2034e0<"), "bad-value"),
        (changed(">2034.00<", ">NaN<"), "bad-value"),
        (changed(">2034.00<", ">٢٠٣٤<"), "bad-value"),
        (changed('">2034.00</cbc:PriceAmount>', f'">{"9" * 40}</cbc:PriceAmount>'), "bad-value"),
        (changed(">2059.00</cbc:Payable", ">2060.00</cbc:Payable"), "totals-differ"),
        (changed('">2034.00</cbc:Line', '">2134.00</cbc:Line'), "totals-differ"),
    ],
)
def test_each_fault_has_its_code(content: bytes, code: str) -> None:
    assert code_of(content) == code


def test_the_codes_are_tested_one_and_all() -> None:
    mark = test_each_fault_has_its_code.pytestmark[0]
    assert {code for _, code in mark.args[1]} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_refusal_says_what_where_and_what_to_do_in_two_languages(code: str) -> None:
    refusal = Refusal(code, "/Invoice/ID", "number")
    assert refusal.message_da != refusal.message_en
    assert all("(/Invoice/ID, number)" in said for said in (refusal.message_da, refusal.message_en))
    assert "/Invoice/ID" in str(refusal)
    assert code in str(Refusal(code))


def test_a_bad_value_is_located_without_being_repeated() -> None:
    with pytest.raises(Refusal) as caught:
        read(changed('">10.00</cbc:PriceAmount>', '">610190-1234</cbc:PriceAmount>'))
    assert caught.value.where == "/Invoice/InvoiceLine[2]/Price/PriceAmount"
    assert "610190" not in caught.value.message_da + caught.value.message_en + str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + CONTENT,
        b"\n \t" + CONTENT,
        b"\xef\xbb\xbf\r\n" + CONTENT,
        BODY.encode(),
        BODY.encode("utf-16"),
        BODY.encode("utf-16-le"),
        BODY.encode("utf-16-be"),
        b"\xfe\xff" + BODY.encode("utf-16-be"),
        BODY.encode("utf-32"),
        TEXT.replace("UTF-8", "UTF-16").encode("utf-16"),
        TEXT.replace("UTF-8", "UTF-16LE").encode("utf-16-le"),
        TEXT.replace("UTF-8", "ISO-8859-1").encode("latin-1"),
        TEXT.replace("UTF-8", "windows-1252").encode("cp1252"),
        TEXT.replace('"UTF-8"', "'utf-8'").encode(),
        TEXT.replace("<cbc:ID>F1<", "<cbc:ID><!-- a -->F1<").encode(),
        TEXT.replace("<cbc:ID>F1<", "<cbc:ID><![CDATA[F1]]><").encode(),
        TEXT.replace("<cbc:ID>F1<", "<cbc:ID>\n F&#49; <").encode(),
        TEXT.replace("cbc:", "x:").replace("xmlns:cbc", "xmlns:x").encode(),
        f"<StandardBusinessDocument><a/>{BODY}</StandardBusinessDocument>".encode(),
        (
            '<s:StandardBusinessDocument xmlns:s="http://www.unece.org/cefact/namespaces/'
            f'StandardBusinessDocumentHeader"><s:StandardBusinessDocumentHeader/>{BODY}'
            "</s:StandardBusinessDocument>"
        ).encode(),
        changed("2026-10-01", "2026-10-01+02:00"),
        changed("2026-10-01", "2026-10-01Z"),
        changed(PEPPOL_BILLING, f"\n  {PEPPOL_BILLING}\t"),
    ],
)
def test_unusual_documents_are_read_and_say_the_same(content: bytes) -> None:
    expected = read(CONTENT)
    for _ in range(3):
        found = read(content)
        assert replace(found, sha256="", customization_id="") == replace(
            expected, sha256="", customization_id=""
        )
        assert found.paths["number"] == "/Invoice/ID"


def test_a_large_attachment_is_read_and_described() -> None:
    blob = "QUJD" * 3_000_000
    reference = (
        "<cac:AdditionalDocumentReference><cbc:ID>B1</cbc:ID><cac:Attachment>"
        '<cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="a.pdf">'
        f"{blob}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment>"
        "</cac:AdditionalDocumentReference>"
    )
    found = read(
        TEXT.replace(
            "<cac:AccountingSupplierParty>", reference + "<cac:AccountingSupplierParty>"
        ).encode()
    )
    (attachment,) = found.attachments
    assert (attachment.size, attachment.mime, attachment.filename) == (
        9_000_000,
        "application/pdf",
        "a.pdf",
    )


def test_an_attachment_that_is_no_base64_counts_as_empty() -> None:
    reference = (
        "<cac:AdditionalDocumentReference><cbc:ID>B1</cbc:ID><cac:Attachment>"
        '<cbc:EmbeddedDocumentBinaryObject mimeCode="x">Q</cbc:EmbeddedDocumentBinaryObject>'
        "</cac:Attachment></cac:AdditionalDocumentReference>"
    )
    content = TEXT.replace(
        "<cac:AccountingSupplierParty>", reference + "<cac:AccountingSupplierParty>"
    )
    assert [read(content.encode()).attachments[0].size for _ in range(4)] == [0] * 4


def test_an_invoice_of_ten_thousand_lines_is_read() -> None:
    many = tuple(replace(DRAFT.lines[0], id=str(at)) for at in range(10_000))
    assert len(read(write(replace(DRAFT, profile="oioubl-2", lines=many))).lines) == 10_000


@pytest.mark.parametrize(
    "text",
    [
        "x ]]> y",
        "a\x02b",
        "a &lt; b",
        "a &unknown; b",
        "a\r\nb",
        " a ",
        "\u00a0a\u00a0",
        "a > b",
        "ø\ud7ff",
    ],
)
def test_an_odd_text_in_known_markup_is_read_as_the_parser_reads_it(text: str) -> None:
    odd = changed("Hospital Ørsted", text)
    forget()
    expected = outcome(odd)
    for _ in range(3):
        read(CONTENT)
    assert outcome(odd) == expected


def outcome(content: bytes) -> object:
    try:
        return read(content).supplier
    except Refusal as refusal:
        return refusal.code


def test_markup_beyond_the_limit_is_forgotten_and_learned_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("gevinst.engines.einvoice.shapes.MOST", 2)
    for at in range(10):
        assert read(CONTENT + b"\n" * at).number == "F1"


@pytest.mark.parametrize(
    ("written", "profile"),
    [
        ("OIOUBL-2.01", "oioubl-2"),
        ("OIOUBL-2.02", "oioubl-2"),
        ("OIOUBL-2.1", "oioubl-2"),
        ("OIOUBL-2.2", None),
        ("oioubl-2.1", None),
        ("urn:fdc:oioubl.dk:trns:billing:invoice:3.0", "oioubl-3"),
        ("urn:fdc:oioubl.dk:trns:billing:creditnote:3.0", "oioubl-3"),
        ("urn:fdc:oioubl.dk:trns:billing:invoice:3.1", None),
        (PEPPOL_BILLING, "peppol-bis-3"),
        (PEPPOL_BILLING.replace("billing", "selfbilling"), "peppol-bis-3"),
        (
            PEPPOL_BILLING + "#conformant#urn:fdc:anskaffelser.no:2019:ehf:reminder:3.0",
            "peppol-bis-3",
        ),
        (PEPPOL_BILLING + "#compliant#urn:x", "peppol-bis-3"),
        (PEPPOL_BILLING + "#conformant#", None),
        (PEPPOL_BILLING + "#other#urn:x", None),
        ("urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0", None),
        ("", None),
    ],
)
def test_the_profile_is_found_by_the_exact_customization_id(
    written: str, profile: str | None
) -> None:
    assert profile_of(written) == profile


@pytest.mark.parametrize(
    ("convert", "text"),
    [
        (decimal, "1-2"),
        (decimal, "1_000"),
        (decimal, ""),
        (decimal, "0." + "0" * 70),
        (day, "2024-W01-1"),
        (day, "20240101"),
        (day, "2024-01-01T00:00:00"),
        (day, "2024-01-01+15:00"),
        (flag, "yes"),
        (flag, "TRUE"),
    ],
)
def test_values_are_strict(convert: object, text: str) -> None:
    with pytest.raises(ValueError):
        convert(text)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b">2034.00<", b">2.034,00<"),
        (b">2034.00<", b">1-1<"),
        (b">2034.00<", b">" + b"1" * 30 + b"<"),
        (b">2026-10-01<", b">2026-13-01<"),
        (b">Region<", b">Reg\xffion<"),
        (b">2059.00<", b">2059.50<"),
        (PEPPOL_BILLING.encode(), b"OIOUBL-9"),
    ],
)
def test_a_fault_in_known_markup_is_found_as_the_parser_finds_it(old: bytes, new: bytes) -> None:
    assert old in CONTENT
    faulty = CONTENT.replace(old, new)
    forget()
    expected = code_of(faulty)
    for _ in range(3):
        read(CONTENT)
    assert code_of(faulty) == expected


@pytest.mark.parametrize(
    "odd",
    [
        TEXT.replace("<cbc:ID>F1<", "<!-- <cbc:ID>F0</cbc:ID> --><cbc:ID>F1<"),
        TEXT.replace("<cbc:ID>F1<", "<cbc:Note>\ue000</cbc:Note><cbc:ID>\n\ue000 F1<"),
        TEXT.replace("<cbc:ID>F1<", "<cbc:Note>\n in markup</cbc:Note><cbc:ID>F1<"),
        TEXT.replace(">2059.00</cbc:Pay", "> 2059.00</cbc:Pay"),
        TEXT.replace("<cbc:ID>F1<", "<?odd <a>text</a> ?><cbc:ID>F1<"),
        TEXT.replace("UTF-8", "ISO-8859-1").replace("Ø", "O").replace("ø", "o"),
    ],
)
def test_markup_that_cannot_be_relied_on_is_parsed_every_time(odd: str) -> None:
    forget()
    expected = read(odd.encode())
    assert all(read(odd.encode()) == expected for _ in range(4))


def test_markup_that_is_no_invoice_has_no_plan() -> None:
    assert shapes._plan(shapes.Pieces(b"<a>text</a>")) is None
