"""A search answered by the index; what it finds is fetched from the database, which has the last word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from django.utils import timezone

from gevinst.engines.retrieval.asking import AllOf, AnyOf, Between, Filter
from gevinst.engines.retrieval.asking import Asked as Question
from gevinst.engines.retrieval.asking import Hit as Place
from gevinst.engines.retrieval.index import Index
from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.indexing.documents import process_of
from gevinst.features.catalogue.indexing.facets import code_term
from gevinst.features.catalogue.indexing.readers import findable
from gevinst.features.catalogue.indexing.schema import FACETS, LEVELS
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.permissions import readable
from gevinst.features.catalogue.queries.asked import DAYS, WHOSE, Asked
from gevinst.features.catalogue.queries.searching.answer import Answer, Counts, Hit
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
        counts=_counted(asked) if counts else (),
    )
    found = index.search(question)
    told = _by_name(found.counts) | (_own_counts(index, actor, asked) if counts else {})
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


def within(actor: Actor, asked: Asked, *, but: str = "") -> Filter:
    """What the reader may find, of what changed lately and is its own if asked for and not `but`."""
    held = [findable(actor)]
    if asked.changed and but != "changed":
        held.append(_since(asked.changed))
    if asked.whose and but != "whose":
        held.append(AnyOf(frozenset[str]().union(*(whose_terms(actor, w) for w in asked.whose))))
    return AllOf(tuple(held))


def _since(days: int) -> Between:
    """From the beginning of a day on, so that what was counted holds until tomorrow."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return Between("changed", (today - timedelta(days=days)).timestamp())


def narrowed(asked: Asked) -> dict[str, frozenset[str]]:
    """The choices of each facet as terms; authorities by their ids, unknown codes left out."""
    chosen = dict(asked.chosen)
    if "authority" in chosen:
        known = accounts.authorities().filter(code__in=chosen["authority"])
        chosen["authority"] = tuple(str(pk) for pk in known.values_list("pk", flat=True))
    return {
        name: frozenset(_term(name, value) for value in values) for name, values in chosen.items()
    }


def _term(name: str, value: str) -> str:
    return code_term(name, value) if name in LEVELS else f"{name}:{value}"


def _counted(asked: Asked) -> tuple[str, ...]:
    """The facets whose counts are shown: codes down to one level below those that are chosen."""
    left_out = {
        facet
        for name, facets in LEVELS.items()
        for facet in facets[
            1 + max((c.count(".") + 1 for c in asked.chosen.get(name, ())), default=0) :
        ]
    }
    return tuple(name for name in FACETS if name not in left_out)


def _by_name(counts: Counts) -> dict[str, Mapping[str, int]]:
    """The counts of codes by their scheme, all levels together."""
    told: dict[str, Mapping[str, int]] = dict(counts)
    for name, (_main, *below) in LEVELS.items():
        for facet in below:
            deeper = {
                f"{name}:{term.partition(':')[2]}": n for term, n in told.pop(facet, {}).items()
            }
            told[name] = {**told.get(name, {}), **deeper}
    return told


def fetched(actor: Actor, places: list[Place]) -> list[Hit]:
    """The rows of the places, in their order; one that the reader may not read is not among them."""
    matched = {process_of(place.key): place.matched for place in places}
    rows = Process.objects.filter(readable(actor), pk__in=matched)
    by_id = rows.select_related("authority", "standing").defer("search").in_bulk()
    return [Hit(by_id[pk], names) for pk, names in matched.items() if pk in by_id]


def _own_counts(index: Index, actor: Actor, asked: Asked) -> dict[str, dict[str, int]]:
    """Counts of what is no facet of the index: what changed lately, what is one's own."""

    def tally(name: str, filters: dict[str, Filter]) -> dict[str, int]:
        question = Question(asked.text, within(actor, asked, but=name), narrowed(asked))
        return dict(zip(filters, index.tally(question, list(filters.values())), strict=True))

    counts = {"changed": tally("changed", {str(days): _since(days) for days in DAYS})}
    if actor.user_id is not None:
        own: dict[str, Filter] = {one: AnyOf(whose_terms(actor, one)) for one in WHOSE}
        counts["whose"] = tally("whose", own)
    return counts
