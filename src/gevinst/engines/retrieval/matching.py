"""Which documents answer a question, and by what they are ranked."""

from __future__ import annotations

from collections import Counter

from tantivy import Occur, Query

from gevinst.engines.retrieval.filtering import both, either, none_of_them
from gevinst.engines.retrieval.grams import grams
from gevinst.engines.retrieval.question import SHORT, Question, Word
from gevinst.engines.retrieval.schema import Schema
from gevinst.engines.retrieval.vocabulary import Vocabulary

GRAMS_WEIGH = 0.3  # against stems
SHARE = 0.25  # of what the words of a long question tell
TYPED = 0.6  # of the 4-grams of a question that nothing answers as it is written


def answering(question: Question, schema: Schema, vocabulary: Vocabulary) -> Query:
    """The documents that answer: all words of a short question, enough of those of a long one."""
    words = question.telling
    held = [_has(word, schema, vocabulary) for word in words]
    if len(words) <= SHORT:
        return both(held) if held else none_of_them()
    tells = [max(1, round(vocabulary.weight("stem", word.stem) / 2)) for word in words]
    clauses = [each for each, times in zip(held, tells, strict=True) for _ in range(times)]
    least = max(2, round(sum(tells) * SHARE))
    return Query.boolean_query([(Occur.Should, each) for each in clauses], least)


def _has(word: Word, schema: Schema, vocabulary: Vocabulary) -> Query:
    roots = {word.stem, *vocabulary.ending(word.stem)}
    known = {word.spelled, *vocabulary.beginning(word.spelled)}
    return either(
        [
            Query.term_set_query(schema.fields(), "stem", sorted(roots)),
            Query.term_set_query(schema.fields(), "word", sorted(known)),
        ]
    )


def resembling(question: Question, schema: Schema) -> Query:
    """The documents with most 4-grams of the question, however it was spelled."""
    parts = sorted({gram for word in question.telling for gram in grams(word.written)})
    clauses = [_term(schema, "gram", gram, 1.0) for gram in parts]
    return Query.boolean_query(
        [(Occur.Should, each) for each in clauses], max(1, round(len(parts) * TYPED))
    )


def ranking(question: Question, schema: Schema) -> list[Query]:
    """What counts for a document: the stems of the question, and its 4-grams for less."""
    parts = Counter(gram for word in question.words for gram in grams(word.written) * word.times)
    return [
        *(_term(schema, "stem", word.stem, word.times) for word in question.words),
        *(_term(schema, "gram", gram, GRAMS_WEIGH * n) for gram, n in parts.items()),
    ]


def _term(schema: Schema, kind: str, term: str, weight: float) -> Query:
    return Query.boost_query(Query.term_query(schema.fields(), kind, term, "freq"), weight)
