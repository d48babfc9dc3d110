"""The family of a process: everything that it was made of and that was made of it, over all generations."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q

from gevinst.features.catalogue.models import Adoption

MOST = 300  # processes in a drawing; a family that is larger is told to be

_DESCENDS = """
    WITH RECURSIVE below (id) AS (
        SELECT process_id FROM catalogue_adoption WHERE source_id = %s
        UNION
        SELECT a.process_id FROM catalogue_adoption a JOIN below ON a.source_id = below.id
    )
    SELECT EXISTS (SELECT 1 FROM below WHERE id = %s)
"""


@dataclass(frozen=True, slots=True)
class Family:
    """Ids of processes, nearest first, the adoptions between them, and whether some were left out."""

    members: tuple[int, ...]
    adoptions: tuple[Adoption, ...]
    cut: bool


def descends(process_id: int, ancestor_id: int) -> bool:
    """Whether the process was made of the ancestor, over however many generations."""
    with connection.cursor() as cursor:
        cursor.execute(_DESCENDS, [ancestor_id, process_id])
        (found,) = cursor.fetchone()
    return bool(found)


def family(process_id: int, most: int = MOST, reach: int | None = None) -> Family:
    """At most `most` relatives of a process, up to `reach` steps away."""
    members: dict[int, None] = {process_id: None}
    fresh: Collection[int] = [process_id]
    steps = 0
    while fresh and len(members) <= most and (reach is None or steps < reach):
        fresh = [each for each in _beside(fresh) if each not in members]
        members |= dict.fromkeys(fresh)
        steps += 1
    kept = tuple(members)[:most]
    between = Adoption.objects.filter(process__in=kept, source__in=kept).order_by("at", "pk")
    beyond = len(members) > most or (bool(fresh) and bool(set(_beside(fresh)) - set(members)))
    return Family(kept, tuple(between), beyond)


def _beside(ids: Collection[int]) -> list[int]:
    """The processes one adoption away, in the order of the adoptions."""
    rows = Adoption.objects.filter(Q(source__in=ids) | Q(process__in=ids)).order_by("at", "pk")
    pairs = rows.values_list("source_id", "process_id")
    return list(dict.fromkeys(each for pair in pairs for each in pair))
