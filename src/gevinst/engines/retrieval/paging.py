"""The page that was asked for, in an order that does not change from one search to the next."""

from __future__ import annotations

from collections import Counter

from tantivy import DocAddress, Occur, Order, Query

from gevinst.engines.retrieval.asking import Asked
from gevinst.engines.retrieval.reading import top
from gevinst.engines.retrieval.standing import State

TIES = 50  # more than asked for, so that equal scores come in the order of their keys

Page = tuple[int, list[tuple[float, DocAddress]]]


def by_relevance(asked: Asked, every: Query, ranked: Query, state: State) -> Page:
    """How many there are, and the page of the best; equal scores in the order of their keys."""
    upto = asked.offset + asked.limit
    query = Query.boolean_query([(Occur.Must, every), (Occur.Should, ranked)])
    total, places = top(state.searcher, query, upto + TIES)
    scores = [round(score, 4) for score, _ in places]
    often = Counter(scores)
    keyed = [
        (-score, _key(at, state) if often[score] > 1 else "", i)
        for i, (score, (_, at)) in enumerate(zip(scores, places, strict=True))
    ]
    return total, [(-score, places[i][1]) for score, _, i in sorted(keyed)[asked.offset : upto]]


def in_order(asked: Asked, every: Query, state: State) -> Page:
    """How many there are, and the page in the order asked for; without one, in that of the keys."""
    name = asked.sort.removeprefix("-")
    way = "down" if asked.sort.startswith("-") else "up"
    result = state.searcher.search(
        every,
        max(1, asked.limit),
        order_by_field=f"{way}_{name}" if name else "key",
        order=Order.Asc,
        offset=asked.offset,
    )
    # The library's own type hints leave `count` out.
    total = getattr(result, "count", None) or 0
    return total, [(0.0, at) for _, at in result.hits[: asked.limit]]


def _key(place: DocAddress, state: State) -> str:
    return str(state.searcher.doc(place)["key"][0])
