"""What content is by its first bytes: programs, scripts, web pages, and the families that are kept.

Source: the formats' own specifications; the WHATWG standard "MIME Sniffing" for web pages.
"""

from __future__ import annotations

import re

from gevinst.engines.filetext.refusal import Code

HEAD = 4096
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PROGRAMS = (
    b"MZ", b"\x7fELF", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"dex\n", b"\0asm", b"L\x00\x00\x00\x01\x14\x02\x00",
    b"MSCF", b"!<arch>",
)  # fmt: skip
_ARCHIVES = (
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!",
    b"\x1f\x8b",
    b"\xfd7zXZ\0",
    b"BZh",
    b"\x28\xb5\x2f\xfd",
)
_IMAGES = {
    "image/png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "image/jpeg": re.compile(rb"\xff\xd8\xff"),
    "image/gif": re.compile(rb"GIF8[79]a"),
    "image/webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
}
_PROLOG = rb"(?:\s|<!--.{0,4000}?-->|<\?xml.{0,200}?\?>)*"
_MARKUP = re.compile(
    _PROLOG
    + rb"<(?:!doctype\s+(?:html|svg)|(?:\w+:)?(?:html|svg|stylesheet)\b|head\b|body\b|script\b"
    rb"|iframe\b|object\b|embed\b|\?xml-stylesheet)",
    re.IGNORECASE | re.DOTALL,
)
_SCRIPT = re.compile(rb"\s*(?:#!|<\?php|<%@|@echo off|Windows Registry Editor)", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def dangerous(content: bytes) -> Code | None:
    """Why content may never be kept, whatever its name; None when its beginning tells nothing.

    >>> dangerous(b"MZ\\x90\\x00"), dangerous(b" <!DOCTYPE html>"), dangerous(b"Hej") is None
    (<Code.EXECUTABLE: 'executable'>, <Code.MARKUP: 'markup'>, True)
    """
    if content.startswith(_PROGRAMS) and not _reads_as_words(content):
        return Code.EXECUTABLE
    if content.startswith(_ARCHIVES) and not _reads_as_words(content):
        return Code.ARCHIVE
    head = _plain(content[:HEAD])
    if _SCRIPT.match(head):
        return Code.SCRIPT
    return Code.MARKUP if _MARKUP.match(head) else None


def is_image(content: bytes, media_type: str) -> bool:
    """Whether content begins as pictures of the type do."""
    return bool(_IMAGES[media_type].match(content))


def is_pdf(content: bytes) -> bool:
    """Whether content is a PDF: the mark may stand within the first 1,024 bytes."""
    return b"%PDF-" in content[:1024]


def recognised(content: bytes) -> bool:
    """Whether content is of a family that its first bytes tell."""
    binary = content.startswith((*ZIP, COMPOUND)) or is_pdf(content)
    return binary or any(each.match(content) for each in _IMAGES.values())


def _reads_as_words(content: bytes) -> bool:
    """A text may begin with the letters of a signature ("MZ", "BZh"): binary content has zeros."""
    head = content[:HEAD]
    return b"\0" not in head and all(each >= 9 for each in head)  # noqa: PLR2004 - tab is 9


def _plain(head: bytes) -> bytes:
    for mark in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].replace(b"\0", b"")
    return head
