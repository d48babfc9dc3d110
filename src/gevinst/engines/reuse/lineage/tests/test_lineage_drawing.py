"""The drawing of a lineage: everything once, from left to right, nothing upon anything, few crossings."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.reuse.lineage import Drawing, Link, Measures, drawn, layered, without_circles
from gevinst.engines.reuse.lineage.placing import spread

SIZE = Measures()


@st.composite
def families(draw: st.DrawFn) -> tuple[list[int], list[Link]]:
    """Nodes in any order, and links that may be doubled, turn back or close circles."""
    nodes = draw(st.permutations(range(1, draw(st.integers(1, 14)) + 1)))
    ends = st.sampled_from(nodes)
    links = draw(st.lists(st.builds(Link, ends, ends), max_size=30))
    return nodes, links


@st.composite
def forests(draw: st.DrawFn) -> tuple[list[int], list[Link]]:
    """Each node made of one older node, or of none."""
    count = draw(st.integers(1, 25))
    links = []
    for node in range(2, count + 1):
        if source := draw(st.integers(0, node - 1)):
            links.append(Link(source, node))
    return list(range(1, count + 1)), draw(st.permutations(links))


def overlaps(drawing: Drawing) -> bool:
    columns: dict[int, list[int]] = {}
    for box in drawing.boxes:
        columns.setdefault(box.generation, []).append(box.y)
    return any(b - a < SIZE.height for ys in columns.values() for a, b in pairwise(sorted(ys)))


@given(families())
def test_everything_is_drawn_once(family: tuple[list[int], list[Link]]) -> None:
    nodes, links = family
    drawing = drawn(nodes, links)
    assert sorted(box.key for box in drawing.boxes) == sorted(nodes)
    roads = [road.link for road in drawing.roads]
    assert len(roads) == len(set(roads))
    assert roads == without_circles(links)


@given(families())
def test_what_was_made_stands_right_of_its_sources(family: tuple[list[int], list[Link]]) -> None:
    drawing = drawn(*family)
    at = {box.key: box.generation for box in drawing.boxes}
    assert all(at[road.link.source] < at[road.link.target] for road in drawing.roads)
    assert min(at.values()) >= 0


@given(families())
def test_nothing_stands_upon_anything_or_outside(family: tuple[list[int], list[Link]]) -> None:
    drawing = drawn(*family)
    assert not overlaps(drawing)
    assert all(0 <= box.y <= drawing.height - SIZE.height for box in drawing.boxes)
    assert all(0 <= box.x <= drawing.width - SIZE.width for box in drawing.boxes)


@given(families())
def test_the_same_family_gives_the_same_drawing(family: tuple[list[int], list[Link]]) -> None:
    assert drawn(*family) == drawn(*family)


@given(forests())
def test_a_forest_has_no_crossing(forest: tuple[list[int], list[Link]]) -> None:
    assert drawn(*forest).crossings == 0


@given(families())
def test_a_link_is_left_out_only_when_it_is_doubled_or_closes_a_circle(
    family: tuple[list[int], list[Link]],
) -> None:
    nodes, links = family
    kept = without_circles(links)
    layer = layered(nodes, kept)
    for link in set(links) - set(kept):
        after: dict[int, set[int]] = {}
        for source, target in kept:
            after.setdefault(source, set()).add(target)
        reached, waiting = {link.target}, [link.target]
        while waiting:
            fresh = after.get(waiting.pop(), set()) - reached
            reached |= fresh
            waiting += fresh
        assert link.source in reached
    assert set(layer) == set(nodes)


@pytest.mark.parametrize(
    ("links", "crossings"),
    [
        ([(1, 4), (2, 3)], 0),
        ([(1, 3), (1, 4), (2, 3), (2, 4)], 1),
        ([(1, 5), (2, 4), (3, 4), (1, 6), (3, 6)], 0),
    ],
)
def test_crossings_are_avoided_where_that_can_be(
    links: list[tuple[int, int]], crossings: int
) -> None:
    made = [Link(*pair) for pair in links]
    nodes = sorted({node for pair in links for node in pair})
    assert drawn(nodes, made).crossings == crossings


def test_a_chain_is_a_straight_line() -> None:
    drawing = drawn([1, 2, 3], [Link(1, 2), Link(2, 3)])
    assert {box.y for box in drawing.boxes} == {0}
    assert drawing.width == 3 * SIZE.width + 2 * SIZE.between
    assert drawing.height == SIZE.height


def test_a_long_link_passes_the_generations_between() -> None:
    drawing = drawn([1, 2, 3], [Link(1, 2), Link(2, 3), Link(1, 3)])
    long = drawing.roads[2]
    assert long.path.count("C") == 2
    assert "H" in long.path


def test_a_source_stands_close_to_what_was_made_of_it() -> None:
    drawing = drawn([1, 2, 3, 4], [Link(1, 2), Link(2, 3), Link(4, 3)])
    assert {box.key: box.generation for box in drawing.boxes}[4] == 1


def test_nothing_is_an_empty_drawing() -> None:
    assert drawn([], []) == Drawing(0, 0, (), (), 0)


def test_a_link_to_nowhere_is_a_fault() -> None:
    with pytest.raises(KeyError):
        drawn([1], [Link(1, 2)])


@given(st.lists(st.floats(-1000, 1000), min_size=1, max_size=12), st.floats(0, 50))
def test_places_keep_their_order_and_distance(wanted: list[float], step: float) -> None:
    found = spread(wanted, [step] * (len(wanted) - 1))
    assert all(b - a >= step - 1e-6 for a, b in pairwise(found))
    assert sum(found) == pytest.approx(sum(wanted), abs=1e-6)
