"""The words that an index knows, as it stands now, and which of them have a word in them."""

from __future__ import annotations

import math
from functools import cached_property

from tantivy import Searcher

from gevinst.engines.retrieval.question import Word

SHORTEST = 3  # letters of a part of a compound, and of a beginning
SHORTEST_CODE = 2
SURE = 6  # letters that no ending of a word has
MOST = 400  # words that one word may stand for


class Vocabulary:
    """The term lists of one state of the index."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher

    @cached_property
    def documents(self) -> int:
        """How many documents there are."""
        return max(1, self._searcher.num_docs)

    def weight(self, kind: str, term: str) -> float:
        """How much a term tells: the rarer, the more (the idf of BM25)."""
        found = self._searcher.doc_freq(kind, term)
        return math.log(1 + (self.documents - found + 0.5) / (found + 0.5))

    def share(self, kind: str, term: str) -> float:
        """The share of the documents that have the term."""
        return self._searcher.doc_freq(kind, term) / self.documents

    def most_telling(self, kind: str, words: tuple[Word, ...], most: int) -> tuple[Word, ...]:
        """The words, and of very many the rarest."""
        if len(words) <= most:
            return words
        return tuple(
            sorted(words, key=lambda word: (-self.weight(kind, word.stem), word.stem))[:most]
        )

    def knows(self, root: str) -> bool:
        """Whether some document has a word of that stem, with or without a linking s or e."""
        return any(
            len(each) >= SHORTEST and self._searcher.doc_freq("stem", each) > 0
            for each in (root, root[:-1] if root.endswith(("s", "e")) else "")
        )

    def beginning(self, spelled: str) -> list[str]:
        """The words that begin so; a code from its second sign, a word from its third."""
        least = SHORTEST_CODE if any(map(str.isdigit, spelled)) else SHORTEST
        if len(spelled) < least:
            return []
        return [term for term, _ in self._searcher.terms_with_prefix("word", spelled, limit=MOST)]

    def ending(self, root: str) -> list[str]:
        """The stems of compounds that end on that stem: a short one where what stands before is known too."""
        if len(root) < SHORTEST or not root.isalpha():
            return []
        tails = self._searcher.terms_with_prefix("tail", root[::-1], limit=MOST)
        whole = [tail[::-1] for tail, _ in tails if len(tail) >= len(root) + SHORTEST]
        return [each for each in whole if len(root) >= SURE or self.knows(each[: -len(root)])]
