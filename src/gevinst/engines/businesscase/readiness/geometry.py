"""The drawing of a benefit tree as boxes, headings and lines in px, and text broken to fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from gevinst.engines.businesscase.readiness.tree import Edge, Kind, Measure, Node, Tree
from gevinst.engines.businesscase.readiness.tree_checks import checks

PADDING: Final = 12
TITLE_SIZE: Final = 16
DETAIL_SIZE: Final = 14
_LEADING: Final = 1.3
_NARROW: Final = frozenset("iljtfrI.,:;'|!()[] -")
_WIDE: Final = frozenset("mwMW@%æÆœ—")
# Shares of the font size, a little more than IBM Plex Sans needs, so that text stays in its box.
_NARROW_EM, _USUAL_EM, _CAPITAL_EM, _WIDE_EM = 0.38, 0.6, 0.7, 0.95

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class TreeWords:
    """The words of a drawing in the reader's language; the defaults are English."""

    title: str = "Benefit tree"
    description: str = "The purpose leads by changes to benefits, and each end benefit is measured."
    kinds: Mapping[Kind, str] = field(
        default_factory=lambda: MappingProxyType(
            {
                Kind.PURPOSE: "Purpose",
                Kind.CHANGE: "Change",
                Kind.INTERMEDIATE: "Intermediate benefit",
                Kind.END: "End benefit",
                Kind.INDICATOR: "Indicator",
            }
        )
    )
    owner: str = "Owner"
    unit: str = "Unit"
    data_source: str = "Data source"
    # What a box says of a note about it, by the code of the note.
    lacks: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType(
            {
                "orphan": "No arrow",
                "end-without-indicator": "No indicator",
                "indicator-without-data-source": "No data source",
                "indicator-without-owner": "Nobody responsible",
                "measure-not-on-indicator": "Measured, but no indicator",
            }
        )
    )


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text: its left end and its baseline; `style` is title, detail or lack."""

    x: float
    y: float
    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Box:
    """A node and where it stands; `texts` are inside it."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    texts: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """An arrow as the points it runs through; `against` where it runs back or closes a ring."""

    edge: Edge
    points: tuple[Point, ...]
    against: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole drawing; everything lies within `width` x `height`."""

    width: float
    height: float
    headings: tuple[TextLine, ...]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def text_width(text: str, size: float) -> float:
    """About how wide the text is in px at a font size in px; rather too wide than too narrow."""
    return size * sum(_em(letter) for letter in text)


def _em(letter: str) -> float:
    if letter in _NARROW:
        return _NARROW_EM
    if letter in _WIDE:
        return _WIDE_EM
    return _CAPITAL_EM if letter.isupper() else _USUAL_EM


def wrap(text: str, width: float, size: float) -> tuple[str, ...]:
    """The text in lines of at most `width` px; a word that is too long is cut with a hyphen.

    >>> wrap("Fewer visits by car", 110, 16)
    ('Fewer visits', 'by car')
    """
    lines: list[str] = []
    line = ""
    pieces = (piece for word in text.split() for piece in _pieces(word, width, size))
    for word in pieces:
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return (*lines, line) if line else tuple(lines)


def _pieces(word: str, width: float, size: float) -> list[str]:
    """The word, cut where it is wider than a line; each piece has at least one letter."""
    pieces = []
    while text_width(word, size) > width and len(word) > 1:
        kept = 1
        while text_width(word[: kept + 1] + "-", size) <= width:
            kept += 1
        pieces.append(word[:kept] + "-")
        word = word[kept:]
    return [*pieces, word]


def lacks(tree: Tree, words: TreeWords) -> dict[str, list[str]]:
    """For each node id what the drawing says is wrong with it."""
    found: dict[str, list[str]] = {}
    for note in checks(tree):
        if "node" in note.facts and note.code in words.lacks:
            found.setdefault(str(note.facts["node"]), []).append(words.lacks[note.code])
    return found


def boxed(node: Node, lacking: list[str], words: TreeWords, x: float, width: float) -> Box:
    """The node as a box with its top at 0, as high as its text needs."""
    y = float(PADDING)
    texts = []
    for text, style in _paragraphs(node, lacking, words):
        size = TITLE_SIZE if style == "title" else DETAIL_SIZE
        for line in wrap(text, width - 2 * PADDING, size):
            y += size * _LEADING
            texts.append(TextLine(x + PADDING, round(y - size * 0.3, 1), line, style))
    return Box(node, x, 0, width, round(y + PADDING, 1), tuple(texts))


def _paragraphs(node: Node, lacking: list[str], words: TreeWords) -> list[tuple[str, str]]:
    measure = node.measure or Measure()
    details = [
        (words.unit, measure.unit),
        (words.data_source, measure.data_source),
        (words.owner, node.owner or measure.ensured_by),
    ]
    return [
        (node.title, "title"),
        *((f"{label}: {value}", "detail") for label, value in details if value.strip()),
        *((f"! {what}", "lack") for what in lacking),
    ]


def moved(box: Box, y: float) -> Box:
    """The box with its top at `y`."""
    shift = y - box.y
    texts = tuple(TextLine(t.x, round(t.y + shift, 1), t.text, t.style) for t in box.texts)
    return Box(box.node, box.x, round(y, 1), box.width, box.height, texts)
