"""The benefit tree: what is found wrong, its columns and its table."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest
from hypothesis import given

from gevinst.engines.businesscase.readiness.crossings import crossings, few_crossings
from gevinst.engines.businesscase.readiness.layers import grid, layers
from gevinst.engines.businesscase.readiness.tests.tree_samples import (
    MEASURED,
    SCREEN_VISITS,
    trees,
)
from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.engines.businesscase.readiness.tree_checks import checks
from gevinst.engines.businesscase.readiness.tree_nodes import Edge, Kind, Measure, Node
from gevinst.engines.businesscase.readiness.tree_order import in_order
from gevinst.engines.businesscase.readiness.tree_table import path_count, rows

PURPOSE = Node("p", Kind.PURPOSE, "Purpose")
CHANGE = Node("c", Kind.CHANGE, "Change")
ONE, TWO = Node("i", Kind.INTERMEDIATE, "One"), Node("j", Kind.INTERMEDIATE, "Two")
END = Node("e", Kind.END, "End")
FIGURE = Node("f", Kind.INDICATOR, "Figure", "head of unit", MEASURED)
NODES = (PURPOSE, CHANGE, ONE, TWO, END, FIGURE)
CHAIN = ("pc", "ci", "ij", "je", "ef")


def tree(*edges: str, nodes: tuple[Node, ...] = NODES) -> Tree:
    return Tree(nodes, tuple(Edge(pair[0], pair[1]) for pair in edges))


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        (CHAIN, []),
        (("pc", "cj", "pi", "ie", "je", "ef"), []),
        ((*CHAIN, "pe"), []),
        ((*CHAIN, "ji"), ["cycle"]),
        ((*CHAIN, "ii"), ["cycle"]),
        ((*CHAIN, "ec"), ["arrow-backwards", "cycle"]),
        (("pc", "ci", "ij", "ej", "ef"), ["arrow-backwards"]),
        ((*CHAIN, "px"), ["unknown-node"]),
        ((*CHAIN, "yx"), ["unknown-node", "unknown-node"]),
        (("pc", "ci", "ij", "je"), ["end-without-indicator", "orphan"]),
        (("pc", "cj", "je", "ef"), ["orphan"]),
        (("pc", "ci", "ij", "je", "fe"), ["arrow-backwards", "end-without-indicator"]),
    ],
)
def test_what_is_wrong_with_the_arrows(edges: tuple[str, ...], expected: list[str]) -> None:
    assert [note.code for note in checks(tree(*edges))] == expected


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (FIGURE, []),
        (Node("f", Kind.INDICATOR, "F", "", MEASURED), []),
        (Node("f", Kind.INDICATOR, "F", "head", Measure(unit="h", data_source="log")), []),
        (
            Node("f", Kind.INDICATOR, "F", " ", Measure(unit="h", data_source="log")),
            ["indicator-without-owner"],
        ),
        (
            Node("f", Kind.INDICATOR, "F"),
            ["indicator-without-data-source", "indicator-without-owner"],
        ),
        (
            Node("f", Kind.INDICATOR, "F", "head", Measure(data_source=" ")),
            ["indicator-without-data-source"],
        ),
    ],
)
def test_an_indicator_has_a_source_and_somebody(node: Node, expected: list[str]) -> None:
    notes = checks(tree(*CHAIN, nodes=(*NODES[:-1], node)))
    assert [note.code for note in notes] == expected
    assert {note.facts["node"] for note in notes} <= {"f"}


def test_only_an_indicator_is_measured() -> None:
    nodes = (PURPOSE, CHANGE, ONE, TWO, Node("e", Kind.END, "End", measure=MEASURED), FIGURE)
    assert [note.code for note in checks(tree(*CHAIN, nodes=nodes))] == ["measure-not-on-indicator"]


def test_every_ring_is_found_once() -> None:
    notes = checks(tree(*CHAIN, "ji", "ep"))
    assert [n.facts for n in notes if n.code == "cycle"] == [
        {"source": "j", "target": "i"},
        {"source": "e", "target": "p"},
    ]


def test_two_nodes_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="two nodes have the id 'p'"):
        Tree((PURPOSE, PURPOSE))


def test_a_kind_has_two_columns_where_one_benefit_leads_to_another() -> None:
    assert [(one.kind.value, [n.id for n in one.nodes]) for one in layers(tree(*CHAIN))] == [
        ("purpose", ["p"]),
        ("change", ["c"]),
        ("intermediate", ["i"]),
        ("intermediate", ["j"]),
        ("end", ["e"]),
        ("indicator", ["f"]),
    ]


def test_an_arrow_that_jumps_has_a_slot_in_every_column_it_passes() -> None:
    held = grid(tree(*CHAIN, "pe"))
    assert [len(column) for column in held.columns] == [1, 2, 2, 2, 1, 1]
    assert len(held.routes[Edge("p", "e")]) == 5


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_columns_that_can_be_drawn_without_crossings_are(order: tuple[int, ...]) -> None:
    links = [[(i, place) for i, place in enumerate(order)]]
    left, right = few_crossings(["abc", [order.index(i) for i in range(3)]], links)
    assert ["abc".index(one) for one in left] == list(right)


def test_one_without_links_is_kept_and_does_not_cause_crossings() -> None:
    left, right = few_crossings(["ab", "xyz"], [[(0, 2), (1, 0)]])
    assert sorted(right) == ["x", "y", "z"]
    assert (left.index("a") < left.index("b")) is (right.index("z") < right.index("x"))


def test_crossings_that_cannot_be_avoided_end_the_search() -> None:
    links = [[(0, 0), (0, 1), (1, 0), (1, 1)]]
    assert crossings([[0, 1], [0, 1]], links) == 1
    assert few_crossings(["ab", "xy"], links) == (("a", "b"), ("x", "y"))


def test_the_table_has_a_row_for_every_path() -> None:
    found = rows(SCREEN_VISITS)
    assert len(found) == path_count(SCREEN_VISITS) == 5
    first = found[0]
    assert [node.id for node in first.path] == ["care", "screens", "calm", "content", "survey"]
    assert [node.id for node in first.of(Kind.INTERMEDIATE)] == ["calm"]
    assert found[-1].of(Kind.CHANGE) == ()


def test_a_table_of_very_many_paths_is_cut_and_counted() -> None:
    steps = [[Node(f"{i}{side}", Kind.CHANGE, "x") for side in "ab"] for i in range(40)]
    edges = [
        Edge(one.id, two.id) for left, right in pairwise(steps) for one in left for two in right
    ]
    held = Tree(tuple(node for step in steps for node in step), tuple(edges))
    assert len(rows(held, limit=7)) == 7
    assert path_count(held) == 2**40


def test_the_arrows_of_the_sample_cross_nowhere() -> None:
    held = grid(SCREEN_VISITS)
    place = [{slot: i for i, slot in enumerate(column)} for column in held.columns]
    start = {slot: i for i, column in enumerate(held.columns) for slot in column}
    steps = [
        (start[one], place[start[one]][one], place[start[two]][two])
        for route in held.routes.values()
        for one, two in pairwise(route)
    ]
    crossed = [(a, b) for a in steps for b in steps if a[0] == b[0] and a[1] < b[1] and a[2] > b[2]]
    assert crossed == []


@given(trees())
def test_every_forward_arrow_runs_to_a_later_column(held: Tree) -> None:
    column = {node.id: i for i, layer in enumerate(layers(held)) for node in layer.nodes}
    assert all(column[edge.source] < column[edge.target] for edge in held.forward)


@given(trees())
def test_every_node_stands_in_one_column_of_its_kind(held: Tree) -> None:
    shown = [(layer.kind, node) for layer in layers(held) for node in layer.nodes]
    assert sorted(node.id for _kind, node in shown) == sorted(node.id for node in held.nodes)
    assert all(kind is node.kind for kind, node in shown)


@given(trees())
def test_the_columns_follow_the_order_of_the_kinds(held: Tree) -> None:
    order = [list(Kind).index(layer.kind) for layer in layers(held)]
    assert order == sorted(order)
    assert all(layer.nodes for layer in layers(held))


@given(trees())
def test_known_arrows_run_forward_or_against(held: Tree) -> None:
    known = {e for e in held.edges if {e.source, e.target} <= held.by_id.keys()}
    assert set(held.forward) | set(held.against) == known
    assert not set(held.forward) & set(held.against)


@given(trees())
def test_every_node_is_in_the_table(held: Tree) -> None:
    found = rows(held, limit=100_000)
    assert len(found) == path_count(held)
    assert {node.id for row in found for node in row.path} == set(held.by_id)
    assert len(set(found)) == len(found)


@given(trees())
def test_an_order_of_the_nodes_fits_all_forward_arrows(held: Tree) -> None:
    place = {node.id: i for i, node in enumerate(in_order(held))}
    assert all(place[edge.source] < place[edge.target] for edge in held.forward)


@given(trees())
def test_a_tree_without_faults_of_arrows_has_none_against(held: Tree) -> None:
    codes = {note.code for note in checks(held)}
    assert bool(held.against) == bool(codes & {"cycle", "arrow-backwards"})
