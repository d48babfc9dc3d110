"""'Did you mean': words of documents that the reader may see, close to what was written."""

from __future__ import annotations

from collections import Counter

from tantivy import Query

from gevinst.engines.retrieval.filtering import both
from gevinst.engines.retrieval.question import Question, Word
from gevinst.engines.retrieval.reading import kept_at, top
from gevinst.engines.retrieval.schema import Schema
from gevinst.engines.retrieval.standing import State
from gevinst.engines.retrieval.words import spelled

READ = 50  # documents looked into for words
SHORTEST, LONG = 4, 8
MOST_WORDS = 8


def suggested(question: Question, visible: list[Query], schema: Schema, state: State) -> str:
    """The question with its unknown words corrected; "" where there is nothing better to say."""
    words = question.words
    if not 0 < len(words) <= MOST_WORDS:
        return ""
    better = [_better(word, visible, schema, state) for word in words]
    said = [new or word.written for new, word in zip(better, words, strict=True)]
    return " ".join(said) if any(better) else ""


def _better(word: Word, visible: list[Query], schema: Schema, state: State) -> str:
    if len(word.spelled) < SHORTEST or not word.spelled.isalpha():
        return ""
    fields = schema.fields()
    begun = Query.regex_query(fields, "word", f"{word.spelled}.*")
    same = Query.term_query(fields, "stem", word.stem, "freq")
    if any(top(state.searcher, both([q, *visible]), 1, count=False)[1] for q in (same, begun)):
        return ""
    far = 2 if len(word.spelled) >= LONG else 1
    close = Query.fuzzy_term_query(fields, "word", word.spelled, far)
    near: Counter[tuple[int, str]] = Counter()
    for spoken in _found(close, visible, schema, state):
        for each in spoken:
            distance = distant(word.spelled, spelled(each), far)
            if distance <= far:
                near[distance, each] += 1
    best = min(near.items(), key=lambda item: (item[0][0], -item[1], item[0][1]), default=None)
    return best[0][1] if best else ""


def _found(query: Query, visible: list[Query], schema: Schema, state: State) -> list[set[str]]:
    _, places = top(state.searcher, both([query, *visible]), READ, count=False)
    documents = [kept_at(place, schema, state.searcher) for _, place in places]
    return [{word for words in each.spoken.values() for word in words} for each in documents]


def distant(one: str, other: str, most: int) -> int:
    """How many letters were left out, put in, changed or swapped; `most` + 1 for more than `most`.

    >>> distant("faktrua", "faktura", 2), distant("faktura", "hus", 2)
    (1, 3)
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, against in enumerate(other, start=1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return min(last[-1], most + 1)
