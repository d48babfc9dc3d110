"""The benefit tree as SVG text: readable aloud, without scripts and styles, and never by colour alone."""

from __future__ import annotations

from gevinst.engines.businesscase.readiness.narrow import narrow_positions
from gevinst.engines.businesscase.readiness.svg_parts import (
    STYLES,
    box_svg,
    line_svg,
    text_svg,
    xml,
)
from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.engines.businesscase.readiness.tree_words import (
    Drawing,
    TreeWords,
)
from gevinst.engines.businesscase.readiness.wide import wide_positions


def positions(tree: Tree, words: TreeWords | None = None, *, narrow: bool = False) -> Drawing:
    """Where every box, heading and arrow stands, in px; `narrow` for a screen of 390 px.

    >>> from gevinst.engines.businesscase.readiness.tree_nodes import Kind, Node
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
            f'aria-labelledby="{xml(title)} {xml(description)}" '
            f'viewBox="0 0 {drawing.width:g} {drawing.height:g}" '
            f'width="{drawing.width:g}" height="{drawing.height:g}" '
            'font-family="IBM Plex Sans, Arial, sans-serif">',
            f'<title id="{xml(title)}">{xml(said.title)}</title>',
            f'<desc id="{xml(description)}">{xml(_description(tree, said))}</desc>',
            *(text_svg(line, STYLES[line.style][1]) for line in drawing.headings),
            *(line_svg(line) for line in drawing.lines),
            *(box_svg(box) for box in drawing.boxes),
            "</svg>",
        )
    )


def _description(tree: Tree, words: TreeWords) -> str:
    """What the drawing shows, arrow by arrow."""
    titles = {node.id: node.title for node in tree.nodes}
    arrows = [
        f"{titles[edge.source]} → {titles[edge.target]}" for edge in (*tree.forward, *tree.against)
    ]
    return " ".join((words.description, "; ".join(arrows))).strip()
