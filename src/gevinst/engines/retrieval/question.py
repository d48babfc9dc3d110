"""What was asked, word by word: signs of any query language are plain text here."""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.engines.retrieval.stems import stem
from gevinst.engines.retrieval.stopwords import STOPWORDS
from gevinst.engines.retrieval.words import spelled, surface

MOST_WORDS = 200  # of a text pasted into the box
SHORT = 2  # so few words must all be there


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the question: as written, in its one spelling, its stem, how often it stands there."""

    written: str
    spelled: str
    stem: str
    times: int


@dataclass(frozen=True, slots=True)
class Question:
    """The words asked for, each stem once, in the order they were written."""

    words: tuple[Word, ...]

    @property
    def telling(self) -> tuple[Word, ...]:
        """The words that say something; all of them where none does.

        >>> [word.stem for word in understood("Hvad er en faktura?").telling]
        ['faktura']
        """
        said = tuple(word for word in self.words if word.stem not in STOPWORDS)
        return said or self.words


def understood(text: str) -> Question:
    """The question in a text.

    >>> [word.stem for word in understood('"AND" +fakturaer (fakturaen)').words]
    ['and', 'faktura']
    """
    found: dict[str, Word] = {}
    for written in surface(text)[:MOST_WORDS]:
        root = stem(written)
        times = found[root].times if root in found else 0
        found[root] = Word(written, spelled(written), root, times + 1)
    return Question(tuple(found.values()))
