"""Which documents answer a question, and by what they are ranked."""

from __future__ import annotations

from collections import Counter

from tantivy import Occur, Query

from gevinst.engines.retrieval.filtering import both, either
from gevinst.engines.retrieval.grams import grams
from gevinst.engines.retrieval.question import SHORT, Question, Word
from gevinst.engines.retrieval.schema import Schema
from gevinst.engines.retrieval.vocabulary import Vocabulary

STEMS_WEIGH, GRAMS_WEIGH = 1.0, 0.4
COMMONEST = 0.5  # a 4-gram in more of the documents says nothing and costs most
MOST_STEMS, MOST_GRAMS = 80, 250  # of a long text pasted into the box, the most telling
SHARE = 0.07  # of what the words of a long question tell, at least
TELLS_MOST, STEP = 3, 2.5  # a word tells 1, 2 or 3: so much idf is one
EVERYDAY = 0.2  # a word in more of the documents makes none of them an answer
MOST_COMPOUNDS = 20  # of one word of a long question
TYPED = 0.6  # of the 4-grams of a question that nothing answers as it is written


def answering(question: Question, schema: Schema, vocabulary: Vocabulary) -> Query:
    """The documents that answer: all words of a short question, enough of those of a long one."""
    words = question.telling
    if len(words) <= SHORT:
        return both(_has(word, schema, vocabulary) for word in words)
    words = vocabulary.most_telling("stem", words, MOST_STEMS)
    rare = tuple(word for word in words if vocabulary.share("stem", word.stem) <= EVERYDAY)
    words = rare if len(rare) > SHORT else words
    clauses = []
    for word in words:
        tells = round(vocabulary.weight("stem", word.stem) / STEP)
        says = (Occur.Should, _says(word, schema, vocabulary))
        clauses += [says] * min(TELLS_MOST, max(1, tells))
    return Query.boolean_query(clauses, max(2, round(len(clauses) * _share(len(words)))))


def _share(words: int) -> float:
    """The fewer words, the more of them; from seven words on it is `SHARE`."""
    return max(SHARE, 0.75 - words / 10)


def _has(word: Word, schema: Schema, vocabulary: Vocabulary) -> Query:
    roots = {word.stem, *vocabulary.ending(word.stem)}
    known = {word.spelled, *vocabulary.beginning(word.spelled)}
    return either(
        [
            Query.term_set_query(schema.fields(), "stem", sorted(roots)),
            Query.term_set_query(schema.fields(), "word", sorted(known)),
        ]
    )


def _says(word: Word, schema: Schema, vocabulary: Vocabulary) -> Query:
    roots = [word.stem, *vocabulary.ending(word.stem)[:MOST_COMPOUNDS]]
    queries = [Query.term_query(schema.fields(), "stem", root, "basic") for root in roots]
    return queries[0] if len(queries) == 1 else either(queries)


def resembling(question: Question, schema: Schema) -> Query:
    """The documents with most 4-grams of the question, however it was spelled; none for a code."""
    spelled = [word.spelled for word in question.telling if word.spelled.isalpha()]
    parts = sorted({gram for word in spelled for gram in grams(word)})
    clauses = [_term(schema, "gram", gram, 1.0) for gram in parts]
    return Query.boolean_query(
        [(Occur.Should, each) for each in clauses], max(1, round(len(parts) * TYPED))
    )


def ranking(question: Question, schema: Schema, vocabulary: Vocabulary) -> Query:
    """What a document is ranked by: the stems of the question, and for less its 4-grams."""
    stems = vocabulary.most_telling("stem", question.words, MOST_STEMS)
    parts = Counter(gram for word in question.words for gram in grams(word.written) * word.times)
    told = [gram for gram in parts if vocabulary.share("gram", gram) <= COMMONEST]
    told = sorted(told, key=lambda gram: (-vocabulary.weight("gram", gram), gram))[:MOST_GRAMS]
    return either(
        [
            *(_term(schema, "stem", word.stem, STEMS_WEIGH * word.times) for word in stems),
            *(_term(schema, "gram", gram, GRAMS_WEIGH * parts[gram]) for gram in told),
        ]
    )


def _term(schema: Schema, kind: str, term: str, weight: float) -> Query:
    return Query.boost_query(Query.term_query(schema.fields(), kind, term, "freq"), weight)
