"""The benefit tree as SVG text: readable aloud, without scripts and styles, and never by colour alone."""

from __future__ import annotations

import re
from html import escape
from itertools import pairwise
from typing import Final

from gevinst.engines.businesscase.readiness.geometry import (
    DETAIL_SIZE,
    TITLE_SIZE,
    Box,
    Drawing,
    Line,
    Point,
    TextLine,
    TreeWords,
)
from gevinst.engines.businesscase.readiness.narrow import narrow_positions
from gevinst.engines.businesscase.readiness.tree import Kind, Tree
from gevinst.engines.businesscase.readiness.wide import wide_positions

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
_STYLES: Final = {
    "title": (TITLE_SIZE, _TEXT, 400),
    "detail": (DETAIL_SIZE, _MUTED, 400),
    "lack": (DETAIL_SIZE, _FAULT, 600),
    "heading": (TITLE_SIZE, _TEXT, 600),
}
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD: Final = 8.0


def positions(tree: Tree, words: TreeWords | None = None, *, narrow: bool = False) -> Drawing:
    """Where every box, heading and arrow stands, in px; `narrow` for a screen of 390 px.

    >>> from gevinst.engines.businesscase.readiness.tree import Node
    >>> drawing = positions(Tree((Node("a", Kind.PURPOSE, "Better care"),)), narrow=True)
    >>> drawing.width, len(drawing.boxes)
    (358.0, 1)
    """
    lay = narrow_positions if narrow else wide_positions
    return lay(tree, words or TreeWords())


def tree_svg(
    tree: Tree,
    words: TreeWords | None = None,
    *,
    narrow: bool = False,
    prefix: str = "benefit-tree",
) -> str:
    """The tree as an SVG element; `prefix` begins its ids, which are unique on the page by it.

    >>> tree_svg(Tree(())).startswith('<svg xmlns="http://www.w3.org/2000/svg" role="img"')
    True
    """
    said = words or TreeWords()
    drawing = positions(tree, said, narrow=narrow)
    title, description = f"{prefix}-title", f"{prefix}-desc"
    return "".join(
        (
            '<svg xmlns="http://www.w3.org/2000/svg" role="img" '
            f'aria-labelledby="{_xml(title)} {_xml(description)}" '
            f'viewBox="0 0 {drawing.width:g} {drawing.height:g}" '
            f'width="{drawing.width:g}" height="{drawing.height:g}" '
            'font-family="IBM Plex Sans, Arial, sans-serif">',
            f'<title id="{_xml(title)}">{_xml(said.title)}</title>',
            f'<desc id="{_xml(description)}">{_xml(_description(tree, said))}</desc>',
            *(_text(line, _STYLES[line.style][1]) for line in drawing.headings),
            *(_line(line) for line in drawing.lines),
            *(_box(box) for box in drawing.boxes),
            "</svg>",
        )
    )


def _xml(text: str) -> str:
    """The text as it may stand in XML: escaped, and without letters that XML does not allow."""
    return escape(_NOT_XML.sub("", text))


def _description(tree: Tree, words: TreeWords) -> str:
    """What the drawing shows, arrow by arrow."""
    titles = {node.id: node.title for node in tree.nodes}
    arrows = [
        f"{titles[edge.source]} → {titles[edge.target]}" for edge in (*tree.forward, *tree.against)
    ]
    return " ".join((words.description, "; ".join(arrows))).strip()


def _text(line: TextLine, colour: str) -> str:
    size, _colour, weight = _STYLES[line.style]
    return (
        f'<text x="{line.x:g}" y="{line.y:g}" font-size="{size}" font-weight="{weight}" '
        f'fill="{colour}">{_xml(line.text)}</text>'
    )


def _box(box: Box) -> str:
    filled = box.node.kind is Kind.PURPOSE
    texts = (_text(line, "#ffffff" if filled else _STYLES[line.style][1]) for line in box.texts)
    frame = (
        f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" '
        f"{_FRAMES[box.node.kind]}/>"
    )
    return f"<g>{frame}{''.join(texts)}</g>"


def _line(line: Line) -> str:
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
