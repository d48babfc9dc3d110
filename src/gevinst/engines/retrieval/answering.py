"""The answer to one question from one state of the index."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tantivy import DocAddress, Query

from gevinst.engines.retrieval.asking import Asked, Found, Hit
from gevinst.engines.retrieval.counting import counted
from gevinst.engines.retrieval.filtering import both, everything, narrowing, silent
from gevinst.engines.retrieval.matched import matched
from gevinst.engines.retrieval.matching import answering, ranking, resembling
from gevinst.engines.retrieval.paging import by_relevance, in_order
from gevinst.engines.retrieval.question import Question, understood
from gevinst.engines.retrieval.reading import kept_at, top
from gevinst.engines.retrieval.schema import Schema
from gevinst.engines.retrieval.standing import State
from gevinst.engines.retrieval.suggestion import suggested


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
        answers = everything(self.schema)
        return self._with_counts(asked, answers, self._found(asked, question, answers))

    def _to_words(self, asked: Asked, question: Question) -> Found:
        visible = narrowing(asked.within, {}, self.schema)
        suggestion = suggested(question, visible, self.schema, self.state)
        answers = answering(question, self.schema, self.state.vocabulary)
        found = self._found(asked, question, answers)
        if not found.total and not self._any([answers, *visible]):
            answers = resembling(question, self.schema)
            found = self._found(asked, question, answers)
        return self._with_counts(asked, answers, replace(found, suggestion=suggestion))

    def _any(self, queries: list[Query]) -> bool:
        return bool(top(self.state.searcher, both(queries), 1)[0])

    def _found(self, asked: Asked, question: Question, answers: Query) -> Found:
        held = narrowing(asked.within, asked.narrowed, self.schema)
        every = both(silent(each) for each in (answers, *held))
        if asked.sort or not question.words:
            total, places = in_order(asked, every, self.state)
        else:
            ranked = ranking(question, self.schema, self.state.vocabulary)
            total, places = by_relevance(asked, every, ranked, self.state)
        hits = [self._hit(question, place, score) for score, place in places]
        return Found(hits, total, {}, "")

    def _with_counts(self, asked: Asked, answers: Query, found: Found) -> Found:
        return replace(found, counts=counted(asked, answers, self.schema, self.state))

    def _hit(self, question: Question, place: DocAddress, score: float) -> Hit:
        kept = kept_at(place, self.schema, self.state.searcher)
        return Hit(kept.key, kept.stored, score, matched(question, kept.spoken))
