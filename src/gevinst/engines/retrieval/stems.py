"""The stem of a Danish word, worked out once for each word."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock

import snowballstemmer

from gevinst.engines.retrieval.words import spelled

_snowball = snowballstemmer.stemmer("danish")
_one_at_a_time = Lock()  # the stemmer keeps the word it works on


@lru_cache(maxsize=500_000)
def stem(word: str) -> str:
    """The stem of a word in its one spelling.

    >>> {stem(each) for each in ("Kontrollen", "kontroller", "kontrol", "kontrollens")}
    {'kontrol'}
    """
    plain = spelled(word)
    with _one_at_a_time:
        return str(_snowball.stemWord(plain)) or plain
