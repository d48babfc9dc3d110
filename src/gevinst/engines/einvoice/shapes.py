"""Documents whose markup was seen before, to the byte: their texts are taken from known places.

A sender's documents differ in their texts and hardly in their markup. Once one document has been parsed, the
next with the very same markup needs no parser: it is well-formed because the first one was, as long as each
text is plain character data, and each text stands where the parser found its predecessor. Whatever is not
plainly so takes the ordinary way, and both ways give the same invoice (see the tests).
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from lxml.etree import _Element

from gevinst.engines.einvoice.encoding import is_utf8
from gevinst.engines.einvoice.fields import MARKED
from gevinst.engines.einvoice.guard import open_document
from gevinst.engines.einvoice.plan import Plan, fill, plan_of
from gevinst.engines.einvoice.refusal import Refusal
from gevinst.engines.einvoice.tree import Values, walk
from gevinst.engines.einvoice.values import LONGEST_WHOLE

# A text that begins right after a start tag, without space or ">", and ends right before an end tag.
_split = re.compile(rb">([^<> \t\r\n][^<>]*+)</").split
LONGEST, MOST = 65_536, 512
_SEAM, _MARK = b"\0", "\ue000"
_NUMERIC = "0123456789.-+"
# What no XML text may hold, and the carriage return that a parser makes a line feed.
_ILLEGAL = re.compile("[\0-\x08\x0b-\x1f\ufffe\uffff]").search
_REFERENCE = re.compile("&(amp|lt|gt|quot|apos);").sub
_CHARACTERS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}

# What is known of a markup: that it was met once, that it cannot be relied on (None), or its plan.
_ONCE = "once"
_known: dict[bytes, Plan | str | None] = {}


class Pieces:
    """A small document taken apart into markup and texts."""

    __slots__ = ("markup", "pieces")

    def __init__(self, content: bytes) -> None:
        self.pieces = _split(content)
        self.markup = _SEAM.join(self.pieces[::2])


def take_apart(content: bytes) -> Pieces | None:
    """The document in pieces, or None where it is too large."""
    return Pieces(content) if len(content) <= LONGEST else None


def recall(apart: Pieces) -> tuple[str, Values] | None:
    """Kind and values of a document of known markup; None where its markup is new or a text is not plain."""
    plan = _known.get(apart.markup)
    if not isinstance(plan, Plan):
        return None
    texts = _plain(apart.pieces[1::2])
    if texts is None or len(texts) != plan.texts:
        return None
    try:
        _convert(texts, plan)
    except (ValueError, InvalidOperation):
        return None
    return plan.kind, fill(plan, texts)


def _plain(raw: list[bytes]) -> list[Any] | None:
    """The texts as the parser would give them, stripped; None where that is not plainly so."""
    # "<" stands in no text, so it can part them; neither does ">", so none can end a CDATA section.
    try:
        joined = b"<".join(raw).decode()
    except UnicodeDecodeError:
        return None
    texts = joined.split("<")
    if joined.isprintable() and "&" not in joined and " <" not in joined and joined[-1:] != " ":
        return texts
    if _ILLEGAL(joined) or "&" in _REFERENCE("", joined):
        return None
    return [_REFERENCE(lambda match: _CHARACTERS[match[1]], text).strip() for text in texts]


def _convert(texts: list[Any], plan: Plan) -> None:
    numbers = plan.numbers_of(texts)
    if "".join(numbers).strip(_NUMERIC) or max(map(len, numbers)) > LONGEST_WHOLE:
        raise ValueError("not plain numbers")
    for at, number in zip(plan.numbers, map(Decimal, numbers), strict=True):
        texts[at] = number
    for at, convert in plan.others:
        texts[at] = convert(texts[at])


def learn(apart: Pieces, content: bytes) -> None:
    """Remember the markup of a document just read the ordinary way; when met again, learn its places."""
    known = _known.get(apart.markup, "")
    if known == _ONCE:
        _known[apart.markup] = _plan(apart) if is_utf8(content) else None
    elif known == "":
        if len(_known) >= MOST:
            _known.clear()
        _known[apart.markup] = _ONCE


def _plan(apart: Pieces) -> Plan | None:
    """The plan of the document with a mark for each text, so that the parser tells where each lands."""
    count = len(apart.pieces) // 2
    marks = [f"{_MARK}{at}" for at in range(count)]
    pieces = list(apart.pieces)
    pieces[1::2] = [f">{mark}</".encode() for mark in marks]
    try:
        root, kind = open_document(b"".join(pieces))
    except Refusal:
        return None
    if _MARK.encode() in apart.markup or not _all_found(root, marks):
        return None
    values: Values = {}
    walk(root, MARKED[kind], values)
    return plan_of(kind, values, count, _MARK)


def _all_found(root: _Element, marks: list[str]) -> bool:
    texts = [element.text for element in root.iter() if not len(element)]
    return [text for text in texts if text and _MARK in text] == marks


def forget() -> None:
    """Forget all known markup: the next document is parsed."""
    _known.clear()
