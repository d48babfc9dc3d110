"""A search answered: by the index where it can be, else by the database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from gevinst.engines.retrieval.faults import IndexBroken
from gevinst.features.catalogue.indexing import background, place
from gevinst.features.catalogue.indexing.following import Ready, Why, ready
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.permissions import readable
from gevinst.features.catalogue.queries.asked import Asked
from gevinst.features.catalogue.queries.searching import by_database, by_index
from gevinst.features.catalogue.queries.searching.answer import Answer, Source
from gevinst.shared.actor import Actor

SIZE = 20
CHUNK = 500


def search(actor: Actor, asked: Asked, size: int = SIZE, *, counts: bool = True) -> Answer:
    """What `actor` may read and fits, a page of it; never fails for want of an index."""
    stands = ready()
    if stands.index is None:
        return by_database.answer(actor, asked, size, _source(stands))
    try:
        return by_index.answer(stands.index, actor, asked, size, counts=counts)
    except IndexBroken:
        place.forget()
        background.rebuild()
        return by_database.answer(actor, asked, size, Source.DATABASE)


def matching(actor: Actor, asked: Asked) -> Iterator[int]:
    """The ids of everything that `actor` may read and fits, in order."""
    stands = ready()
    if stands.index is None:
        yield from by_database.ids(actor, asked)
        return
    found = by_index.ids(stands.index, actor, asked)
    while some := list(islice(found, CHUNK)):
        yield from _readable(actor, some)


def _readable(actor: Actor, ids: Iterable[int]) -> list[int]:
    wanted = list(ids)
    allowed = Process.objects.filter(readable(actor), pk__in=wanted)
    known = set(allowed.order_by().values_list("pk", flat=True))
    return [pk for pk in wanted if pk in known]


def _source(stands: Ready) -> Source:
    return Source.OWN if stands.why is Why.OWN else Source.DATABASE


def answers_by_index() -> bool:
    """Whether searches are answered by the index at this moment."""
    return ready().index is not None
