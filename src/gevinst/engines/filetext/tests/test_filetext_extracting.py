"""The text of each family, in order, and how far it was read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gevinst.engines.filetext import (
    ALLOWED,
    Extract,
    Kind,
    Limits,
    Reading,
    check,
    extract,
    kind_of_name,
)
from gevinst.engines.filetext.tests import making
from gevinst.engines.filetext.texts import pdf as pdf_module

LIMITS = Limits()
SLIDES = [f"Dias {n}" for n in range(1, 12)]
CORE = {"docProps/core.xml": "<c><creator>N N</creator><title>Plan</title></c>"}
MIXED = "<text:h>Titel</text:h><text:p>En <text:span>rød</text:span> tråd</text:p>"
TRACKED = "<text:tracked-changes><text:p>slettet</text:p></text:tracked-changes><text:p>nu</text:p>"
STARTS = [b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]


def read(name: str, content: bytes, limits: Limits = LIMITS) -> Extract:
    kind = kind_of_name(name)
    assert kind is not None
    return extract(kind, content, limits)


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("a.txt", "Æble\r\n\r\n  pære  ".encode(), "Æble\npære"),
        ("a.csv", "a;bø".encode("cp1252"), "a;bø"),
        ("a.md", "blåbær".encode("utf-16"), "blåbær"),
        ("a.bpmn", b'<d xmlns="urn:x"><task name="Godkend"/><t>fri</t></d>', "Godkend\nfri"),
        ("a.xml", '<?xml version="1.0" encoding="ISO-8859-1"?><a>blå</a>'.encode("latin-1"), "blå"),
        ("a.pdf", making.pdf("Sygedagpenge", "Side to"), "Sygedagpenge\nSide to"),
        ("a.docx", making.docx("Første", "Andet &amp; sidste"), "Første\nAndet & sidste"),
        ("a.docx", making.docx("x", parts={"word/footnotes.xml": "<p><t>note</t></p>"}), "x\nnote"),
        ("a.docx", making.docx("a</w:t><w:tab/><w:t>b"), "a b"),
        ("a.docx", making.docx("a</w:t></w:r><Fallback><w:t>to</w:t></Fallback><w:r><w:t>"), "a"),
        ("a.docx", making.docx("x", parts=CORE), "x\nPlan"),
        ("a.pptx", making.pptx(*SLIDES), "\n".join(SLIDES)),
        ("a.odt", making.odt(MIXED), "Titel\nEn rød tråd"),
        ("a.odt", making.odt(TRACKED), "nu"),
        ("a.zip", making.zipped({"m/a.txt": "inde", "b.zip": b"x"}), "m/a.txt\ninde\nb.zip"),
    ],
)  # fmt: skip
def test_what_is_written_is_read_in_order(name: str, content: bytes, text: str) -> None:
    assert read(name, content) == Extract(text, Reading.READ)


def test_a_workbook_gives_sheets_texts_and_comments() -> None:
    found = read("a.xlsx", making.xlsx())
    assert found.reading == Reading.READ
    assert {"Frigivne timer", "Kørselsgodtgørelse", "Husk bilag"} <= set(found.text.splitlines())


@pytest.mark.parametrize(
    ("name", "content", "reading"),
    [
        ("a.png", making.PNG, Reading.NOTHING),
        ("a.txt", b" \n ", Reading.NOTHING),
        ("a.pdf", making.pdf_locked("x"), Reading.LOCKED),
        ("a.docx", making.compound("EncryptedPackage"), Reading.LOCKED),
        ("a.odt", making.odt(manifest="<m><encryption-data/></m>"), Reading.LOCKED),
        ("a.pdf", b"%PDF-1.7 intet", Reading.BROKEN),
        ("a.docx", making.docx("x")[:-20], Reading.BROKEN),
        ("a.docx", making.docx("a</w:p>"), Reading.BROKEN),
        ("a.odt", making.zipped({"META-INF/manifest.xml": "x"}), Reading.BROKEN),
        ("a.xml", b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", Reading.BROKEN),
    ],
)
def test_what_cannot_be_read_is_told_and_not_raised(
    name: str, content: bytes, reading: Reading
) -> None:
    assert read(name, content) == Extract("", reading)


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    assert read("a.pdf", making.pdf_locked("")).text == "Hemmeligt"


def test_what_was_read_before_the_fault_is_kept() -> None:
    found = read("a.xml", b"<a><b>" + b"<c>ord</c>" * 9000 + b"</a>")
    assert found.reading == Reading.BROKEN
    assert found.text.startswith("ord\nord")


@pytest.mark.parametrize(
    ("name", "content", "limits", "text"),
    [
        ("a.txt", b"12345678\n1", Limits(characters=4), "1234"),
        ("a.txt", b"123\n456\n789", Limits(characters=8), "123\n456"),
        ("a.pdf", making.pdf("en", "to"), Limits(pages=1), "en"),
        ("a.docx", making.docx("x" * 900), Limits(unpacked=100), ""),
    ],
)
def test_reading_stops_where_the_limits_say(
    name: str, content: bytes, limits: Limits, text: str
) -> None:
    assert read(name, content, limits) == Extract(text, Reading.PARTLY)


def test_a_page_that_is_a_large_drawing_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    content = making.pdf("kort", "lang " * 3000)
    monkeypatch.setattr(pdf_module, "PAGE_BYTES", 2000)
    assert read("a.pdf", content) == Extract("kort", Reading.PARTLY)


def test_a_page_without_instructions_is_empty() -> None:
    from io import BytesIO

    from pypdf import PdfWriter

    writer, kept = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(kept)
    assert read("a.pdf", kept.getvalue()).reading == Reading.NOTHING


def test_zeros_and_half_characters_are_left_out() -> None:
    assert read("a.json", b"a\x0cb").text == "a\nb"
    assert "\0" not in read("a.txt", "a\0b".encode("utf-16")).text


@settings(max_examples=200, deadline=None)
@given(
    ending=st.sampled_from(ALLOWED), content=st.binary(max_size=300), start=st.sampled_from(STARTS)
)
def test_no_content_makes_reading_raise(ending: str, content: bytes, start: bytes) -> None:
    found = check(f"a.{ending}", start + content, Limits(unpacked=10_000))
    if isinstance(found, Kind):
        read(f"a.{ending}", start + content).text.encode()


@given(st.binary(max_size=1500))
def test_a_damaged_compound_file_never_raises(content: bytes) -> None:
    from gevinst.engines.filetext.compound import entry_names

    whole = bytearray(making.compound("EncryptedPackage"))
    whole[30 : 30 + len(content)] = content
    assert isinstance(entry_names(bytes(whole)), frozenset)
