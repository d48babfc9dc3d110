"""A catalogue of any size made of the real documents: pieces of two of them, a title, facets, numbers."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from gevinst.engines.retrieval.document import Document
from gevinst.engines.retrieval.schema import Schema
from gevinst.engines.retrieval.words import surface

CHOICES = (6, 47, 30, 400, 200, 100, 50, 3, 2, 5, 10, 4)  # of each of twelve facets
FACETS = tuple(f"facet{i}" for i in range(len(CHOICES)))
SCHEMA = Schema({"title": 4, "summary": 2, "body": 1}, ("hours", "changed"), FACETS)
LENGTH, TITLE, SUMMARY = 1_500, 6, 300
SEEN, HIDDEN = "visible:all", "visible:own"


def catalogue(texts: Sequence[str], size: int) -> Iterator[Document]:
    """So many documents of about 1,500 characters; the same ones each time."""
    chance = random.Random(5)
    sentences = [re.split(r"(?<=[.?!]) ", text) for text in texts]
    for number in range(size):
        one, other = chance.choice(sentences), chance.choice(sentences)
        at, there = chance.randrange(len(one)), chance.randrange(len(other))
        terms = [f"{name}:{chance.randrange(n)}" for name, n in zip(FACETS, CHOICES, strict=True)]
        yield Document(
            key=f"{number:07}",
            texts={
                "title": " ".join(one[at].split()[:TITLE]),
                "summary": one[at][:SUMMARY],
                "body": " ".join(one[at : at + 6] + other[there : there + 6])[:LENGTH],
            },
            terms=frozenset([*terms, SEEN if chance.random() < 0.8 else HIDDEN]),
            numbers={"hours": chance.choice((0, 0, chance.randrange(5_000))), "changed": number},
            stored=str(number),
        )


def short_queries(texts: Sequence[str], size: int) -> list[str]:
    """Questions of one to three words as people write them in a search box."""
    chance = random.Random(6)
    return [
        " ".join(
            chance.sample(
                [word for word in surface(chance.choice(texts)) if len(word) > 3],
                chance.choice((1, 2, 3)),
            )
        )
        for _ in range(size)
    ]
