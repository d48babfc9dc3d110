"""Text files: UTF-8, UTF-16 with a mark, else Windows-1252; binary content is no text."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SHOWN = frozenset({9, 10, 11, 12, 13, 27})
SPACE = 32


def decoded(content: bytes) -> str | None:
    """The text of a file; None when it holds control characters that no text has.

    >>> decoded("Æble".encode("cp1252")), decoded(b"\\x00\\x01") is None
    ('Æble', True)
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if any(each < SPACE and each not in _SHOWN for each in set(content)):
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def lines(content: bytes) -> Iterator[str]:
    """The lines of a text file."""
    yield from (decoded(content) or "").splitlines()
