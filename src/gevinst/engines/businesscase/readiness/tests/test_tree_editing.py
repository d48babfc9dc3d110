"""A benefit tree read from its file, and changed step by step: what is refused and what is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gevinst.engines.businesscase.readiness.arrow_editing import connect, disconnect
from gevinst.engines.businesscase.readiness.tree_editing import add_node, change_node, remove_node
from gevinst.engines.businesscase.readiness.tree_file import (
    Links,
    nodes_dropped,
    read_links,
    read_tree,
)
from gevinst.engines.businesscase.readiness.tree_nodes import Edge, Kind, Measure
from gevinst.engines.businesscase.readiness.tree_rows import TreeFault

KEPT: dict[str, Any] = {
    "nodes": [
        {"id": "goal", "kind": "purpose", "title": "Better care"},
        {"id": "step", "kind": "intermediate", "title": "Less driving"},
        {"id": "next", "kind": "intermediate", "title": "Shorter visits"},
        {"id": "time", "kind": "end", "title": "Time freed"},
        {"id": "hours", "kind": "indicator", "title": "Hours"},
    ],
    "edges": [{"source": "goal", "target": "step"}, {"source": "step", "target": "next"}],
}


def test_a_node_is_told_with_its_measure_and_its_owner() -> None:
    told = {"unit": "hours", "data_source": "log", "frequency": " ", "unknown": "x"}
    tree = read_tree(
        change_node(KEPT, "hours", title=" Hours  a week ", owner="Lead", measure=told)
    )
    node = tree.by_id["hours"]
    assert (node.title, node.owner) == ("Hours a week", "Lead")
    assert node.measure == Measure(unit="hours", data_source="log")


def test_what_is_emptied_is_gone_from_the_file() -> None:
    told = change_node(KEPT, "hours", title="Hours", owner="Lead", measure={"unit": "hours"})
    row = change_node(told, "hours", title="Hours")["nodes"][-1]
    assert row == {"id": "hours", "kind": "indicator", "title": "Hours"}


def test_only_an_end_benefit_is_linked() -> None:
    linked = change_node(KEPT, "time", title="Time", lines=["freed"], register=[7])
    assert read_links(linked) == {"time": Links(("freed",), (7,))}
    assert read_links(change_node(KEPT, "step", title="x", lines=["freed"], register=[7])) == {}


def test_a_change_leaves_the_tree_it_was_given_as_it_was() -> None:
    before = read_tree(KEPT)
    add_node(KEPT, kind="end", title="More", node_id="more")
    remove_node(KEPT, "goal")
    assert read_tree(KEPT) == before


def test_a_node_goes_with_its_arrows() -> None:
    left = read_tree(remove_node(KEPT, "step"))
    assert "step" not in left.by_id
    assert left.edges == ()


def test_an_arrow_comes_and_goes() -> None:
    grown = connect(KEPT, "next", "time")
    assert Edge("next", "time") in read_tree(grown).edges
    assert read_tree(disconnect(grown, "next", "time")) == read_tree(KEPT)


def test_a_tree_grows_from_nothing() -> None:
    grown = add_node({"nodes": None}, kind="end", title="Time", node_id="time")
    assert read_tree(grown).by_id["time"].kind is Kind.END


REFUSED: list[tuple[str, Callable[[], object]]] = [
    ("no-kind", lambda: add_node(KEPT, kind="wish", title="x", node_id="x")),
    ("taken", lambda: add_node(KEPT, kind="end", title="x", node_id="time")),
    ("no-title", lambda: add_node(KEPT, kind="end", title=" ", node_id="x")),
    ("no-title", lambda: change_node(KEPT, "time", title="")),
    ("no-node", lambda: change_node(KEPT, "nobody", title="x")),
    ("no-node", lambda: remove_node(KEPT, "nobody")),
    ("no-node", lambda: connect(KEPT, "goal", "nobody")),
    ("no-node", lambda: connect(KEPT, "nobody", "goal")),
    ("arrow-there", lambda: connect(KEPT, "goal", "step")),
    ("arrow-backwards", lambda: connect(KEPT, "time", "goal")),
    ("cycle", lambda: connect(KEPT, "next", "step")),
    ("cycle", lambda: connect(KEPT, "next", "next")),
    ("no-arrow", lambda: disconnect(KEPT, "step", "goal")),
]


@pytest.mark.parametrize(("code", "act"), REFUSED, ids=[code for code, _ in REFUSED])
def test_refused(code: str, act: Callable[[], object]) -> None:
    with pytest.raises(TreeFault) as refused:
        act()
    assert refused.value.code == code


HALF_WRITTEN: list[tuple[object, int, int]] = [
    (None, 0, 0),
    ({"nodes": "x"}, 0, 0),
    ({"nodes": [1, {"kind": "end"}, {"id": "a", "kind": "wish"}]}, 0, 3),
    ({"nodes": [{"id": "a", "kind": "end"}, {"id": "a", "kind": "end"}], "edges": [1, {}]}, 1, 1),
    ({"nodes": [{"id": "a", "kind": "end", "measure": 3, "lines": 1, "register": 2}]}, 1, 0),
]


@pytest.mark.parametrize(("kept", "nodes", "dropped"), HALF_WRITTEN)
def test_a_half_written_tree_is_read_as_far_as_it_goes(
    kept: object, nodes: int, dropped: int
) -> None:
    assert (len(read_tree(kept).nodes), nodes_dropped(kept)) == (nodes, dropped)
    assert read_links(kept) == {}


def test_arrows_to_nowhere_do_not_stop_a_change() -> None:
    odd = {**KEPT, "edges": [*KEPT["edges"], {"source": "goal", "target": "gone"}, 7]}
    assert Edge("next", "time") in read_tree(connect(odd, "next", "time")).edges
    assert read_tree(remove_node(odd, "goal")).edges == (Edge("step", "next"),)
