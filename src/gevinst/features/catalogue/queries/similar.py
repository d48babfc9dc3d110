"""Processes that are like a text: against writing the same twice, and for those who do the same."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from gevinst.engines.retrieval.asking import AllOf, AnyOf, Not
from gevinst.engines.retrieval.faults import IndexBroken
from gevinst.features.catalogue.indexing.documents import process_of
from gevinst.features.catalogue.indexing.following import ready
from gevinst.features.catalogue.indexing.readers import findable
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.queries.searching.by_index import fetched
from gevinst.shared.actor import Actor


class Alike(NamedTuple):
    """A process and how much it is like the text: 0 no word in common, 1 the same words."""

    process: Process
    score: float


def alike(
    actor: Actor, texts: Mapping[str, str], limit: int = 5, without: Collection[int] = ()
) -> list[Alike]:
    """The processes that `actor` may read most like the texts (names of fields), the likest first.

    Empty while the index cannot answer: nobody is kept waiting for a hint.
    """
    index = ready().index
    if index is None:
        return []
    own = Not(AnyOf(frozenset(f"is:{pk}" for pk in without)))
    try:
        places = index.similar(texts, AllOf((findable(actor), own)), limit)
    except IndexBroken:
        return []
    rows = {hit.process.pk: hit.process for hit in fetched(actor, places)}
    found = [(process_of(place.key), place.score) for place in places]
    return [Alike(rows[pk], score) for pk, score in found if pk in rows]
