"""The benefit tree as a case file keeps it, and what its end benefits are linked to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.engines.businesscase.readiness.tree_nodes import Edge, Kind, Measure, Node

MEASURED_BY = tuple(field.name for field in fields(Measure))
Kept = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Links:
    """What an end benefit stands for: ids of benefit lines of the case, and of the register's benefits."""

    lines: tuple[str, ...] = ()
    register: tuple[int, ...] = ()


def read_tree(kept: object) -> Tree:
    """The tree of a case file; what is no node or no arrow is left out, for a draft may be half written.

    >>> read_tree({"nodes": [{"id": "a", "kind": "purpose", "title": "Better care"}]}).nodes[0].title
    'Better care'
    """
    nodes = {str(row["id"]): _node(row) for row in _nodes(kept)}
    edges = (
        Edge(str(row["source"]), str(row["target"]))
        for row in _rows(kept, "edges")
        if "source" in row and "target" in row
    )
    return Tree(tuple(nodes.values()), tuple(edges))


def read_links(kept: object) -> dict[str, Links]:
    """Node id -> what it is linked to; nodes without links are not in it.

    >>> row = {"id": "time", "kind": "end", "title": "Time freed", "lines": ["freed"], "register": [7]}
    >>> read_links({"nodes": [row]})["time"]
    Links(lines=('freed',), register=(7,))
    """
    found = {str(row["id"]): _links(row) for row in _nodes(kept)}
    return {name: links for name, links in found.items() if links != Links()}


def nodes_dropped(kept: object) -> int:
    """How many rows of the file are no node of the tree: another kind, no id, or an id twice."""
    return len(_listed(kept, "nodes")) - len(read_tree(kept).nodes)


def _node(row: Kept) -> Node:
    measure = row.get("measure")
    told = measure if isinstance(measure, Mapping) else None
    return Node(
        id=str(row["id"]),
        kind=Kind(row["kind"]),
        title=str(row.get("title") or row["id"]),
        owner=str(row.get("owner") or ""),
        measure=None
        if told is None
        else Measure(**{k: str(told.get(k) or "") for k in MEASURED_BY}),
    )


def _links(row: Kept) -> Links:
    lines, register = row.get("lines"), row.get("register")
    return Links(
        tuple(str(one) for one in lines) if isinstance(lines, list) else (),
        tuple(one for one in register if isinstance(one, int))
        if isinstance(register, list)
        else (),
    )


def _nodes(kept: object) -> Iterator[Kept]:
    """The rows that are nodes, the first of each id."""
    seen: set[str] = set()
    for row in _rows(kept, "nodes"):
        if row.get("id") and row.get("kind") in set(Kind) and str(row["id"]) not in seen:
            seen.add(str(row["id"]))
            yield row


def _rows(kept: object, part: str) -> Iterator[Kept]:
    return (row for row in _listed(kept, part) if isinstance(row, Mapping))


def _listed(kept: object, part: str) -> list[Any]:
    found = kept.get(part) if isinstance(kept, Mapping) else None
    return found if isinstance(found, list) else []
