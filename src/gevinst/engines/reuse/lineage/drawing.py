"""The finished drawing: a box a node, a road a link, in units of the page's choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gevinst.engines.reuse.lineage.layers import Link, layered, without_circles
from gevinst.engines.reuse.lineage.ordering import crossings, ordered
from gevinst.engines.reuse.lineage.placing import placed
from gevinst.engines.reuse.lineage.vertices import Vertex, is_bend, split


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes of a box, the room between columns and rows, the width of a passing link."""

    width: int = 200
    height: int = 84
    between: int = 88
    gap: int = 24
    bend: int = 12


@dataclass(frozen=True, slots=True)
class Box:
    """A node: its upper left corner, its generation from 0."""

    key: int
    x: int
    y: int
    generation: int


@dataclass(frozen=True, slots=True)
class Road:
    """A link: an SVG path, and where its words may stand."""

    link: Link
    path: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes in reading order (by generation, from the top), roads in the order of their links."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    roads: tuple[Road, ...]
    crossings: int


def drawn(nodes: Sequence[int], links: Sequence[Link], sizes: Measures | None = None) -> Drawing:
    """The drawing of `nodes` (each once) and of the `links` between them; a closing circle is left out.

    Raises `KeyError` for a link to a node that is not there.

    >>> [(box.key, box.x, box.y) for box in drawn([1, 2, 3], [Link(1, 2), Link(1, 3)]).boxes]
    [(1, 0, 54), (2, 288, 0), (3, 288, 108)]
    """
    size = sizes or Measures()
    kept = without_circles(links)
    layer = layered(nodes, kept)
    found = ordered(split(nodes, kept, layer))

    def half(vertex: Vertex) -> float:
        return (size.bend if is_bend(vertex) else size.height) / 2

    down = placed(found, lambda upper, lower: half(upper) + half(lower) + size.gap)
    top = min((down[vertex] - half(vertex) for vertex in down), default=0.0)
    middle = {vertex: round(place - top) for vertex, place in down.items()}
    boxes = tuple(
        Box(vertex[0], _left(n, size), middle[vertex] - size.height // 2, n)
        for n, column in enumerate(found.columns)
        for vertex in column
        if not is_bend(vertex)
    )
    roads = tuple(
        _road(link, layer[link.source], [middle[vertex] for vertex in found.chains[link]], size)
        for link in kept
    )
    return Drawing(
        width=max((box.x + size.width for box in boxes), default=0),
        height=round(
            max((place - top + half(vertex) for vertex, place in down.items()), default=0)
        ),
        boxes=boxes,
        roads=roads,
        crossings=crossings(found.columns, found.after),
    )


def _left(column: int, size: Measures) -> int:
    return column * (size.width + size.between)


def _road(link: Link, column: int, heights: Sequence[int], size: Measures) -> Road:
    """Curves through the rooms between columns, straight past what stands in a column."""
    path, reach = [f"M{_left(column, size) + size.width} {heights[0]}"], size.between // 2
    for n, (start, end) in enumerate(pairwise(heights)):
        left = _left(column + n, size) + size.width
        right = left + size.between
        path.append(f"C{left + reach} {start} {right - reach} {end} {right} {end}")
        if n + 2 < len(heights):
            path.append(f"H{right + size.width}")
    x = _left(column, size) + size.width + reach
    return Road(link, "".join(path), x, (heights[0] + heights[1]) // 2)
