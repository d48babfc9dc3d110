"""`a = following-sibling::b/c`, without comparing every pair: a document of 10,000 lines has 50 million.

Source: uniqueness rules such as W-INV237 and OIOUBL-BIL-107.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gevinst.engines.conformance.xpath.focus import Focus
from gevinst.engines.conformance.xpath.ragged import Index, Mask, Ragged, once
from gevinst.engines.conformance.xpath.syntax import Here, Node, Slash, Step, made

if TYPE_CHECKING:
    from gevinst.engines.conformance.xpath.evaluate import Evaluator

AXES = ("preceding-sibling", "following-sibling")


def sibling_path(node: Node) -> tuple[Step, Node] | None:
    """The sibling step that a path of plain steps begins with, and the rest of the path."""
    rest: list[Step] = []
    while isinstance(node, Slash) and isinstance(node.right, Step):
        rest.insert(0, node.right)
        node = node.left
    if not isinstance(node, Step) or node.axis not in AXES or node.kind != "name":
        return None
    path: Node = made(Here)
    for step in rest:
        path = made(Slash, path, step)
    return node, path


def same_among(run: Evaluator, step: Step, path: Node, focus: Focus, values: Ragged) -> Mask:
    """Whether a sibling on that side has, along `path`, one of the texts of the row."""
    table, nodes = run.table, focus.context.items
    is_attribute = table.is_attribute()[table.paths[nodes]]
    # A document node has no siblings: -1 is the parent of none.
    parents = np.where(is_attribute, -1, table.parents[nodes])
    children = made(Step, "child", step.kind, step.uri, step.local)
    above = run.focus_on(once(parents[parents >= 0]))
    brothers = run(children, above)
    inner = run.focus_on(brothers.items)
    theirs = run.atoms(run(path, inner))
    keys = _keys(run, above.context.items[brothers.rows[theirs.rows]], theirs.items)
    found = _reach(
        step, keys, brothers.items[theirs.rows], _keys(run, parents[values.rows], values.items)
    )
    own = nodes[values.rows]
    hits: Mask = found > own if step.axis == "following-sibling" else (found >= 0) & (found < own)
    mask = np.zeros(focus.size, dtype=np.bool_)
    mask[values.rows[hits]] = True
    return mask


def _keys(run: Evaluator, parents: Index, texts: Index) -> Index:
    """One number for a parent and a text."""
    return parents * len(run.pool.strings) + texts


def _reach(step: Step, keys: Index, rows: Index, wanted: Index) -> Index:
    """The last (or first) row with each wanted key; -1 where there is none."""
    order = np.lexsort((rows, keys))
    keys, rows = keys[order], rows[order]
    if step.axis == "following-sibling":
        at = np.searchsorted(keys, wanted, side="right") - 1
        inside = at >= 0
    else:
        at = np.searchsorted(keys, wanted)
        inside = at < len(keys)
    found = np.full(len(wanted), -1, dtype=np.int64)
    places = np.flatnonzero(inside)
    places = places[keys[at[places]] == wanted[places]]
    found[places] = rows[at[places]]
    return found
