"""Text out of other systems: rich text to plain, without the characters that no database takes."""

from __future__ import annotations

import re
from html.parser import HTMLParser

BLOCKS = frozenset({
    "p", "div", "br", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote",
    "pre", "hr", "section", "article", "figure", "dl", "dt", "dd",
})  # fmt: skip
INLINE = frozenset({
    "a", "abbr", "b", "code", "em", "font", "i", "img", "mark", "s", "small", "span", "strike",
    "strong", "sub", "sup", "tbody", "td", "th", "thead", "u", "li", "o:p", "html", "body", "del", "ins",
})  # fmt: skip
SILENT = frozenset({"script", "style", "head", "title", "template", "iframe", "object"})
_TAG = re.compile(
    r"</?(?:" + "|".join(sorted(BLOCKS | INLINE | SILENT)) + r")(?:\s[^<>]*)?/?>", re.I
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);", re.I)


def plain(text: str) -> str:
    """The text without control characters, lines trimmed, never two empty lines in a row.

    >>> plain(" a \\r\\n\\r\\n\\r\\n b\\0 ")
    'a\\n\\nb'
    """
    cleaned = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " "))
    lines = [" ".join(line.split()) for line in cleaned.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def one_line(text: str) -> str:
    """The text on one line.

    >>> one_line(" a\\n b ")
    'a b'
    """
    return " ".join(plain(text).split())


def from_html(text: str) -> str:
    """The words of rich text; what merely looks like a tag stays as it was written.

    >>> from_html("<p>Slå <b>op</b></p><ul><li>A</li><li>B &amp; C</li></ul>")
    'Slå op\\n\\n* A\\n* B & C'
    >>> from_html("beløb < 500 kr. og > 300")
    'beløb < 500 kr. og > 300'
    """
    if not _TAG.search(text) and not _ENTITY.search(text):
        return plain(text)
    reader = _Reader()
    # Only the tags that we know are markup; any other angle bracket is somebody's text.
    reader.feed(_guarded(text))
    reader.close()
    return plain("".join(reader.pieces))


def _guarded(text: str) -> str:
    pieces, last = [], 0
    for found in _TAG.finditer(text):
        pieces += [text[last : found.start()].replace("<", "&lt;"), found.group()]
        last = found.end()
    return "".join([*pieces, text[last:].replace("<", "&lt;")])


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent += 1
        elif tag == "li":
            self.pieces.append("\n* ")
        elif tag in BLOCKS:
            self.pieces.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self.silent = max(self.silent - 1, 0)
        elif tag in BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(data)
