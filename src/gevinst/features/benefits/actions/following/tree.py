"""The benefit tree of a case: nodes and arrows added, changed and taken away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.readiness import arrow_editing, tree_editing
from gevinst.engines.businesscase.readiness.tree_file import read_tree
from gevinst.engines.businesscase.readiness.tree_rows import TreeFault
from gevinst.features.benefits.actions.following.part_writing import part_of, write_part
from gevinst.features.benefits.casework.keys import key_of
from gevinst.features.benefits.casework.paths import Data
from gevinst.features.benefits.models import BusinessCase
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

Change = Callable[[Data], Mapping[str, Any]]
FAULTS = {
    "no-kind": (_("Choose what it is."), "kind"),
    "taken": (_("There is one of that name already."), "title"),
    "no-title": (_("Give it a title."), "title"),
    "no-node": (_("It is not in the tree any more."), ""),
    "arrow-there": (_("The arrow is there already."), "target"),
    "arrow-backwards": (
        _("An arrow runs forward: from purpose to change, benefit, end benefit and indicator."),
        "target",
    ),
    "cycle": (_("The arrow would close a ring."), "target"),
    "no-arrow": (_("The arrow is not in the tree any more."), ""),
}


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

    return _changed(case, change, by)


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

    return _changed(case, change, by)


def remove_tree_node(*, case: BusinessCase, node: str, by: Actor) -> BusinessCase:
    """The tree without a node and its arrows. Raises `DomainError` as `add_tree_node`."""
    return _changed(case, lambda tree: tree_editing.remove_node(tree, node), by)


def connect_tree(*, case: BusinessCase, source: str, target: str, by: Actor) -> BusinessCase:
    """The tree with an arrow more. Raises `DomainError` as `add_tree_node`."""
    return _changed(case, lambda tree: arrow_editing.connect(tree, source, target), by)


def disconnect_tree(*, case: BusinessCase, source: str, target: str, by: Actor) -> BusinessCase:
    """The tree without an arrow. Raises `DomainError` as `add_tree_node`."""
    return _changed(case, lambda tree: arrow_editing.disconnect(tree, source, target), by)


def _changed(case: BusinessCase, change: Change, by: Actor) -> BusinessCase:
    def write(data: Data) -> None:
        try:
            data["tree"] = dict(change(part_of(data, "tree")))
        except TreeFault as fault:
            message, field = FAULTS[fault.code]
            raise DomainError("invalid", message, field=field, fault=fault.code) from fault

    return write_part(case=case, change=write, by=by)
