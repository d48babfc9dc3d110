"""In which texts of a document the words of a question are."""

from __future__ import annotations

from collections.abc import Mapping

from gevinst.engines.retrieval.question import Question
from gevinst.engines.retrieval.stems import stem
from gevinst.engines.retrieval.vocabulary import SHORTEST
from gevinst.engines.retrieval.words import spelled


def matched(question: Question, spoken: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The names of the texts with a word of the question, in the order of the schema."""
    asked = question.telling
    return tuple(
        name
        for name, words in spoken.items()
        if any(
            fits(word.stem, word.spelled, each) for each in dict.fromkeys(words) for word in asked
        )
    )


def fits(root: str, beginning: str, word: str) -> bool:
    """Whether a word is the one asked for, begins with it or is a compound that ends on it.

    >>> [fits("kontrol", "kontrol", each) for each in ("kontrollen", "fakturakontrollen", "kilde")]
    [True, True, False]
    """
    own = stem(word)
    if own == root or spelled(word) == beginning:
        return True
    long = len(root) >= SHORTEST
    return long and (spelled(word).startswith(beginning) or own.endswith(root))
