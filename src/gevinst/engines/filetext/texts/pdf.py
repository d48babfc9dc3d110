"""The text of a PDF, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from pypdf import PageObject, PdfReader

from gevinst.engines.filetext.texts.locked import Locked

# Drawing instructions of one page and of all: text of a page is some kilobytes, a map may be megabytes.
PAGE_BYTES, ALL_BYTES = 4 * 1024 * 1024, 64 * 1024 * 1024


class TooMuch(Exception):
    """The rest is not read."""


def pdf_text(content: bytes, pages: int) -> Iterator[str]:
    """The text of the first `pages` pages, of those that are not drawings by their size.

    Raises `Locked`, `TooMuch`, and whatever the reader raises on a broken file.
    """
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Locked
    worked, left_out = 0, False
    for number, page in enumerate(reader.pages):
        size = _size(page)
        worked += min(size, PAGE_BYTES)
        if number >= pages or worked > ALL_BYTES:
            raise TooMuch
        if size > PAGE_BYTES:
            left_out = True
            continue
        yield from page.extract_text().splitlines()
    if left_out:
        raise TooMuch


def _size(page: PageObject) -> int:
    """Bytes of the page's instructions once unpacked."""
    instructions = page.get_contents()
    return len(instructions.get_data()) if instructions is not None else 0
