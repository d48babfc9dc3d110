"""Umbrellas over many levels: what lies under a process, and what it lies under."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import connection

from gevinst.features.catalogue.models import Part, Process
from gevinst.features.catalogue.permissions import readable
from gevinst.shared.actor import Actor

MOST = 1000  # edges that a page follows
# UNION, not UNION ALL: a circle would end here too.
_EDGES = """WITH RECURSIVE edge(umbrella_id, process_id) AS (
        SELECT umbrella_id, process_id FROM catalogue_part WHERE {start} = %s
        UNION SELECT p.umbrella_id, p.process_id FROM catalogue_part p
          JOIN edge ON p.{start} = edge.{end})
    SELECT umbrella_id, process_id FROM edge LIMIT %s"""
_DOWN = _EDGES.format(start="umbrella_id", end="process_id")
_UP = _EDGES.format(start="process_id", end="umbrella_id")


@dataclass(slots=True)
class Node:
    """A process in the tree with what lies under it."""

    process: Process
    parts: list[Node] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many processes lie under it, over all levels."""
        return sum(1 + part.size for part in self.parts)


def tree(actor: Actor, process: Process) -> Node:
    """The process with all under it that `actor` may read; what hangs on a hidden one is hidden too."""
    below: dict[int, list[int]] = {}
    for umbrella, part in _edges(_DOWN, process.pk):
        below.setdefault(umbrella, []).append(part)
    ids = {part for parts in below.values() for part in parts}
    return _node(process, below, _known(actor, ids), frozenset())


def umbrellas(actor: Actor, process: Process) -> list[Process]:
    """The processes directly above it that `actor` may read, in Danish order."""
    ids = Part.objects.filter(process=process).values_list("umbrella_id", flat=True)
    return sorted(_known(actor, set(ids)).values(), key=lambda one: one.sort_key)


def above(process_id: int) -> set[int]:
    """The ids of everything that the process lies under, over all levels."""
    return {umbrella for umbrella, _part in _edges(_UP, process_id)}


def _edges(sql: str, root: int) -> list[tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [root, MOST])
        return [(umbrella, part) for umbrella, part in cursor.fetchall()]


def _known(actor: Actor, ids: set[int]) -> dict[int, Process]:
    if not ids:
        return {}
    found = Process.objects.filter(readable(actor), pk__in=ids).select_related("authority")
    return {one.pk: one for one in found.only("title", "sort_key", "phase", "kind", "authority")}


def _node(
    process: Process, below: dict[int, list[int]], known: dict[int, Process], over: frozenset[int]
) -> Node:
    here = over | {process.pk}
    parts = [known[one] for one in below.get(process.pk, []) if one in known and one not in here]
    parts.sort(key=lambda one: (one.sort_key, one.pk))
    return Node(process, [_node(one, below, known, here) for one in parts])
