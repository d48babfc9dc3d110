"""The documents most like a text: for "others like you", and against writing the same twice."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from tantivy import DocAddress, Occur, Query

from gevinst.engines.retrieval.asking import Filter, Hit
from gevinst.engines.retrieval.filtering import narrowing, silent
from gevinst.engines.retrieval.reading import kept_at, top
from gevinst.engines.retrieval.schema import Schema
from gevinst.engines.retrieval.standing import State
from gevinst.engines.retrieval.stems import stem
from gevinst.engines.retrieval.stopwords import STOPWORDS
from gevinst.engines.retrieval.vocabulary import Vocabulary
from gevinst.engines.retrieval.words import surface

LOOKED_AT, MOST_STEMS = 60, 40


def likest(
    texts: Mapping[str, str],
    within: Filter | None,
    limit: int,
    schema: Schema,
    state: State,
) -> list[Hit]:
    """The hits most like the texts: 1 is the same words, 0 is no word in common."""
    times = schema.repeats()
    own = _weighed(
        (word for name, text in texts.items() for word in surface(text) * times.get(name, 0)),
        state.vocabulary,
    )
    most = sorted(own, key=lambda root: (-own[root], root))[:MOST_STEMS]
    terms = [Query.term_query(schema.fields(), "stem", root, "freq") for root in most]
    held = [(Occur.Must, silent(each)) for each in narrowing(within, {}, schema)]
    wanted = Query.boolean_query([(Occur.Should, each) for each in terms])
    query = Query.boolean_query([(Occur.Must, wanted), *held])
    _, places = top(state.searcher, query, LOOKED_AT, count=False)
    hits = [_hit(own, place, schema, state) for _, place in places]
    return sorted(hits, key=lambda hit: (-hit.score, hit.key))[: max(0, limit)]


def _hit(own: Mapping[str, float], place: DocAddress, schema: Schema, state: State) -> Hit:
    kept = kept_at(place, schema, state.searcher)
    times = schema.repeats()
    said = (word for name, words in kept.spoken.items() for word in words * times[name])
    other = _weighed(said, state.vocabulary)
    shared = own.keys() & other.keys()
    return Hit(
        key=kept.key,
        stored=kept.stored,
        score=round(_cosine(own, other), 4),
        matched=tuple(
            name for name, words in kept.spoken.items() if not shared.isdisjoint(map(stem, words))
        ),
    )


def _weighed(words: Iterable[str], vocabulary: Vocabulary) -> dict[str, float]:
    said = Counter(map(stem, words))
    telling = {root: n for root, n in said.items() if root not in STOPWORDS} or said
    return {
        root: (1 + math.log(n)) * vocabulary.weight("stem", root) for root, n in telling.items()
    }


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = sum(one[root] * other[root] for root in sorted(one.keys() & other.keys()))
    length = math.hypot(*one.values()) * math.hypot(*other.values())
    return min(1.0, shared / length) if length else 0.0
