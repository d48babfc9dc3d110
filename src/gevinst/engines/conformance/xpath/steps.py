"""Axes, paths, predicates and unions: joins on columns of the node table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from gevinst.engines.conformance.xpath.focus import Focus
from gevinst.engines.conformance.xpath.ragged import (
    NODE,
    NUMBER,
    Index,
    Mask,
    Ragged,
    distinct,
    full,
    merged,
    nothing,
    ranges,
)  # fmt: skip
from gevinst.engines.conformance.xpath.syntax import (
    Binary,
    Filter,
    Node,
    Root,
    Slash,
    Step,
)  # fmt: skip

if TYPE_CHECKING:
    from gevinst.engines.conformance.nodes import NodeTable
    from gevinst.engines.conformance.xpath.evaluate import Evaluator

# Which context each node comes from, and the nodes.
Found = tuple[Index, Index]
REVERSE = ("ancestor", "ancestor-or-self", "preceding-sibling", "preceding", "parent")


def root(run: Evaluator, node: Root, focus: Focus) -> Ragged:
    """`/`."""
    return full(NODE, run.table.documents[focus.docs])


def step(run: Evaluator, node: Step, focus: Focus) -> Ragged:
    """A step from the context node, in document order."""
    return _along(run.table, node, focus.context)


def _along(table: NodeTable, node: Step, base: Ragged) -> Ragged:
    if base.kind != NODE:
        return nothing(base.size)
    which, nodes = _walk(table, node, base.items)
    rows = which if base.full else base.rows[which]
    return Ragged(base.size, NODE, rows, nodes)


def _walk(table: NodeTable, node: Step, context: Index) -> Found:
    if node.kind == "text":
        found = AXES[node.axis](table, node, context) if node.axis != "child" else _self(context)
        texts = table.texts[found[1]]
        return _keep(found, texts > 0)
    return AXES[node.axis](table, node, context)


def _self(context: Index) -> Found:
    return np.arange(len(context)), context


def _keep(found: Found, mask: Mask) -> Found:
    if mask.all():
        return found
    return found[0][mask], found[1][mask]


def _named(table: NodeTable, node: Step, found: Found) -> Found:
    """Those of the found nodes whose name is that of the step."""
    if node.kind == "node":
        return found
    mask = table.names(node.uri, node.local)
    return _keep(found, mask[table.paths[found[1]]])


def child(table: NodeTable, node: Step, context: Index) -> Found:
    """Children or attributes."""
    attribute = node.axis == "attribute"
    paths = table.paths[context]
    if len(paths) and (paths == paths[0]).all():
        found = table.below(int(paths[0]), node.uri, node.local, attribute=attribute)
        context = table.among()[context]
    else:
        found = table.children(node.uri, node.local, attribute=attribute)
    begin = found.first[context]
    if found.single:
        which = np.flatnonzero(begin)
        return which, found.rows[begin[which] - 1]
    counts = found.counts[context].astype(np.int64)
    which, places = ranges(begin.astype(np.int64) - 1, counts)
    return which, found.rows[places]


def parent(table: NodeTable, node: Step, context: Index) -> Found:
    """`..`."""
    above = table.parents[context]
    return _named(table, node, _keep(_self(above), above >= 0))


def self(table: NodeTable, node: Step, context: Index) -> Found:
    """`self::name`."""
    return _named(table, node, _self(context))


def _ancestors(table: NodeTable, node: Step, context: Index) -> Found:
    found = [_self(context)] if node.axis == "ancestor-or-self" else []
    which, above = _keep(_self(table.parents[context]), table.parents[context] >= 0)
    while len(above):
        found.append((which, above))
        above = table.parents[above]
        which, above = _keep((which, above), above >= 0)
    return _sorted(_named(table, node, _joined(found)))


def _joined(found: list[Found]) -> Found:
    none = np.empty(0, dtype=np.int64)
    return (
        np.concatenate([none, *(which for which, _ in found)]),
        np.concatenate([none, *(nodes for _, nodes in found)]),
    )


def _sorted(found: Found) -> Found:
    order = np.lexsort((found[1], found[0]))
    return found[0][order], found[1][order]


def _all(table: NodeTable, node: Step) -> Index:
    """All elements the step could reach."""
    if node.kind == "name":
        return table.named(node.uri, node.local)
    return table.kept("elements-and-documents", lambda: table.matching(~table.is_attribute()))


def _between(candidates: Index, begin: Index, end: Index) -> Found:
    """The candidates from `begin` up to `end`, for each pair."""
    low = np.searchsorted(candidates, begin)
    which, places = ranges(low, np.maximum(np.searchsorted(candidates, end) - low, 0))
    return which, candidates[places]


def _descendants(table: NodeTable, node: Step, context: Index) -> Found:
    begin = context if node.axis == "descendant-or-self" else context + 1
    return _between(_all(table, node), begin, table.ends[context])


def _following(table: NodeTable, node: Step, context: Index) -> Found:
    documents = table.documents[table.docs[context]]
    return _between(_all(table, node), table.ends[context], table.ends[documents])


def _preceding(table: NodeTable, node: Step, context: Index) -> Found:
    documents = table.documents[table.docs[context]]
    which, nodes = _between(_all(table, node), documents, context)
    return _keep((which, nodes), table.ends[nodes] <= context[which])


def _siblings(table: NodeTable, node: Step, context: Index) -> Found:
    above = table.parents[context]
    attributes = table.is_attribute()[table.paths[context]]
    index = np.flatnonzero((above >= 0) & ~attributes)
    which, nodes = child(table, node, above[index])
    which = index[which]
    later = node.axis == "following-sibling"
    return _keep((which, nodes), nodes > context[which] if later else nodes < context[which])


AXES: Mapping[str, Callable[[NodeTable, Step, Index], Found]] = MappingProxyType(
    {
        "child": child,
        "attribute": child,
        "parent": parent,
        "self": self,
        "ancestor": _ancestors,
        "ancestor-or-self": _ancestors,
        "descendant": _descendants,
        "descendant-or-self": _descendants,
        "following": _following,
        "preceding": _preceding,
        "following-sibling": _siblings,
        "preceding-sibling": _siblings,
    }
)


def slash(run: Evaluator, node: Slash, focus: Focus) -> Ragged:
    """`left/right`; nodes come out once and in document order."""
    left = run(node.left, focus)
    if isinstance(node.right, Step):
        found = _along(run.table, node.right, left)
        return found if left.single else distinct(found, len(run.table))
    inner = inside(run, node.left, focus)
    right = run(node.right, inner)
    found = Ragged(focus.size, right.kind, left.rows[right.rows], right.items)
    return distinct(found, len(run.table)) if right.kind == NODE else found


def inside(run: Evaluator, base: Node, focus: Focus) -> Focus:
    """The focus whose rows are the items of `base`."""
    inner = focus.inner.get(base)
    if inner is None:
        value = run(base, focus)
        places = value.positions(), value.counts[value.rows]
        if _backwards(base):
            places = places[1] - places[0] + 1, places[1]
        inner = focus.inner[base] = Focus(
            full(value.kind, value.items),
            focus.docs[value.rows],
            outer=focus,
            origin=value.rows,
            places=places,
        )
    return inner


def _backwards(base: Node) -> bool:
    """Whether positions count from the context node upwards or to the left."""
    while isinstance(base, Filter):
        base = base.base
    return isinstance(base, Step) and base.axis in REVERSE


def kept(run: Evaluator, node: Filter, focus: Focus) -> Ragged:
    """`base[predicate]`."""
    base = run(node.base, focus)
    return base.keep(chosen(run, node, inside(run, node.base, focus)))


def chosen(run: Evaluator, node: Filter, inner: Focus) -> Mask:
    """Which rows of the inner focus the predicate keeps: by truth, or by position."""
    value = run(node.predicate, inner)
    if value.kind != NUMBER:
        return run.effective(value)
    mask = np.zeros(inner.size, dtype=np.bool_)
    assert inner.places is not None
    wanted = value.singles()
    places = inner.places[wanted.rows] * 10**wanted.items.scale
    mask[wanted.rows] = (places == wanted.items.values).astype(np.bool_)
    return mask


def union(run: Evaluator, node: Binary, focus: Focus) -> Ragged:
    """`a | b`."""
    sides = [run(side, focus) for side in (node.left, node.right)]
    return distinct(merged([side for side in sides if side.kind == NODE] or sides), len(run.table))
