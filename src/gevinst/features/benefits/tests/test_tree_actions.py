"""The benefit tree of a case: each change is written in its file, and what is no tree is refused."""

from __future__ import annotations

from typing import Any

import pytest

from gevinst.engines.businesscase.casefile.exact_yaml import parsed
from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.engines.businesscase.readiness.tree_file import Links, read_links, read_tree
from gevinst.engines.businesscase.readiness.tree_nodes import Edge
from gevinst.features.benefits.actions.following.tree import (
    add_tree_node,
    change_tree_node,
    connect_tree,
    disconnect_tree,
    remove_tree_node,
)
from gevinst.features.benefits.actions.following.tree_change import FAULTS
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.tests.case_people import CasePeople, case_people, sound_case
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> CasePeople:
    return case_people()


@pytest.fixture
def case(people: CasePeople) -> BusinessCase:
    """Purpose -> end benefit."""
    made = add_tree_node(
        case=sound_case(people), kind="purpose", title="Bedre service", by=people.writer
    )
    return add_tree_node(
        case=made, kind="end", title="Frigivet tid", by=people.writer, after="bedre-service"
    )


def tree(case: BusinessCase) -> Tree:
    return read_tree(parsed(case.text).data["tree"])


def test_nodes_and_arrows_stand_in_the_file(case: BusinessCase) -> None:
    assert [node.title for node in tree(case).nodes] == ["Bedre service", "Frigivet tid"]
    assert tree(case).edges == (Edge("bedre-service", "frigivet-tid"),)
    assert evaluated(case.text).case is not None


def test_two_of_one_title_have_ids_of_their_own(case: BusinessCase, people: CasePeople) -> None:
    made = add_tree_node(case=case, kind="end", title="Frigivet tid", by=people.writer)
    assert [node.id for node in tree(made).nodes][-1] == "frigivet-tid-2"


def test_an_end_benefit_is_linked_and_owned(case: BusinessCase, people: CasePeople) -> None:
    made = change_tree_node(
        case=case, node="frigivet-tid", title="Tid", owner="Leder", lines=["time"], register=[3],
        by=people.writer,
    )  # fmt: skip
    assert tree(made).by_id["frigivet-tid"].owner == "Leder"
    assert read_links(parsed(made.text).data["tree"]) == {"frigivet-tid": Links(("time",), (3,))}


def test_arrows_and_nodes_come_and_go(case: BusinessCase, people: CasePeople) -> None:
    arrow: dict[str, Any] = {
        "source": "bedre-service",
        "target": "frigivet-tid",
        "by": people.writer,
    }
    assert tree(disconnect_tree(case=case, **arrow)).edges == ()
    assert tree(connect_tree(case=case, **arrow)).edges != ()
    left = tree(remove_tree_node(case=case, node="bedre-service", by=people.writer))
    assert ([node.id for node in left.nodes], left.edges) == (["frigivet-tid"], ())


REFUSED: list[tuple[str, Any, dict[str, Any]]] = [
    ("kind", add_tree_node, {"kind": "wish", "title": "x"}),
    ("title", add_tree_node, {"kind": "end", "title": " "}),
    ("target", add_tree_node, {"kind": "purpose", "title": "x", "after": "frigivet-tid"}),
    ("", change_tree_node, {"node": "gone", "title": "x"}),
    ("target", connect_tree, {"source": "bedre-service", "target": "frigivet-tid"}),
    ("target", connect_tree, {"source": "frigivet-tid", "target": "frigivet-tid"}),
    ("", disconnect_tree, {"source": "frigivet-tid", "target": "bedre-service"}),
]


@pytest.mark.parametrize(("field", "act", "facts"), REFUSED)
def test_refused(
    field: str, act: Any, facts: dict[str, Any], case: BusinessCase, people: CasePeople
) -> None:
    with pytest.raises(DomainError) as fault:
        act(case=case, by=people.writer, **facts)
    assert (fault.value.code, fault.value.facts["field"]) == ("invalid", field)


def test_every_fault_of_a_tree_has_words() -> None:
    assert all(str(words) for words, _field in FAULTS.values())


@pytest.mark.parametrize(("who", "code"), [("reader", "not-allowed"), ("stranger", "not-found")])
def test_only_contributors(who: str, code: str, case: BusinessCase, people: CasePeople) -> None:
    with pytest.raises(DomainError) as fault:
        add_tree_node(case=case, kind="end", title="x", by=getattr(people, who))
    assert fault.value.code == code
