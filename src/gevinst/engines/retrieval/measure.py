"""How well an order of documents answers questions: nDCG and recall among the first ten."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

FIRST = 10


@dataclass(frozen=True, slots=True)
class Query:
    """A question and the ids of the documents that answer it."""

    text: str
    relevant: frozenset[str]


@dataclass(frozen=True, slots=True)
class Quality:
    """Means over questions, each from 0 to 1."""

    ndcg10: float
    recall10: float


def ndcg(found: Sequence[str], relevant: frozenset[str]) -> float:
    """The discounted gain of the first ten, of the most that was possible.

    >>> ndcg(["a", "b"], frozenset({"a"})), round(ndcg(["b", "a"], frozenset({"a"})), 4)
    (1.0, 0.6309)
    """
    gain = sum(1 / math.log2(i + 2) for i, each in enumerate(found[:FIRST]) if each in relevant)
    return gain / sum(1 / math.log2(i + 2) for i in range(min(FIRST, len(relevant))))


def recall(found: Sequence[str], relevant: frozenset[str]) -> float:
    """The share of what is relevant that is among the first ten.

    >>> recall(["b", "a"], frozenset({"a", "c"}))
    0.5
    """
    return len(relevant.intersection(found[:FIRST])) / len(relevant)


def quality(answer: Callable[[str], Sequence[str]], queries: Sequence[Query]) -> Quality:
    """The quality of a way to answer, over at least one question."""
    found = [(answer(query.text), query.relevant) for query in queries]
    return Quality(
        ndcg10=sum(ndcg(*each) for each in found) / len(queries),
        recall10=sum(recall(*each) for each in found) / len(queries),
    )
