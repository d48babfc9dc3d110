"""Umbrellas: what the source puts under them is put under them here, once all of it is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection

from gevinst.features.catalogue.actions.importing.planned import Planned
from gevinst.features.catalogue.models import Imported, Kind, Part, Process
from gevinst.features.catalogue.queries.structure import above
from gevinst.shared.actor import Actor, Right

_LOCK = 5_305_001  # the one of `actions.structure`: one umbrella at a time


class _Told(NamedTuple):
    """What the source says is under a process: now, and at the last import where that was other."""

    process_id: int
    source: str
    now: Sequence[str]
    before: Sequence[str]


def link_parts(planned: Sequence[Planned], by: Actor) -> int:
    """How many links were made. Those that the source took away are taken away; those made here stay.

    A part that was not imported, that would close a circle, or that `by` may not put there is left out.
    """
    umbrellas = [told for one in planned if (told := _told(one))]
    if not umbrellas:
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    return sum(_link(one, by) for one in umbrellas)


def _told(one: Planned) -> _Told | None:
    """None where the source says nothing of its parts that matters."""
    wanted = one.wanted
    if wanted is None or wanted.parts is None or one.process_id is None:
        return None
    before = next((change[1] for change in one.changes if change[0] == "parts"), None)
    if not wanted.parts and before is None:
        return None
    return _Told(one.process_id, wanted.source, wanted.parts, before or [])


def _link(told: _Told, by: Actor) -> int:
    umbrella = Process.objects.only("pk", "kind").get(pk=told.process_id)
    wanted = _known(told.source, told.now, by) - {umbrella.pk}
    there = dict.fromkeys(umbrella.parts.values_list("process_id", flat=True))
    _remove(told, umbrella, wanted)
    if umbrella.kind != Kind.UMBRELLA:
        return 0
    made = sorted(wanted - set(there) - above(umbrella.pk))
    for process_id in made:
        Part.objects.create(umbrella=umbrella, process_id=process_id)
    return len(made)


def _known(source: str, ids: Sequence[str], by: Actor) -> set[int]:
    rows = Imported.objects.filter(source=source, source_id__in=ids)
    found = rows.values_list("process_id", "process__authority_id")
    return {pk for pk, authority in found if by.may(Right.ADMINISTER, authority)}


def _remove(told: _Told, umbrella: Process, wanted: set[int]) -> None:
    """What was under it at the last import and is not any more."""
    rows = Imported.objects.filter(source=told.source, source_id__in=told.before)
    gone = set(rows.values_list("process_id", flat=True)) - wanted
    umbrella.parts.filter(process_id__in=gone).delete()
