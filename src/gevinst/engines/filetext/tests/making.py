"""Real files of each family, made small: packages, a compound file, PDFs, pictures."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping
from io import BytesIO

import typst
import xlsxwriter
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
OFFICE_NS = "urn:oasis:names:tc:opendocument:xmlns"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
PROGRAM = b"MZ\x90\x00\x03" + b"\0" * 60


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    """A zip file of these members."""
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return kept.getvalue()


def docx(
    *paragraphs: str, parts: Mapping[str, bytes | str] | None = None, types: str = TYPES
) -> bytes:
    """A document of Word; further `parts` beside it."""
    runs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    body = f"<w:document {W}><w:body>{runs}</w:body></w:document>"
    return zipped({"[Content_Types].xml": types, "word/document.xml": body, **(parts or {})})


def pptx(*slides: str) -> bytes:
    """A presentation with one text a slide."""
    parts = {
        f"ppt/slides/slide{n}.xml": f"<p {A}><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p>"
        for n, text in enumerate(slides, 1)
    }
    return zipped({"[Content_Types].xml": TYPES, **parts})


def xlsx() -> bytes:
    """A workbook made by a real writer: a named sheet, a text, a number, a comment."""
    kept = BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True})
    sheet = book.add_worksheet("Frigivne timer")
    sheet.write("A1", "Kørselsgodtgørelse")
    sheet.write("B1", 42)
    sheet.write_comment("A1", "Husk bilag")
    book.close()
    return kept.getvalue()


def odt(
    body: str = "<text:p>Ansøgning</text:p>", manifest: str = "<manifest/>", **parts: str
) -> bytes:
    """A text of OpenDocument."""
    content = (
        f'<office:document-content xmlns:office="{OFFICE_NS}:office:1.0" '
        f'xmlns:text="{OFFICE_NS}:text:1.0"><office:body>{body}</office:body></office:document-content>'
    )
    members = {"META-INF/manifest.xml": manifest, "content.xml": content}
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", **members, **parts})


def pdf(*pages: str) -> bytes:
    """A PDF set by Typst, one text a page."""
    made = typst.compile("\n#pagebreak()\n".join(pages).encode(), format="pdf")
    assert isinstance(made, bytes)
    return made


def _written(writer: PdfWriter) -> bytes:
    kept = BytesIO()
    writer.write(kept)
    return kept.getvalue()


def pdf_locked(password: str) -> bytes:
    """A PDF that this password opens."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf("Hemmeligt"))))
    writer.encrypt(password, owner_password="ejer", algorithm="AES-256")
    return _written(writer)


def pdf_carrying(name: str) -> bytes:
    """A PDF with a file attached to it."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf("Med bilag"))))
    writer.add_attachment(name, b"indhold")
    return _written(writer)


def pdf_launching() -> bytes:
    """A PDF that starts a program when it is opened."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf("Åbn"))))
    action = {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("cmd")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    return _written(writer)


def compound(*names: str) -> bytes:
    """A compound file with one directory sector that holds these names (three at most)."""
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHH", head, 24, 0x3E, 3, 0xFFFE, 9)
    struct.pack_into("<II", head, 44, 1, 1)
    struct.pack_into("<109I", head, 76, 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    directory = bytearray(512)
    for number, name in enumerate(("Root Entry", *names)):
        said = name.encode("utf-16-le")
        directory[128 * number : 128 * number + len(said)] = said
        struct.pack_into("<H", directory, 128 * number + 64, len(said) + 2)
    return bytes(head) + table + bytes(directory)


def locked_zip() -> bytes:
    """A zip file whose member is marked as encrypted."""
    made = bytearray(zipped({"a.txt": "x"}))
    made[6] |= 1
    made[made.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(made)
