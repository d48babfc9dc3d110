"""The benefit tree of a case: nodes and arrows added, changed and taken away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gevinst.engines.businesscase.readiness import arrow_editing, tree_editing
from gevinst.engines.businesscase.readiness.tree_file import read_tree
from gevinst.features.benefits.actions.following.tree_change import change_tree
from gevinst.features.benefits.casework.keys import key_of
from gevinst.features.benefits.casework.paths import Data
from gevinst.features.benefits.models import BusinessCase
from gevinst.shared.actor import Actor


def add_tree_node(
    *, case: BusinessCase, kind: str, title: str, by: Actor, after: str = ""
) -> BusinessCase:
    """The tree with a node more, and an arrow to it from the node `after` where one is named.

    Raises `DomainError("invalid")` with the field, and as `write_part`.
    """

    def change(tree: Data) -> Mapping[str, Any]:
        name = key_of(title, set(read_tree(tree).by_id))
        grown = tree_editing.add_node(tree, kind=kind, title=title, node_id=name)
        return arrow_editing.connect(grown, after, name) if after else grown

    return change_tree(case, change, by)


def change_tree_node(
    *,
    case: BusinessCase,
    node: str,
    title: str,
    by: Actor,
    owner: str = "",
    measure: Mapping[str, str] | None = None,
    lines: Sequence[str] = (),
    register: Sequence[int] = (),
) -> BusinessCase:
    """The tree with a node told anew. Raises `DomainError` as `add_tree_node`."""

    def change(tree: Data) -> Mapping[str, Any]:
        return tree_editing.change_node(
            tree, node, title=title, owner=owner, measure=measure, lines=lines, register=register
        )

    return change_tree(case, change, by)


def remove_tree_node(*, case: BusinessCase, node: str, by: Actor) -> BusinessCase:
    """The tree without a node and its arrows. Raises `DomainError` as `add_tree_node`."""
    return change_tree(case, lambda tree: tree_editing.remove_node(tree, node), by)


def connect_tree(*, case: BusinessCase, source: str, target: str, by: Actor) -> BusinessCase:
    """The tree with an arrow more. Raises `DomainError` as `add_tree_node`."""
    return change_tree(case, lambda tree: arrow_editing.connect(tree, source, target), by)


def disconnect_tree(*, case: BusinessCase, source: str, target: str, by: Actor) -> BusinessCase:
    """The tree without an arrow. Raises `DomainError` as `add_tree_node`."""
    return change_tree(case, lambda tree: arrow_editing.disconnect(tree, source, target), by)
