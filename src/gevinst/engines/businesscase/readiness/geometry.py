"""The boxes of a drawn benefit tree: what is written in each, how high it is, and where it stands."""

from __future__ import annotations

from typing import Final

from gevinst.engines.businesscase.readiness.text_width import wrap
from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.engines.businesscase.readiness.tree_checks import checks
from gevinst.engines.businesscase.readiness.tree_nodes import Measure, Node
from gevinst.engines.businesscase.readiness.tree_words import Box, TextLine, TreeWords

PADDING: Final = 12
TITLE_SIZE: Final = 16
DETAIL_SIZE: Final = 14
_LEADING: Final = 1.3


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
