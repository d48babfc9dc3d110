"""Trees to test with: one as an authority would draw it, and any that hypothesis can think of."""

from __future__ import annotations

from hypothesis import strategies as st

from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.engines.businesscase.readiness.tree_nodes import Edge, Kind, Measure, Node

MEASURED = Measure(
    "minutes per visit", "the log of visits", "each quarter", "4 hours", "head of unit"
)
SCREEN_VISITS = Tree(
    (
        Node("care", Kind.PURPOSE, "More time for the citizens who need a visit"),
        Node("screens", Kind.CHANGE, "Visits by screen instead of by car"),
        Node("plan", Kind.CHANGE, "Routes planned without screen visits"),
        Node("driving", Kind.INTERMEDIATE, "Less driving"),
        Node("calm", Kind.INTERMEDIATE, "Fewer interruptions for the citizen"),
        Node("shorter", Kind.INTERMEDIATE, "Shorter visits"),
        Node("hours", Kind.END, "Hours freed", owner="head of home care"),
        Node("content", Kind.END, "Content citizens"),
        Node("minutes", Kind.INDICATOR, "Minutes per visit", "head of unit", MEASURED),
        Node("survey", Kind.INDICATOR, "Share of citizens who are content"),
    ),
    (
        Edge("care", "screens"),
        Edge("care", "plan"),
        Edge("screens", "calm"),
        Edge("screens", "driving"),
        Edge("screens", "shorter"),
        Edge("plan", "driving"),
        Edge("driving", "hours"),
        Edge("shorter", "hours"),
        Edge("calm", "content"),
        Edge("care", "content"),
        Edge("hours", "minutes"),
        Edge("content", "survey"),
    ),
)

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzæøåABM .,<&\x00", max_size=80)


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """A tree of up to ten nodes with any arrows at all, rings and unknown ends among them."""
    kinds = draw(st.lists(st.sampled_from(Kind), max_size=10))
    nodes = tuple(Node(f"n{i}", kind, draw(WORDS)) for i, kind in enumerate(kinds))
    ends = st.integers(0, len(kinds)).map(lambda i: f"n{i}")
    edges = draw(st.lists(st.builds(Edge, ends, ends), max_size=18))
    return Tree(nodes, tuple(edges))
