"""On random trees every axis, with and without positions, finds the nodes that Saxon finds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Evaluate = Callable[[Sequence[str], str], list[list[str]]]
LEAVES = st.builds(
    '<cbc:{0} schemeID="{1}">{2}</cbc:{0}>'.format,
    st.sampled_from(["ID", "Name"]),
    st.sampled_from("ab"),
    st.sampled_from(["1", "2", "x", ""]),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        lambda name, parts: f"<cac:{name}>{''.join(parts)}</cac:{name}>",
        st.sampled_from(["Party", "Item"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)
BODIES = st.lists(TREES, max_size=4).map("".join)
NAMES = (
    "child descendant descendant-or-self ancestor ancestor-or-self parent self "
    "following preceding following-sibling preceding-sibling"
)
STEPS = st.builds(
    "{}::{}{}".format,
    st.sampled_from(NAMES.split()),
    st.sampled_from(["*", "cac:*", "cbc:ID", "cac:Party"]),
    st.sampled_from(
        ["", "[1]", "[2]", "[last()]", "[. = '1']", "[cbc:ID]", "[@schemeID = 'a'][1]"]
    ),
)
PATHS = st.builds(
    "{}{}".format,
    st.sampled_from(["", "//cac:Party/", "//cbc:ID/", "(//cac:Item | //cbc:ID)/", "cac:*/"]),
    st.lists(STEPS, min_size=1, max_size=3).map("/".join),
)
TWINS = st.builds(
    "{}[{} = {}::{}]/string-join(ancestor-or-self::*/local-name(), '/')".format,
    st.sampled_from(["//*", "//cbc:ID", "//@schemeID", "(/ | //cac:Party)"]),
    st.sampled_from([".", "@schemeID", "cbc:ID", "*/@schemeID"]),
    st.sampled_from(["following-sibling", "preceding-sibling"]),
    st.sampled_from(
        ["*", "cbc:ID", "cac:Party/cbc:ID", "cbc:ID/@schemeID", "*/*", "*[1]", "*[2]/cbc:ID"]
    ),
)
WHERE = "/string-join(ancestor-or-self::*/concat(local-name(), count(preceding-sibling::*)), '/')"


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(BODIES, min_size=1, max_size=3), PATHS)
def test_a_path_finds_the_same_nodes(
    ours: Evaluate, saxon: Evaluate, bodies: list[str], path: str
) -> None:
    found, expected = ours(bodies, path + WHERE), saxon(bodies, path + WHERE)
    assert found == expected, f"{path} on {bodies}"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(BODIES, min_size=1, max_size=3),
    st.sampled_from(["=", "!=", "<", "<=", ">", ">="]),
    st.sampled_from(["'1'", "//cac:Party/cbc:ID", "//@schemeID", "('1', 'x')", "()"]),
)
def test_sequences_compare_the_same(
    ours: Evaluate, saxon: Evaluate, bodies: list[str], sign: str, other: str
) -> None:
    expression = f"//cbc:Name {sign} {other}"
    found, expected = ours(bodies, expression), saxon(bodies, expression)
    assert found == expected, f"{expression} on {bodies}"


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(BODIES, min_size=1, max_size=3), TWINS)
def test_siblings_are_compared_as_pairs_would_be(
    ours: Evaluate, saxon: Evaluate, bodies: list[str], expression: str
) -> None:
    found, expected = ours(bodies, expression), saxon(bodies, expression)
    assert found == expected, f"{expression} on {bodies}"


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(BODIES, min_size=2, max_size=5), PATHS, st.data())
def test_other_documents_of_the_batch_change_nothing(
    ours: Evaluate, bodies: list[str], path: str, data: st.DataObject
) -> None:
    alone = {body: ours([body], path + WHERE)[0] for body in bodies}
    shuffled = data.draw(st.permutations(bodies))
    assert ours(shuffled, path + WHERE) == [alone[body] for body in shuffled]
