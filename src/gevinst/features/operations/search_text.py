"""Folds names and numbers so that the desk finds them however they are typed."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[0-9a-zæøå]+")
_KEPT = {"å": "\0a", "æ": "\0b", "ø": "\0c"}


def words(text: str) -> list[str]:
    """The words of `text`: lower case, `aa` as `å`, other accents off, signs between words gone.

    >>> words("Privathospitalet Aarhus A/S, nr. F-1001 (Léon)")
    ['privathospitalet', 'århus', 'a', 's', 'nr', 'f', '1001', 'leon']
    """
    folded = text.casefold().replace("aa", "å")
    for letter, sign in _KEPT.items():
        folded = folded.replace(letter, sign)
    folded = "".join(
        c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c)
    )
    for letter, sign in _KEPT.items():
        folded = folded.replace(sign, letter)
    return _WORD.findall(folded)


def stored(*texts: str) -> str:
    """What is kept of `texts` to search in.

    >>> stored("Hospital Øst", "R-7")
    'hospital øst r 7'
    """
    return " ".join(words(" ".join(texts)))


def prefix_query(typed: str) -> str:
    """`typed` as a tsquery in which every word may be the beginning of one; "" when there is no word.

    >>> prefix_query("hosp øst")
    "'hosp':* & 'øst':*"
    """
    return " & ".join(f"'{word}':*" for word in words(typed))
