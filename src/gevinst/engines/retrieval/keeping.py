"""A document as the index keeps it: stems, 4-grams, words and tails, and the words as spoken."""

from __future__ import annotations

import math
from functools import lru_cache

import tantivy

from gevinst.engines.retrieval.document import Document
from gevinst.engines.retrieval.grams import grams
from gevinst.engines.retrieval.ordering import sort_key, text_key
from gevinst.engines.retrieval.schema import Schema
from gevinst.engines.retrieval.stems import stem
from gevinst.engines.retrieval.words import spelled, surface

# Every text is taken to be this much longer than it is: a short one is not thought to be all about its
# few words. It does to the fixed b = 0.75 of the library what a smaller b would.
STEMS_MORE, GRAMS_MORE = " ." * 200, " ." * 1000


@lru_cache(maxsize=500_000)
def _kept(word: str) -> tuple[str, str, str, str]:
    root = stem(word)
    return root, " ".join(grams(word)), spelled(word), root[::-1]


def kept(document: Document, schema: Schema) -> tantivy.Document:
    """The document with every field of the schema."""
    spoken = {name: surface(document.texts.get(name, "")) for name in schema.texts}
    made = tantivy.Document()
    made.add_text("kind", "document")
    made.add_text("key", document.key)
    made.add_bytes("stored", document.stored.encode())
    made.add_bytes("spoken", "\n".join(" ".join(each) for each in spoken.values()).encode())
    _add_words(made, spoken, schema.repeats())
    _add_terms(made, document.terms, frozenset(schema.facets))
    _add_numbers(made, document, schema.numbers)
    for name in schema.orders:
        made.add_text(f"up_{name}", text_key(document.orders.get(name, ""), document.key))
    return made


def _add_words(made: tantivy.Document, spoken: dict[str, list[str]], times: dict[str, int]) -> None:
    told = [
        _kept(word) for name, words in spoken.items() for _ in range(times[name]) for word in words
    ]
    once = set(told)
    made.add_text("stem", " ".join([each[0] for each in told]) + STEMS_MORE)
    made.add_text("gram", " ".join([each[1] for each in told]) + GRAMS_MORE)
    made.add_text("word", " ".join([each[2] for each in once]))
    made.add_text("tail", " ".join({each[3] for each in once}))


def _add_terms(made: tantivy.Document, terms: frozenset[str], facets: frozenset[str]) -> None:
    for term in terms:
        made.add_text("term", term)
        facet = term.partition(":")[0]
        if facet in facets:
            made.add_text(f"facet_{facet}", term)


def _add_numbers(made: tantivy.Document, document: Document, names: tuple[str, ...]) -> None:
    for name in names:
        given = document.numbers.get(name)
        number = None if given is None or math.isnan(given) else float(given)
        if number is not None:
            made.add_float(f"number_{name}", number)
        made.add_text(f"up_{name}", sort_key(number, document.key, descending=False))
        made.add_text(f"down_{name}", sort_key(number, document.key, descending=True))
