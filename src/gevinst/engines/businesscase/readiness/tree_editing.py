"""Changes a benefit tree as its case file keeps it: nodes added, changed and taken away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gevinst.engines.businesscase.readiness.tree_file import MEASURED_BY, read_tree
from gevinst.engines.businesscase.readiness.tree_nodes import Kind
from gevinst.engines.businesscase.readiness.tree_rows import (
    Kept,
    TreeFault,
    arrow_ends,
    set_field,
    titled,
    tree_parts,
    tree_row,
)


def add_node(kept: Mapping[str, Any], *, kind: str, title: str, node_id: str) -> Kept:
    """The tree with one node more.

    Raises `TreeFault`: "no-title", "no-kind", "taken".

    >>> grown = add_node({}, kind="purpose", title="Better care", node_id="better-care")
    >>> grown["nodes"]
    [{'id': 'better-care', 'kind': 'purpose', 'title': 'Better care'}]
    """
    if kind not in set(Kind):
        raise TreeFault("no-kind", f"{kind!r} is no kind of node; choose one of {', '.join(Kind)}")
    if node_id in read_tree(kept).by_id:
        raise TreeFault("taken", f"there is a node {node_id!r} already; give another title")
    made = tree_parts(kept)
    made["nodes"].append({"id": node_id, "kind": kind, "title": titled(title)})
    return made


def change_node(
    kept: Mapping[str, Any],
    node_id: str,
    *,
    title: str,
    owner: str = "",
    measure: Mapping[str, str] | None = None,
    lines: Sequence[str] = (),
    register: Sequence[int] = (),
) -> Kept:
    """The tree with a node told anew; only an indicator has a measure, only an end benefit has links.

    Raises `TreeFault`: "no-node", "no-title".
    """
    made = tree_parts(kept)
    row = tree_row(made, node_id)
    row["title"] = titled(title)
    set_field(row, "owner", owner.strip())
    told = {key: (measure or {}).get(key, "").strip() for key in MEASURED_BY}
    said = {key: value for key, value in told.items() if value}
    set_field(row, "measure", said if row["kind"] == Kind.INDICATOR else None)
    is_end = row["kind"] == Kind.END
    set_field(row, "lines", list(lines) if is_end else None)
    set_field(row, "register", list(register) if is_end else None)
    return made


def remove_node(kept: Mapping[str, Any], node_id: str) -> Kept:
    """The tree without a node and its arrows. Raises `TreeFault`: "no-node"."""
    made = tree_parts(kept)
    made["nodes"].remove(tree_row(made, node_id))
    made["edges"] = [row for row in made["edges"] if node_id not in arrow_ends(row)]
    return made
