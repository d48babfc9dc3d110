"""The answer to one question from one state of the index."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tantivy import DocAddress, Order, Query

from gevinst.engines.retrieval.asking import Asked, Found, Hit
from gevinst.engines.retrieval.counting import counted
from gevinst.engines.retrieval.filtering import both, everything, narrowing
from gevinst.engines.retrieval.matched import matched
from gevinst.engines.retrieval.matching import answering, ranking, resembling
from gevinst.engines.retrieval.question import Question, understood
from gevinst.engines.retrieval.reading import kept_at, top
from gevinst.engines.retrieval.schema import Schema
from gevinst.engines.retrieval.standing import State
from gevinst.engines.retrieval.suggestion import suggested

TIES = 50  # more than asked for, so that equal scores come in the order of their keys


@dataclass(frozen=True, slots=True)
class Answering:
    """A schema and the state that is looked at."""

    schema: Schema
    state: State

    def found(self, asked: Asked) -> Found:
        """Hits, total, counts and suggestion."""
        question = understood(asked.text)
        if question.words:
            return self._to_words(asked, question)
        if asked.text.strip():
            return Found([], 0, {name: {} for name in asked.counts}, "")
        return self._found(asked, question, everything(self.schema), "")

    def _to_words(self, asked: Asked, question: Question) -> Found:
        answers = answering(question, self.schema, self.state.vocabulary)
        found = self._found(asked, question, answers, "")
        visible = narrowing(asked.within, {}, self.schema)
        suggestion = suggested(question, visible, self.schema, self.state)
        if found.total:
            return Found(found.hits, found.total, found.counts, suggestion)
        return self._found(asked, question, resembling(question, self.schema), suggestion)

    def _found(self, asked: Asked, question: Question, answers: Query, suggestion: str) -> Found:
        held = narrowing(asked.within, asked.narrowed, self.schema)
        every = both([Query.const_score_query(answers, 0.0), *map(_silent, held)])
        total, places = self._places(asked, question, every)
        hits = [self._hit(question, place, score) for score, place in places]
        counts = counted(asked, answers, self.schema, self.state)
        return Found(hits, total, counts, suggestion)

    def _places(
        self, asked: Asked, question: Question, every: Query
    ) -> tuple[int, list[tuple[float, DocAddress]]]:
        upto = asked.offset + asked.limit
        if asked.sort or not question.words:
            return self._sorted(asked, every)
        scored = both([every, ranking(question, self.schema, self.state.vocabulary)])
        total, places = top(self.state.searcher, scored, upto + TIES)
        scores = [round(score, 4) for score, _ in places]
        often = Counter(scores)
        keyed = [
            (-score, self._key(at) if often[score] > 1 else "", i)
            for i, (score, (_, at)) in enumerate(zip(scores, places, strict=True))
        ]
        best = sorted(keyed)[asked.offset : upto]
        return total, [(-score, places[i][1]) for score, _, i in best]

    def _sorted(self, asked: Asked, every: Query) -> tuple[int, list[tuple[float, DocAddress]]]:
        name = asked.sort.removeprefix("-")
        way = "down" if asked.sort.startswith("-") else "up"
        field = f"{way}_{name}" if name else "key"
        result = self.state.searcher.search(
            every,
            max(1, asked.limit),
            order_by_field=field,
            order=Order.Asc,
            offset=asked.offset,
        )
        return getattr(result, "count", None) or 0, [
            (0.0, at) for _, at in result.hits[: asked.limit]
        ]

    def _key(self, place: DocAddress) -> str:
        return str(self.state.searcher.doc(place).get_first("key"))

    def _hit(self, question: Question, place: DocAddress, score: float) -> Hit:
        kept = kept_at(place, self.schema, self.state.searcher)
        return Hit(kept.key, kept.stored, score, matched(question, kept.spoken))


def _silent(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)
