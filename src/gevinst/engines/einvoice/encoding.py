"""Byte order marks and declared encodings: what may be parsed as it is, and what is first made UTF-8.

Only encodings in which ASCII bytes mean ASCII are parsed as they are; otherwise markup could hide from
the search for a DOCTYPE (UTF-7, EBCDIC). Source: XML 1.0, appendix F.
"""

from __future__ import annotations

import codecs
import re

from gevinst.engines.einvoice.refusal import Refusal

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Without a mark, the first character of the document is "<" or white space.
_FIRST = re.compile(rb"[<\s]\0\0\0|\0\0\0[<\s]|[<\s]\0|\0[<\s]")
_WIDE = {(4, 0): "utf-32-le", (4, 3): "utf-32-be", (2, 0): "utf-16-le", (2, 1): "utf-16-be"}
_DECLARATION = re.compile(r"\s*<\?xml\s[^>]*\?>")
_DECLARED = re.compile(rb"<\?xml\s[^>]*?\sencoding\s*=\s*[\"']([^\"'>]*)[\"']")
_SAFE = re.compile(
    rb"(?:utf-?8|us-ascii|ascii|iso[-_]?8859[-_]\d{1,2}|latin-?1|windows-125\d|cp125\d)",
    re.IGNORECASE,
)


def as_utf8(content: bytes) -> bytes:
    """The document in an encoding that can be searched as ASCII, white space in front of it taken away.

    Raises: Refusal (`empty`, `bad-encoding`).
    """
    if content[:5] == b"<?xml" and b'"UTF-8"' in content[:60]:
        return content
    wide = _wide(content)
    if wide:
        return _narrow(content, wide)
    content = content.removeprefix(codecs.BOM_UTF8).lstrip()
    if not content:
        raise Refusal("empty")
    declared = _DECLARED.match(content)
    if declared and not _SAFE.fullmatch(declared[1]):
        raise Refusal("bad-encoding", "line 1", declared[1][:20].decode("ascii", "replace"))
    return content


def is_utf8(content: bytes) -> bool:
    """Whether the document is UTF-8 by its declaration or for want of one."""
    if _wide(content):
        return False
    declared = _DECLARED.match(content.removeprefix(codecs.BOM_UTF8).lstrip())
    return declared is None or declared[1].lower() == b"utf-8"


def _wide(content: bytes) -> str:
    for mark, name in _BOMS:
        if content.startswith(mark):
            return name
    first = _FIRST.match(content)
    return _WIDE[len(first[0]), len(first[0]) - len(first[0].lstrip(b"\0"))] if first else ""


def _narrow(content: bytes, encoding: str) -> bytes:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise Refusal("bad-encoding", "line 1", encoding) from None
    text = _DECLARATION.sub("", text.lstrip("\ufeff \t\r\n"), count=1).lstrip()
    if not text:
        raise Refusal("empty")
    return text.encode("utf-8", "surrogatepass")
