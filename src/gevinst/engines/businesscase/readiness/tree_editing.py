"""Changes a benefit tree as its case file keeps it: nodes and arrows added, changed and taken away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from gevinst.engines.businesscase.readiness.tree import Edge, Kind, Tree, reaches, rise
from gevinst.engines.businesscase.readiness.tree_file import MEASURED_BY, read_tree

Kept = dict[str, Any]


class TreeFault(ValueError):
    """A change that would not be a tree; `code` is stable, the message says what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


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
    made = _parts(kept)
    made["nodes"].append({"id": node_id, "kind": kind, "title": _titled(title)})
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
    made = _parts(kept)
    row = _row(made, node_id)
    row["title"] = _titled(title)
    _set(row, "owner", owner.strip())
    told = {key: (measure or {}).get(key, "").strip() for key in MEASURED_BY}
    said = {key: value for key, value in told.items() if value}
    _set(row, "measure", said if row["kind"] == Kind.INDICATOR else None)
    is_end = row["kind"] == Kind.END
    _set(row, "lines", list(lines) if is_end else None)
    _set(row, "register", list(register) if is_end else None)
    return made


def remove_node(kept: Mapping[str, Any], node_id: str) -> Kept:
    """The tree without a node and its arrows. Raises `TreeFault`: "no-node"."""
    made = _parts(kept)
    made["nodes"].remove(_row(made, node_id))
    made["edges"] = [row for row in made["edges"] if node_id not in _ends(row)]
    return made


def connect(kept: Mapping[str, Any], source: str, target: str) -> Kept:
    """The tree with an arrow more.

    Raises `TreeFault`: "no-node", "arrow-there", "arrow-backwards", "cycle".
    """
    tree, made = read_tree(kept), _parts(kept)
    _row(made, source), _row(made, target)
    edge = Edge(source, target)
    if edge in tree.edges:
        raise TreeFault("arrow-there", "the arrow is there already")
    if rise(tree, edge) < 0:
        raise TreeFault("arrow-backwards", f"an arrow runs forward: {', '.join(Kind)}")
    if reaches(_after(tree), target, source):
        raise TreeFault("cycle", "the arrow would close a ring")
    made["edges"].append({"source": source, "target": target})
    return made


def disconnect(kept: Mapping[str, Any], source: str, target: str) -> Kept:
    """The tree without an arrow. Raises `TreeFault`: "no-arrow"."""
    made = _parts(kept)
    left = [row for row in made["edges"] if _ends(row) != (source, target)]
    if len(left) == len(made["edges"]):
        raise TreeFault("no-arrow", "there is no such arrow")
    made["edges"] = left
    return made


def _parts(kept: Mapping[str, Any]) -> Kept:
    """A copy that has a list of nodes and one of arrows."""
    made = deepcopy(dict(kept))
    for part in ("nodes", "edges"):
        if not isinstance(made.get(part), list):
            made[part] = []
    return made


def _row(made: Kept, node_id: str) -> Kept:
    if node_id not in read_tree(made).by_id:
        raise TreeFault("no-node", f"there is no node {node_id!r}")
    found: Kept = next(
        row for row in made["nodes"] if isinstance(row, dict) and str(row.get("id")) == node_id
    )
    return found


def _titled(title: str) -> str:
    if not title.strip():
        raise TreeFault("no-title", "give the node a title")
    return " ".join(title.split())


def _set(row: Kept, key: str, value: object) -> None:
    if value:
        row[key] = value
    else:
        row.pop(key, None)


def _ends(row: object) -> tuple[str, str]:
    if not isinstance(row, dict):
        return "", ""
    return str(row.get("source", "")), str(row.get("target", ""))


def _after(tree: Tree) -> dict[str, list[str]]:
    after: dict[str, list[str]] = {node.id: [] for node in tree.nodes}
    for edge in tree.edges:
        if edge.source in after and edge.target in after:
            after[edge.source].append(edge.target)
    return after
