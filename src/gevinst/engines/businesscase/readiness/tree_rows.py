"""The rows of a benefit tree as its case file keeps it: found by id, titled, and set."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from gevinst.engines.businesscase.readiness.tree_file import read_tree

Kept = dict[str, Any]


class TreeFault(ValueError):
    """A change that would not be a tree; `code` is stable, the message says what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def tree_parts(kept: Mapping[str, Any]) -> Kept:
    """A copy that has a list of nodes and one of arrows."""
    made = deepcopy(dict(kept))
    for part in ("nodes", "edges"):
        if not isinstance(made.get(part), list):
            made[part] = []
    return made


def tree_row(made: Kept, node_id: str) -> Kept:
    """The row of a node. Raises `TreeFault`: "no-node"."""
    if node_id not in read_tree(made).by_id:
        raise TreeFault("no-node", f"there is no node {node_id!r}")
    found: Kept = next(
        row for row in made["nodes"] if isinstance(row, dict) and str(row.get("id")) == node_id
    )
    return found


def titled(title: str) -> str:
    """A title without needless spaces. Raises `TreeFault`: "no-title"."""
    if not title.strip():
        raise TreeFault("no-title", "give the node a title")
    return " ".join(title.split())


def set_field(row: Kept, key: str, value: object) -> None:
    """The key with its value, or without the key where there is none."""
    if value:
        row[key] = value
    else:
        row.pop(key, None)


def arrow_ends(row: object) -> tuple[str, str]:
    """The source and target of an arrow, "" where it does not tell."""
    if not isinstance(row, dict):
        return "", ""
    return str(row.get("source", "")), str(row.get("target", ""))
