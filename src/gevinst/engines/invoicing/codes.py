"""Which service code a text means: the codes that the registers know, and how else they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

PREFIX = re.compile(r"^(?:SKS|KODE|YDELSE|YDELSESKODE)\s*[:\-]?\s+|^SKS[:\-]", re.IGNORECASE)
BETWEEN = re.compile(r"[\s\-./_]+")
WORD = re.compile(r"[^\W_]+(?:[-./_][^\W_]+)*")
LONGEST = 3  # words that a code written apart may take: "MR 01 B"


@dataclass(frozen=True)
class Codes:
    """The codes that the registers know, and the group that each belongs to, where it has one."""

    known: frozenset[str] = frozenset()
    groups: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _written(self) -> Mapping[str, tuple[str, ...]]:
        written: dict[str, tuple[str, ...]] = {}
        for code in sorted(self.known):
            written[plain(code)] = (*written.get(plain(code), ()), code)
        return written

    def meant(self, text: str) -> tuple[str, ...]:
        """The known codes that the text means: itself, itself written otherwise, or those that stand in it.

        >>> codes = Codes(frozenset({"MR01", "MR02"}))
        >>> codes.meant("sks: mr-01"), codes.meant("Knæ, MR 01"), codes.meant("MR01/MR02"), codes.meant("x")
        (('MR01',), ('MR01',), ('MR01', 'MR02'), ())
        """
        if text in self.known:
            return (text,)
        whole = self._written.get(plain(text))
        return whole if whole else self._inside(text)

    def _inside(self, text: str) -> tuple[str, ...]:
        """What stands in the text, the longest first: `MR 01` is not also `MR`."""
        words = WORD.findall(PREFIX.sub("", text))
        found: dict[str, None] = {}
        start = 0
        while start < len(words):
            taken, codes = self._longest(words[start : start + LONGEST])
            found.update(dict.fromkeys(codes))
            start += taken
        return tuple(found)

    def _longest(self, words: list[str]) -> tuple[int, tuple[str, ...]]:
        for length in range(len(words), 0, -1):
            if codes := self._written.get(plain("".join(words[:length])), ()):
                return length, codes
        parts = (plain(part) for part in BETWEEN.split(words[0]))
        return 1, tuple(code for part in parts for code in self._written.get(part, ()))


def plain(text: str) -> str:
    """A code as it is compared: no prefix, spaces, hyphens or dots, in capitals.

    >>> plain("SKS: mr-01"), plain(" ØJE 20 ")
    ('MR01', 'ØJE20')
    """
    return BETWEEN.sub("", PREFIX.sub("", text.strip())).upper()


def of_rows(known: Iterable[str | None], groups: Mapping[str, str]) -> Codes:
    """Codes from the columns of registers; what is unknown there is no code."""
    return Codes(frozenset(code for code in known if code) | frozenset(groups), groups)
