"""What is wrong with a benefit tree, as notes: rings, arrows that run back, ends that nobody measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.readiness.tree import Tree, reaches, rise
from gevinst.engines.businesscase.readiness.tree_nodes import Edge, Kind, Measure, Node


def checks(tree: Tree) -> tuple[Note, ...]:
    """What is wrong with the tree: arrows first, then nodes, each in the order they stand.

    Codes: `unknown-node`, `cycle`, `arrow-backwards`, `orphan`, `end-without-indicator`,
    `indicator-without-data-source`, `indicator-without-owner`, `measure-not-on-indicator`.
    Source: KL/Deloitte 2022, annex A (what to decide before the start).
    """
    return (*_edge_faults(tree), *_node_faults(tree))


def _edge_faults(tree: Tree) -> Iterator[Note]:
    for edge in tree.edges:
        for end in (edge.source, edge.target):
            if end not in tree.by_id:
                message = (
                    f"An arrow from {edge.source} to {edge.target} names {end}, which is no node."
                )
                yield Note("unknown-node", message, {**_facts(edge), "unknown": end})
    for edge in tree.against:
        if rise(tree, edge) < 0:
            yield Note("arrow-backwards", _backwards(tree, edge), _facts(edge))
    yield from _cycles(tree)


def _facts(edge: Edge) -> dict[str, str]:
    return {"source": edge.source, "target": edge.target}


def _backwards(tree: Tree, edge: Edge) -> str:
    source, target = tree.by_id[edge.source], tree.by_id[edge.target]
    return (
        f"The arrow from {source.title!r} ({source.kind}) to {target.title!r} ({target.kind}) runs "
        f"backwards; the order is {', '.join(Kind)}."
    )


def _cycles(tree: Tree) -> Iterator[Note]:
    """One note for every ring of arrows, by the arrow that closes it."""
    after: dict[str, list[str]] = {node.id: [] for node in tree.nodes}
    known = (edge for edge in tree.edges if {edge.source, edge.target} <= tree.by_id.keys())
    for edge in dict.fromkeys(known):
        if reaches(after, edge.target, edge.source):
            source, target = tree.by_id[edge.source], tree.by_id[edge.target]
            message = (
                f"The arrow from {source.title!r} to {target.title!r} closes a ring; take one out."
            )
            yield Note("cycle", message, _facts(edge))
        else:
            after[edge.source].append(edge.target)


def _node_faults(tree: Tree) -> Iterator[Note]:
    touched = {end for edge in tree.edges for end in (edge.source, edge.target)}
    measured = {edge.source for edge in tree.forward if _is(tree, edge.target, Kind.INDICATOR)}
    for node in tree.nodes:
        if node.id not in touched:
            yield _node_note("orphan", node, "has no arrow to or from it")
        if node.kind is Kind.END and node.id not in measured:
            yield _node_note("end-without-indicator", node, "is measured by nothing")
        yield from _measure_faults(node)


def _is(tree: Tree, node_id: str, kind: Kind) -> bool:
    return tree.by_id[node_id].kind is kind


def _measure_faults(node: Node) -> Iterable[Note]:
    if node.kind is not Kind.INDICATOR:
        if node.measure is not None:
            yield _node_note("measure-not-on-indicator", node, "is measured but is no indicator")
        return
    measure = node.measure or Measure()
    if not measure.data_source.strip():
        yield _node_note("indicator-without-data-source", node, "has no data source")
    # Who owns the figure and who sees to it that it is measured may be one and the same.
    if not node.owner.strip() and not measure.ensured_by.strip():
        yield _node_note("indicator-without-owner", node, "has nobody who sees that it is measured")


def _node_note(code: str, node: Node, what: str) -> Note:
    return Note(code, f"{node.title!r} ({node.kind}) {what}.", {"node": node.id})
