"""Arrows added to a benefit tree as its case file keeps it, and taken away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gevinst.engines.businesscase.readiness.tree import Tree, reaches, rise
from gevinst.engines.businesscase.readiness.tree_file import read_tree
from gevinst.engines.businesscase.readiness.tree_nodes import Edge, Kind
from gevinst.engines.businesscase.readiness.tree_rows import (
    Kept,
    TreeFault,
    arrow_ends,
    tree_parts,
    tree_row,
)


def connect(kept: Mapping[str, Any], source: str, target: str) -> Kept:
    """The tree with an arrow more.

    Raises `TreeFault`: "no-node", "arrow-there", "arrow-backwards", "cycle".
    """
    tree, made = read_tree(kept), tree_parts(kept)
    tree_row(made, source), tree_row(made, target)
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
    made = tree_parts(kept)
    left = [row for row in made["edges"] if arrow_ends(row) != (source, target)]
    if len(left) == len(made["edges"]):
        raise TreeFault("no-arrow", "there is no such arrow")
    made["edges"] = left
    return made


def _after(tree: Tree) -> dict[str, list[str]]:
    after: dict[str, list[str]] = {node.id: [] for node in tree.nodes}
    for edge in tree.edges:
        if edge.source in after and edge.target in after:
            after[edge.source].append(edge.target)
    return after
