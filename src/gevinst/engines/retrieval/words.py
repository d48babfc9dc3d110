"""The words of a text and their one spelling: small letters, aa as å, no accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# A code keeps its points ("32.45.04"), so that it can be asked for whole and by its beginning.
TOKEN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+")
LONGEST = 60
_DANISH = str.maketrans({"ä": "æ", "ö": "ø", "é": "e", "è": "e", "ü": "u"})


def surface(text: str) -> list[str]:
    """The words as they were written, in small letters.

    >>> surface("KLE 32.45.04: Sagens\\0 omkostninger.")
    ['kle', '32.45.04', 'sagens', 'omkostninger']
    """
    return TOKEN.findall(composed(text).lower())


def placed(text: str) -> Iterator[tuple[int, int, str]]:
    """Each word of a composed text with its start and end.

    >>> list(placed("Nyt hus"))
    [(0, 3, 'Nyt'), (4, 7, 'hus')]
    """
    return ((each.start(), each.end(), each.group()) for each in TOKEN.finditer(text))


def composed(text: str) -> str:
    """The text with each accented letter as one sign, however it was typed."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=500_000)
def spelled(word: str) -> str:
    """The one spelling of a word.

    >>> [spelled(each) for each in ("Aabenraa", "ÅBENRÅ", "idé", "Malmö")]
    ['åbenrå', 'åbenrå', 'ide', 'malmø']
    """
    plain = word.lower().translate(_DANISH)
    if not plain.isascii():
        plain = "".join(_without_accents(letter) for letter in plain)
    return plain.replace("aa", "å")[:LONGEST]


def _without_accents(letter: str) -> str:
    if letter in "æøå":
        return letter
    return "".join(
        each for each in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(each)
    )
