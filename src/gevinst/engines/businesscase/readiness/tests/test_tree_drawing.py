"""The drawing of the tree: nothing overlaps, everything fits, and it can be read aloud."""

from __future__ import annotations

from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.readiness.drawing import positions, tree_svg
from gevinst.engines.businesscase.readiness.tests.tree_samples import (
    SCREEN_VISITS,
    WORDS,
    trees,
)
from gevinst.engines.businesscase.readiness.text_width import text_width, wrap
from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.engines.businesscase.readiness.tree_nodes import Edge, Kind, Node
from gevinst.engines.businesscase.readiness.tree_words import Box, Drawing, TreeWords

NARROW = pytest.mark.parametrize("narrow", [False, True])
SVG = "{http://www.w3.org/2000/svg}"


def overlap(one: Box, two: Box) -> bool:
    across = one.x < two.x + two.width and two.x < one.x + one.width
    return across and one.y < two.y + two.height and two.y < one.y + one.height


def inside(box: Box, x: float, y: float) -> bool:
    return box.x < x < box.x + box.width and box.y < y < box.y + box.height


def runs_through(drawing: Drawing) -> list[tuple[Edge, str]]:
    """The arrows with a point of a straight stretch inside a box, sampled at every fifth."""
    found = []
    for line in drawing.lines:
        for (x, y), (to_x, to_y) in pairwise(line.points):
            if x != to_x and y != to_y:
                continue
            steps = [(x + (to_x - x) * k / 20, y + (to_y - y) * k / 20) for k in range(21)]
            found += [
                (line.edge, box.node.id)
                for box in drawing.boxes
                if any(inside(box, *step) for step in steps)
            ]
    return found


@NARROW
@given(held=trees())
def test_every_node_is_drawn_once_and_no_two_overlap(narrow: bool, held: Tree) -> None:
    drawing = positions(held, narrow=narrow)
    assert [box.node for box in drawing.boxes] == list(held.nodes)
    assert not any(overlap(one, two) for one, two in combinations(drawing.boxes, 2))


@NARROW
@given(held=trees())
def test_every_arrow_is_drawn_once_from_box_to_box(narrow: bool, held: Tree) -> None:
    drawing = positions(held, narrow=narrow)
    assert [line.edge for line in drawing.lines] == [*held.forward, *held.against]
    assert [line.edge for line in drawing.lines if line.against] == list(held.against)
    boxes = {box.node.id: box for box in drawing.boxes}
    for line in drawing.lines:
        target = boxes[line.edge.target]
        assert line.points[-1][0] == target.x
        assert target.y < line.points[-1][1] < target.y + target.height


@NARROW
@given(held=trees())
def test_no_arrow_runs_through_a_box(narrow: bool, held: Tree) -> None:
    assert runs_through(positions(held, narrow=narrow)) == []


@NARROW
@given(held=trees())
def test_everything_lies_within_the_drawing(narrow: bool, held: Tree) -> None:
    drawing = positions(held, narrow=narrow)
    corners = [(b.x + b.width, b.y + b.height) for b in drawing.boxes]
    points = [point for line in drawing.lines for point in line.points]
    starts = [(box.x, box.y) for box in drawing.boxes]
    for x, y in [*corners, *points, *starts]:
        assert 0 <= x <= drawing.width
        assert 0 <= y <= drawing.height


@NARROW
@given(held=trees())
def test_text_stays_in_its_box(narrow: bool, held: Tree) -> None:
    for box in positions(held, narrow=narrow).boxes:
        for line in box.texts:
            size = 16 if line.style == "title" else 14
            assert line.x + text_width(line.text, size) <= box.x + box.width
            assert box.y < line.y < box.y + box.height


@given(trees())
def test_a_phone_is_wide_enough(held: Tree) -> None:
    drawing = positions(held, narrow=True)
    assert drawing.width <= 390
    assert all(box.width >= 200 for box in drawing.boxes)


@NARROW
@given(held=trees())
def test_the_drawing_is_sound_xml_and_the_same_each_time(narrow: bool, held: Tree) -> None:
    svg = tree_svg(held, narrow=narrow)
    root = ElementTree.fromstring(svg)
    assert len(root.findall(f"{SVG}g")) == len(held.nodes)
    assert svg == tree_svg(Tree(held.nodes, held.edges), narrow=narrow)


def test_the_drawing_can_be_read_aloud() -> None:
    root = ElementTree.fromstring(tree_svg(SCREEN_VISITS, TreeWords(title="Tree"), prefix="t1"))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "t1-title t1-desc"
    title, description = root[0], root[1]
    assert (title.tag, title.get("id"), title.text) == (f"{SVG}title", "t1-title", "Tree")
    assert (description.tag, description.get("id")) == (f"{SVG}desc", "t1-desc")
    assert "Hours freed → Minutes per visit" in (description.text or "")


@NARROW
def test_what_is_missing_is_said_in_words(narrow: bool) -> None:
    svg = tree_svg(SCREEN_VISITS, narrow=narrow)
    assert svg.count("! No data source") == svg.count("! Nobody responsible") == 1


@NARROW
def test_every_kind_stands_under_its_name(narrow: bool) -> None:
    headings = [line.text for line in positions(SCREEN_VISITS, narrow=narrow).headings]
    assert headings == list(TreeWords().kinds.values())


def test_an_arrow_that_runs_back_is_dashed() -> None:
    nodes = (Node("a", Kind.CHANGE, "A"), Node("b", Kind.END, "B"))
    assert "stroke-dasharray" in tree_svg(Tree(nodes, (Edge("b", "a"),)))
    assert "stroke-dasharray" not in tree_svg(Tree(nodes, (Edge("a", "b"),)))


def test_no_style_and_no_script_is_in_the_drawing() -> None:
    svg = tree_svg(SCREEN_VISITS)
    assert not any(word in svg for word in ("<style", "style=", "<script", "onload", "href"))


def test_a_benefit_in_two_columns_has_one_heading() -> None:
    nodes = (Node("a", Kind.INTERMEDIATE, "A"), Node("b", Kind.INTERMEDIATE, "B"))
    drawing = positions(Tree(nodes, (Edge("a", "b"),)))
    assert [line.text for line in drawing.headings] == ["Intermediate benefit"]
    assert drawing.boxes[0].x < drawing.boxes[1].x


@given(WORDS, st.integers(60, 400), st.sampled_from([14, 16]))
def test_wrapped_text_loses_no_letter_and_fits(text: str, width: int, size: int) -> None:
    lines = wrap(text, width, size)
    kept = "".join("".join(lines).split()).replace("-", "")
    assert kept == "".join(text.split()).replace("-", "")
    assert all(text_width(line, size) <= width for line in lines)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 100, ()),
        ("M", 5, ("M",)),
        ("MM", 5, ("M-", "M")),
        ("Sagsbehandling", 80, ("Sagsbeh-", "andling")),
    ],
)
def test_a_word_that_is_too_long_is_cut(text: str, width: int, expected: tuple[str, ...]) -> None:
    assert wrap(text, width, 16) == expected
