"""Umbrellas: what the source puts under them is put under them here, once all of it is known."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from gevinst.features.catalogue.actions.importing.planned import Planned, Wanted
from gevinst.features.catalogue.models import Imported, Kind, Part, Process
from gevinst.features.catalogue.queries.structure import above
from gevinst.shared.actor import Actor, Right

_LOCK = 5_305_001  # the one of `actions.structure`: one umbrella at a time


def link_parts(planned: Sequence[Planned], by: Actor) -> int:
    """How many links were made. Those that the source took away are taken away; those made here stay.

    A part that was not imported, that would close a circle, or that `by` may not put there is left out.
    """
    umbrellas = [one for one in planned if one.wanted and one.process_id and _told(one, one.wanted)]
    if not umbrellas:
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    return sum(_link(one, by) for one in umbrellas)


def _told(one: Planned, wanted: Wanted) -> bool:
    """Whether the source says something of its parts that matters."""
    changed = any(name == "parts" for name, _before, _after in one.changes)
    return wanted.parts is not None and (bool(wanted.parts) or changed)


def _link(one: Planned, by: Actor) -> int:
    if one.wanted is None or one.wanted.parts is None or one.process_id is None:
        return 0
    umbrella = Process.objects.only("pk", "kind").get(pk=one.process_id)
    wanted = _known(one.wanted.source, one.wanted.parts, by) - {umbrella.pk}
    there = dict.fromkeys(umbrella.parts.values_list("process_id", flat=True))
    _remove(one, umbrella, wanted)
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


def _remove(one: Planned, umbrella: Process, wanted: set[int]) -> None:
    """What was under it at the last import and is not any more."""
    before: list[str] = next((change[1] for change in one.changes if change[0] == "parts"), [])
    source = one.wanted.source if one.wanted else ""
    rows = Imported.objects.filter(source=source, source_id__in=before)
    gone = set(rows.values_list("process_id", flat=True)) - wanted
    umbrella.parts.filter(process_id__in=gone).delete()
