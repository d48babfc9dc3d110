"""Which files are kept and which never are, by name and by content."""

from __future__ import annotations

import pytest

from gevinst.engines.filetext import ALLOWED, Code, Kind, Limits, Refusal, check, kind_of_name
from gevinst.engines.filetext.tests import making

LIMITS = Limits()
MACRO_TYPES = (
    '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled"/></Types>'
)
WORD_MACRO = {"word/vbaProject.bin": b"x"}


def holding(name: str, content: bytes) -> bytes:
    """A document with an object in it."""
    return making.docx("x", parts={f"word/embeddings/{name}": content})


def answer(name: str, content: bytes) -> str:
    """The code of the refusal, or the media type."""
    found = check(name, content, LIMITS)
    return found.code if isinstance(found, Refusal) else found.media_type


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b"Hej"),
        ("a.log", b"MZ er to bogstaver"),
        ("a.md", "Æble".encode("cp1252")),
        ("a.csv", "a;b\n1;2".encode("utf-16")),
        ("a.json", b"{}"),
        ("a.yaml", b"a: 1"),
        ("proces.bpmn", b'<?xml version="1.0"?><definitions/>'),
        ("a.pdf", making.pdf("Hej")),
        ("a.pdf", making.pdf_locked("x")),
        ("a.pdf", making.pdf_carrying("bilag.xml")),
        ("a.pdf", b"ikke en pdf"),
        ("a.docx", making.docx("Hej")),
        ("a.docx", making.docx("Hej")[:-30]),
        ("a.docx", making.compound("EncryptedPackage")),
        ("a.docx", b"ikke et dokument"),
        ("a.docx", holding("oleObject1.bin", making.compound("Equation"))),
        ("a.docx", holding("Regneark.xlsx", making.xlsx())),
        ("a.docx", holding("billede.emf", b"x")),
        ("A.XLSX", making.xlsx()),
        ("a.pptx", making.pptx("Hej")),
        ("a.odt", making.odt()),
        ("a.odt", making.odt(manifest="<m><encryption-data/></m>")),
        ("a.png", making.PNG),
        ("a.zip", making.zipped({"a.txt": "x", "mappe/b.docx": making.docx("x"), "tom.txt": ""})),
        ("a.zip", making.zipped({"__MACOSX/._a": b"\0", "x/.DS_Store": b"\0", "a.txt": "x"})),
    ],
)  # fmt: skip
def test_what_people_share_is_kept(name: str, content: bytes) -> None:
    found = check(name, content, LIMITS)
    assert isinstance(found, Kind)
    assert found == kind_of_name(name)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.exe", b"x", "executable"),
        ("vejledning.pdf", making.PROGRAM, "executable"),
        ("a.txt", b"\x7fELF\0\0", "executable"),
        ("a.ps1", b"x", "script"),
        ("a.txt", b"#!/bin/sh\n", "script"),
        ("a.txt", b"\xef\xbb\xbf<?php", "script"),
        ("a.html", b"x", "markup"),
        ("a.svg", b"x", "markup"),
        ("a.txt", b"\n <!doctype HTML>", "markup"),
        ("a.xml", b"<?xml version='1.0'?><!-- x --><svg:svg/>", "markup"),
        ("a.xml", "<html/>".encode("utf-16"), "markup"),
        ("a.docm", b"x", "macros"),
        ("a.docx", making.docx("x", parts=WORD_MACRO), "macros"),
        ("a.docx", making.docx("x", types=MACRO_TYPES), "macros"),
        ("a.docx", making.docx("x", parts=WORD_MACRO)[:-40], "macros"),
        ("a.xlsx", making.docx("x", parts={"xl/macrosheets/sheet1.xml": "x"}), "macros"),
        ("a.odt", making.odt(**{"Basic/Standard/Module1.xml": "x"}), "macros"),
        ("a.doc", b"x", "legacy"),
        ("a.docx", making.compound("WordDocument"), "legacy"),
        ("a.docx", holding("o.bin", making.compound("\x01Ole10Native")), "embedded"),
        ("a.docx", holding("o.bin", making.compound()[:600]), "embedded"),
        ("a.docx", holding("o.exe", b"x"), "embedded"),
        ("a.docx", holding("o.docx", b"x"), "embedded"),
        ("a.docx", holding("o.docx", making.docx("x", parts=WORD_MACRO)), "macros"),
        ("a.pdf", making.pdf_carrying("vira.exe"), "embedded"),
        ("a.pdf", making.pdf_launching(), "executable"),
        ("a.pdf", b"%PDF-1.4 /Launch", "executable"),
        ("a.pdf", making.docx("x"), "mismatch"),
        ("a.docx", making.zipped({"a.txt": "x"}), "mismatch"),
        ("a.docx", making.PNG, "mismatch"),
        ("a.png", making.pdf("x"), "mismatch"),
        ("a.txt", making.PNG, "mismatch"),
        ("a.zip", making.zipped({"x/a.exe": "x"}), "executable"),
        ("a.zip", making.zipped({"a.docx": making.docx("x", parts=WORD_MACRO)}), "macros"),
        ("a.zip", making.zipped({"b.zip": making.zipped({"a.txt": "x"})}), "nested"),
        ("a.zip", making.locked_zip(), "locked-archive"),
        ("a.zip", b"PK\x03\x04 i stykker", "archive"),
        ("a.zip", making.zipped({"a.txt": "tekst" * 99}).replace(b"a.txt", b"b.txt", 1), "archive"),
        ("a.7z", b"x", "archive"),
        ("a.txt", b"Rar!\x1a\x07\0", "archive"),
        ("a.dwg", b"x", "unknown"),
        ("uden-endelse", b"x", "unknown"),
    ],
)  # fmt: skip
def test_what_may_do_harm_is_refused(name: str, content: bytes, code: str) -> None:
    assert answer(name, content) == code


def test_a_refusal_names_the_file_inside() -> None:
    content = making.zipped({"gode/a.txt": "x", "onde/b.bat": "x"})
    assert check("a.zip", content, LIMITS) == Refusal(Code.SCRIPT, "onde/b.bat")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", making.docx("x" * 5000)),
        ("a.zip", making.zipped({"a.txt": "x" * 5000})),
        ("a.docx", holding("o.xlsx", making.zipped({"a": "x" * 5000}))),
    ],
)  # fmt: skip
def test_what_unpacks_to_too_much_is_refused(name: str, content: bytes) -> None:
    found = check(name, content, Limits(unpacked=4000))
    assert isinstance(found, Refusal)
    assert found.code in {Code.TOO_LARGE, Code.EMBEDDED}


def test_too_many_members_are_refused() -> None:
    content = making.zipped({f"{n}.txt": "x" for n in range(5)})
    assert check("a.zip", content, Limits(members=4)) == Refusal(Code.TOO_LARGE)


def test_documents_stand_within_documents_one_level_down() -> None:
    inner = holding("o.docx", making.docx("x"))
    content = holding("o.docx", inner)
    assert answer("a.docx", content) == "embedded"


@pytest.mark.parametrize(("parts", "code"), [({}, ""), (WORD_MACRO, "macros")])
def test_a_part_that_cannot_be_unpacked_makes_a_damaged_document(
    parts: dict[str, bytes], code: str
) -> None:
    whole = making.docx("x", parts=parts)
    at = whole.index(b"[Content_Types].xml") + len("[Content_Types].xml")
    found = check("a.docx", whole[:at] + b"\xff" + whole[at + 1 :], LIMITS)
    assert (found.code if isinstance(found, Refusal) else "") == code


def test_every_type_that_is_kept_has_a_media_type() -> None:
    assert all(kind_of_name(f"a.{ending}") for ending in ALLOWED)


def test_a_directory_that_leads_back_to_itself_comes_to_an_end() -> None:
    from gevinst.engines.filetext.compound import entry_names

    whole = bytearray(making.compound("EncryptedPackage"))
    whole[512 + 4 : 512 + 8] = (1).to_bytes(4, "little")
    assert entry_names(bytes(whole)) == {"Root Entry", "EncryptedPackage"}
