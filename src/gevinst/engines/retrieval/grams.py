"""The 4-grams of a word: what a compound, an inflection and a typing error leave in common."""

from __future__ import annotations

from functools import lru_cache

from gevinst.engines.retrieval.words import spelled

LENGTH = 4


@lru_cache(maxsize=500_000)
def grams(word: str) -> tuple[str, ...]:
    """The 4-grams of a word with its beginning and end marked.

    >>> grams("Sagen")
    ('_sag', 'sage', 'agen', 'gen_')
    """
    edged = f"_{spelled(word)}_"
    return tuple(edged[i : i + LENGTH] for i in range(max(1, len(edged) - LENGTH + 1)))
