"""Records of many processes, some hundred at a time, so that memory stays small however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.permissions import readable
from gevinst.features.catalogue.queries.reading import process as readable_process
from gevinst.features.catalogue.queries.records.gathering import gathered
from gevinst.features.catalogue.queries.records.telling import Record, told
from gevinst.shared.actor import Actor

CHUNK = 500  # processes fetched at once

__all__ = ["CHUNK", "Record", "record", "records"]


def records(actor: Actor, ids: Iterable[int]) -> Iterator[Record]:
    """The records of those of `ids` that `actor` may read, in the order of `ids`."""
    waiting = iter(ids)
    while chunk := list(islice(waiting, CHUNK)):
        yield from _some(actor, chunk)


def record(actor: Actor, process_id: int) -> Record:
    """The record of one. Raises `DomainError("not-found")` also when `actor` may not read it."""
    one = readable_process(actor, process_id)
    return told(one, gathered(actor, [one]))


def _some(actor: Actor, ids: list[int]) -> Iterator[Record]:
    rows = Process.objects.filter(readable(actor), pk__in=ids)
    found = {row.pk: row for row in rows.select_related("authority").defer("search")}
    known = gathered(actor, list(found.values()))
    for key in ids:
        if key in found:
            yield told(found[key], known)
