"""From untrusted bytes to the root element of one invoice, within bounds of size, depth and element count.

Nothing is expanded or fetched: a DOCTYPE is refused before parsing, and with it every entity there could be.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree
from lxml.etree import XMLParser, XMLSyntaxError, _Element

from gevinst.engines.einvoice.encoding import as_utf8
from gevinst.engines.einvoice.refusal import Refusal

MAX_BYTES = 32 * 1024 * 1024
# A tag costs memory, an attribute about three times as much, a namespace some twelve times (and time):
# together they bound the tree to some 200 MB, which leaves room for an invoice of 10,000 lines.
MAX_WEIGHT = 1_400_000
# libxml2 refuses texts over 10 MB and nesting over 256 unless told otherwise; only a document that
# can hold such a text is parsed with the wider bounds (nesting 2,048).
HUGE_FROM = 9_000_000

_ROOTS = {
    "{urn:oasis:names:specification:ubl:schema:xsd:Invoice-2}Invoice": "invoice",
    "{urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2}CreditNote": "credit-note",
}
_PROLOG = re.compile(rb"(?>\s+|<!--.*?-->|<\?.*?\?>)*+", re.DOTALL)
_ENCODING_ERRORS = {
    etree.ErrorTypes.ERR_INVALID_ENCODING,
    etree.ErrorTypes.ERR_UNKNOWN_ENCODING,
    etree.ErrorTypes.ERR_UNSUPPORTED_ENCODING,
    etree.ErrorTypes.ERR_ENCODING_NAME,
    etree.ErrorTypes.I18N_CONV_FAILED,
}


def _parser(*, huge: bool) -> XMLParser:
    return XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_blank_text=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=huge,
        collect_ids=False,
    )


_PLAIN, _HUGE = _parser(huge=False), _parser(huge=True)


class Document(NamedTuple):
    """The root element of an invoice and its kind (`invoice` or `credit-note`)."""

    root: _Element
    kind: str


def open_document(content: bytes) -> Document:
    """The invoice that `content` holds, alone or in a StandardBusinessDocument.

    Raises: Refusal (`too-large`, `empty`, `bad-encoding`, `doctype`, `too-many-elements`, `too-deep`,
    `not-xml`, `not-an-invoice`).
    """
    root = parse(content)
    kind = _ROOTS.get(root.tag)
    if kind is not None:
        return Document(root, kind)
    if root.tag.rpartition("}")[2] == "StandardBusinessDocument":
        for child in root:
            if child.tag in _ROOTS:
                return Document(child, _ROOTS[child.tag])
    raise Refusal("not-an-invoice", "/" + root.tag.rpartition("}")[2][:80])


def parse(content: bytes) -> _Element:
    """The root element of safe, well-formed XML in any encoding that `encoding.py` knows.

    Raises: Refusal.
    """
    if len(content) > MAX_BYTES:
        raise Refusal("too-large", detail=f"> {MAX_BYTES // 1024**2} MB")
    content = as_utf8(content)
    start = _PROLOG.match(content).end()  # type: ignore[union-attr]
    if content.startswith(b"<!DOCTYPE", start):
        raise Refusal("doctype", "/")
    if len(content) > MAX_WEIGHT and _weight(content) > MAX_WEIGHT:
        raise _overweight(content)
    try:
        return etree.fromstring(content, _PLAIN if len(content) < HUGE_FROM else _HUGE)
    except XMLSyntaxError as error:
        raise _refusal_of(error) from None


def _weight(content: bytes) -> int:
    return content.count(b"<") + 3 * content.count(b"=") + 9 * content.count(b"xmlns")


def _overweight(content: bytes) -> Refusal:
    # The beginning tells whether the elements are too many or too deep in one another.
    try:
        _parser(huge=False).feed(content[:65_536])
    except XMLSyntaxError as error:
        return _refusal_of(error)
    return Refusal("too-many-elements")


def _refusal_of(error: XMLSyntaxError) -> Refusal:
    line, column = error.position
    where = f"line {line}, column {column}"
    if getattr(error, "code", None) in _ENCODING_ERRORS:
        return Refusal("bad-encoding", where)
    if error.msg is not None and "depth" in error.msg:
        return Refusal("too-deep", where)
    return Refusal("not-xml", where)
