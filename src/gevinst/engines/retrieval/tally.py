"""How many hits each of some filters would leave, without looking at the hits."""

from __future__ import annotations

from collections.abc import Sequence

from gevinst.engines.retrieval.asking import Asked, Filter
from gevinst.engines.retrieval.filtering import both, everything, filtered, narrowing, silent
from gevinst.engines.retrieval.matching import answering
from gevinst.engines.retrieval.question import understood
from gevinst.engines.retrieval.reading import top
from gevinst.engines.retrieval.schema import Schema
from gevinst.engines.retrieval.standing import State


def tallied(asked: Asked, filters: Sequence[Filter], schema: Schema, state: State) -> list[int]:
    """For each filter the number of documents that answer and that it lets through, in their order."""
    question = understood(asked.text)
    if asked.text.strip() and not question.words:
        return [0] * len(filters)
    words = question.words
    answers = answering(question, schema, state.vocabulary) if words else everything(schema)
    held = [answers, *narrowing(asked.within, asked.narrowed, schema)]
    chosen = tuple(sorted(asked.narrowed.items(), key=str))
    found = []
    for each in filters:
        key = ("tally", asked.text, asked.within, chosen, each)
        if key not in state.counted:
            every = both(silent(query) for query in (*held, filtered(each, schema)))
            state.remember(key, {"": top(state.searcher, every, 1)[0]})
        found.append(state.counted[key][""])
    return found
