"""The parts of a benefit tree as SVG: boxes, headings, lines and text."""

from __future__ import annotations

import re
from html import escape
from itertools import pairwise
from typing import Final

from gevinst.engines.businesscase.readiness.geometry import DETAIL_SIZE, TITLE_SIZE
from gevinst.engines.businesscase.readiness.tree_nodes import Kind
from gevinst.engines.businesscase.readiness.tree_words import (
    Box,
    Line,
    Point,
    TextLine,
)

_ACCENT: Final = "#0b5c58"
_TEXT: Final = "#1a1a1a"
_MUTED: Final = "#575757"
_FAULT: Final = "#9c1c1c"
# Every kind has its own shape or line besides its place and its heading.
_FRAMES: Final = {
    Kind.PURPOSE: f'fill="{_ACCENT}" stroke="{_ACCENT}" stroke-width="1.5"',
    Kind.CHANGE: f'fill="#e8f2f0" stroke="{_ACCENT}" stroke-width="1.5"',
    Kind.INTERMEDIATE: f'fill="#ffffff" stroke="{_ACCENT}" stroke-width="1.5"',
    Kind.END: f'fill="#ffffff" stroke="{_ACCENT}" stroke-width="3.5"',
    Kind.INDICATOR: f'fill="#ffffff" stroke="{_ACCENT}" stroke-width="1.5" rx="16"',
}
STYLES: Final = {
    "title": (TITLE_SIZE, _TEXT, 400),
    "detail": (DETAIL_SIZE, _MUTED, 400),
    "lack": (DETAIL_SIZE, _FAULT, 600),
    "heading": (TITLE_SIZE, _TEXT, 600),
}
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD: Final = 8.0


def xml(text: str) -> str:
    """The text as it may stand in XML: escaped, and without letters that XML does not allow."""
    return escape(_NOT_XML.sub("", text))


def text_svg(line: TextLine, colour: str) -> str:
    """One line of text."""
    size, _colour, weight = STYLES[line.style]
    return (
        f'<text x="{line.x:g}" y="{line.y:g}" font-size="{size}" font-weight="{weight}" '
        f'fill="{colour}">{xml(line.text)}</text>'
    )


def box_svg(box: Box) -> str:
    """A box with its frame and its text."""
    filled = box.node.kind is Kind.PURPOSE
    texts = (text_svg(line, "#ffffff" if filled else STYLES[line.style][1]) for line in box.texts)
    frame = (
        f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" '
        f"{_FRAMES[box.node.kind]}/>"
    )
    return f"<g>{frame}{''.join(texts)}</g>"


def line_svg(line: Line) -> str:
    """The arrow and its head; one that runs back is dashed."""
    colour = _FAULT if line.against else _ACCENT
    dashes = ' stroke-dasharray="6 4"' if line.against else ""
    x, y = line.points[-1]
    head = f"M{x:g} {y:g}L{x - _HEAD:g} {y - _HEAD / 2:g}L{x - _HEAD:g} {y + _HEAD / 2:g}Z"
    return (
        f'<path d="{_way(line.points)}" fill="none" stroke="{colour}" stroke-width="1.5"{dashes}/>'
        f'<path d="{head}" fill="{colour}"/>'
    )


def _way(points: tuple[Point, ...]) -> str:
    """Straight along and up and down, a soft curve where the line does both."""
    way = [f"M{points[0][0]:g} {points[0][1]:g}"]
    for (x, y), (to_x, to_y) in pairwise(points):
        if x == to_x or y == to_y:
            way.append(f"L{to_x:g} {to_y:g}")
        else:
            half = (x + to_x) / 2
            way.append(f"C{half:g} {y:g} {half:g} {to_y:g} {to_x:g} {to_y:g}")
    return "".join(way)
