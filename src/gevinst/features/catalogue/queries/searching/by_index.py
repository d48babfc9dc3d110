"""A search answered by the index; what it finds is fetched from the database, which has the last word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from gevinst.engines.retrieval.asking import AllOf, AnyOf, Between, Filter
from gevinst.engines.retrieval.asking import Asked as Question
from gevinst.engines.retrieval.asking import Hit as Place
from gevinst.engines.retrieval.index import Index
from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.indexing.documents import process_of
from gevinst.features.catalogue.indexing.readers import findable
from gevinst.features.catalogue.indexing.schema import FACETS
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.permissions import readable
from gevinst.features.catalogue.queries.asked import DAYS, WHOSE, Asked
from gevinst.features.catalogue.queries.searching.answer import Answer, Hit
from gevinst.features.catalogue.queries.searching.whose import whose_terms
from gevinst.shared.actor import Actor

ORDERS = {
    "relevance": "", "effect": "-effect", "newest": "-changed", "adoption": "-adopters", "title": "title",
}  # fmt: skip
CHUNK = 500


def answer(index: Index, actor: Actor, asked: Asked, size: int, *, counts: bool = True) -> Answer:
    """The page `asked.page` of `size` hits, with the counts of every facet unless they are not wanted."""
    question = Question(
        text=asked.text,
        within=within(actor, asked),
        narrowed=narrowed(asked),
        sort=ORDERS[asked.order],
        offset=(asked.page - 1) * size,
        limit=size,
        counts=FACETS if counts else (),
    )
    found = index.search(question)
    told = dict(found.counts) | (_own_counts(index, actor, asked) if counts else {})
    return Answer(fetched(actor, found.hits), found.total, told, found.suggestion)


def ids(index: Index, actor: Actor, asked: Asked) -> Iterator[int]:
    """The ids of everything that fits, in order, read as they are asked for."""
    offset = 0
    while True:
        question = Question(
            asked.text, within(actor, asked), narrowed(asked), ORDERS[asked.order], offset, CHUNK
        )
        places = index.search(question).hits
        yield from [process_of(place.key) for place in places]
        if len(places) < CHUNK:
            return
        offset += CHUNK


def within(
    actor: Actor, asked: Asked, *, changed: int | None = None, whose: str | None = None
) -> Filter:
    """What the reader may find, of those that changed lately and are its own if that is asked for."""
    held = [findable(actor)]
    days = asked.changed if changed is None else changed
    if days:
        held.append(Between("changed", (timezone.now() - timedelta(days=days)).timestamp()))
    choices = asked.whose if whose is None else (whose,)
    if any(choices):
        own = frozenset[str]().union(*(whose_terms(actor, one) for one in choices))
        held.append(AnyOf(own))
    return AllOf(tuple(held))


def narrowed(asked: Asked) -> dict[str, frozenset[str]]:
    """The choices of each facet as terms; authorities by their ids, unknown codes left out."""
    chosen = dict(asked.chosen)
    if "authority" in chosen:
        known = accounts.authorities().filter(code__in=chosen["authority"])
        chosen["authority"] = tuple(str(pk) for pk in known.values_list("pk", flat=True))
    return {
        name: frozenset(f"{name}:{value}" for value in values) for name, values in chosen.items()
    }


def fetched(actor: Actor, places: list[Place]) -> list[Hit]:
    """The rows of the places, in their order; one that the reader may not read is not among them."""
    matched = {process_of(place.key): place.matched for place in places}
    rows = Process.objects.filter(readable(actor), pk__in=matched)
    by_id = rows.select_related("authority", "standing").defer("search").in_bulk()
    return [Hit(by_id[pk], names) for pk, names in matched.items() if pk in by_id]


def _own_counts(index: Index, actor: Actor, asked: Asked) -> dict[str, dict[str, int]]:
    """Counts of what is no facet of the index: what changed lately, what is one's own."""

    def total(held: Filter) -> int:
        return index.search(Question(asked.text, held, narrowed(asked), limit=0)).total

    changed = {str(days): total(within(actor, asked, changed=days)) for days in DAYS}
    if actor.user_id is None:
        return {"changed": changed}
    own = {choice: total(within(actor, asked, whose=choice)) for choice in WHOSE}
    return {"changed": changed, "whose": own}
