"""From bytes to the nodes of one document: a shape (columns that equal markup shares) and its texts.

A sender's documents differ in their texts and hardly in their markup. Markup that was met before, to
the byte, needs no parser: its shape is known and the texts are taken from known places. Whatever is not
plainly so is parsed, and both ways give the same nodes (see the tests).
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import numpy as np
from lxml.etree import _Element
from numpy.typing import NDArray

from gevinst.engines.conformance.vocabulary import DOCUMENT, Vocabulary
from gevinst.engines.einvoice.encoding import is_utf8
from gevinst.engines.einvoice.guard import open_document
from gevinst.engines.einvoice.refusal import Refusal
from gevinst.engines.einvoice.shapes import Pieces, take_apart

CONTAINER = -2
_MARK = "\ue000"
_SHAPES, _MOST, _ONCE = "shapes", 512, "once"
_ILLEGAL = re.compile("[\0-\x08\x0b-\x1f\ufffe\uffff]").search
_REFERENCE = re.compile("&(amp|lt|gt|quot|apos);").sub
_CHARACTERS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


class Shape(NamedTuple):
    """The nodes of a document in document order, the document node first, attributes after their element.

    `parents` and `ends` (one past the last descendant) are rows; `slots` says which text each node has:
    one of the document's own, else one of `constants`, or CONTAINER where its text is that of its children.
    """

    paths: NDArray[np.int64]
    parents: NDArray[np.int64]
    ends: NDArray[np.int64]
    slots: NDArray[np.int64]
    constants: tuple[str, ...]
    customization: int


class Reading(NamedTuple):
    """One document: its shape and the texts of its own."""

    shape: Shape
    texts: list[str]

    @property
    def customization(self) -> str:
        """The CustomizationID, without white space around it."""
        slot = self.shape.customization
        if slot < 0:
            return ""
        own = len(self.texts)
        return (self.texts[slot] if slot < own else self.shape.constants[slot - own]).strip()


def read_nodes(content: bytes, vocabulary: Vocabulary) -> Reading:
    """The nodes of the invoice or credit note in `content`. Raises `Refusal`."""
    apart = take_apart(content)
    if apart is None:
        return _walk(open_document(content).root, vocabulary)
    shapes: dict[bytes, Any] = vocabulary.kept.setdefault(_SHAPES, {})
    known = shapes.get(apart.markup)
    if known == _ONCE:
        known = shapes[apart.markup] = _learn(apart, vocabulary) if is_utf8(content) else None
    if isinstance(known, Shape):
        texts = _plain(apart.pieces[1::2])
        if texts is not None:
            return Reading(known, texts)
    reading = _walk(open_document(content).root, vocabulary)
    if apart.markup not in shapes:
        if len(shapes) >= _MOST:
            shapes.clear()
        shapes[apart.markup] = _ONCE
    return reading


def _plain(raw: list[bytes]) -> list[str] | None:
    """The texts as the parser would give them; None where that is not plainly so."""
    if not raw:
        return []
    # "<" stands in no text, so it can part them; neither does ">", so none can end a CDATA section.
    try:
        joined = b"<".join(raw).decode()
    except UnicodeDecodeError:
        return None
    if "&" not in joined and joined.isprintable():
        return joined.split("<")
    if _ILLEGAL(joined) or "&" in _REFERENCE("", joined):
        return None
    return [_REFERENCE(lambda match: _CHARACTERS[match[1]], text) for text in joined.split("<")]


def _learn(apart: Pieces, vocabulary: Vocabulary) -> Shape | None:
    """The shape of the markup with a mark for each text, so that the parser tells where each lands."""
    marks = [f"{_MARK}{at}" for at in range(len(apart.pieces) // 2)]
    pieces = list(apart.pieces)
    pieces[1::2] = [f">{mark}</".encode() for mark in marks]
    try:
        root = open_document(b"".join(pieces)).root
    except Refusal:
        return None
    shape, texts = _walk(root, vocabulary)
    if [text for text in texts if _MARK in text] != marks:
        return None
    return _with_constants(shape, texts)


def _with_constants(shape: Shape, texts: list[str]) -> Shape:
    """Marked texts become the document's own, all others constants of the shape."""
    own = sum(_MARK in text for text in texts)
    place: list[int] = []
    constants: list[str] = []
    marked = 0
    for text in texts:
        if _MARK in text:
            place.append(marked)
            marked += 1
        else:
            place.append(own + len(constants))
            constants.append(text)
    places = np.array(place, dtype=np.int64)
    slots = shape.slots.copy()
    has = slots >= 0
    slots[has] = places[slots[has]]
    customization = place[shape.customization] if shape.customization >= 0 else -1
    return shape._replace(slots=slots, constants=tuple(constants), customization=customization)


def _walk(root: _Element, vocabulary: Vocabulary) -> Reading:
    """The nodes of a parsed document; every text is its own."""
    paths, parents, slots = [DOCUMENT], [-1], [CONTAINER]
    texts: list[str] = []
    customization = -1
    todo = [(root, 0)]
    path_of = vocabulary.path
    while todo:
        element, parent = todo.pop()
        row = len(paths)
        path = path_of(paths[parent], element.tag)
        paths.append(path)
        parents.append(parent)
        text = _text(element)
        slots.append(CONTAINER if text is None else len(texts))
        if text is not None:
            if parent == 1 and element.tag.endswith("}CustomizationID"):
                customization = len(texts)
            texts.append(text)
        for name, value in element.items():
            paths.append(path_of(path, str(name), attribute=True))
            parents.append(row)
            slots.append(len(texts))
            texts.append(str(value))
        todo += [(child, row) for child in reversed(element)]
    shape = Shape(
        paths=_column(paths),
        parents=_column(parents),
        ends=_column(_ends(parents)),
        slots=_column(slots),
        constants=(),
        customization=customization,
    )
    return Reading(shape, texts)


def _column(values: list[int]) -> NDArray[np.int64]:
    return np.array(values, dtype=np.int64)


def _text(element: _Element) -> str | None:
    """The text of a leaf, or of an element where texts and elements mix; None of a mere container."""
    if not len(element):
        return element.text or ""
    own = [element.text, *(child.tail for child in element)]
    if any(text and not text.isspace() for text in own):
        return "".join(map(str, element.itertext()))
    return None


def _ends(parents: list[int]) -> list[int]:
    ends = list(range(1, len(parents) + 1))
    for row in range(len(parents) - 1, 0, -1):
        parent = parents[row]
        ends[parent] = max(ends[parent], ends[row])
    return ends
