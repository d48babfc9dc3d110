"""How many hits there are for each choice of a facet."""

from __future__ import annotations

from collections.abc import Iterable

from tantivy import Query

from gevinst.engines.retrieval.asking import Asked
from gevinst.engines.retrieval.filtering import both, narrowing
from gevinst.engines.retrieval.schema import Schema
from gevinst.engines.retrieval.standing import State

MOST = 10_000  # choices of one facet


def counted(
    asked: Asked, answers: Query, schema: Schema, state: State
) -> dict[str, dict[str, int]]:
    """The counts of each facet asked for, its own narrowing left out."""
    chosen = {name: terms for name, terms in asked.narrowed.items() if terms}
    groups: dict[str, list[str]] = {}
    for facet in asked.counts:
        groups.setdefault(facet if facet in chosen else "", []).append(facet)
    counts: dict[str, dict[str, int]] = {}
    for but, facets in groups.items():
        key = (asked.text, asked.within, tuple(sorted(chosen.items(), key=str)), but)
        missing = [each for each in facets if (key, each) not in state.counted]
        if missing:
            held = narrowing(asked.within, asked.narrowed, schema, but)
            for facet, told in _count(both([answers, *held]), missing, state).items():
                state.remember((key, facet), told)
                counts[facet] = told
        counts |= {each: state.counted[key, each] for each in facets if each not in counts}
    return {facet: counts[facet] for facet in asked.counts}


def _count(query: Query, facets: Iterable[str], state: State) -> dict[str, dict[str, int]]:
    wanted = {
        facet: {"terms": {"field": f"facet_{facet}", "size": MOST, "segment_size": MOST}}
        for facet in facets
    }
    told = state.searcher.aggregate(query, wanted)
    return {
        facet: {bucket["key"]: bucket["doc_count"] for bucket in told[facet]["buckets"]}
        for facet in wanted
    }
