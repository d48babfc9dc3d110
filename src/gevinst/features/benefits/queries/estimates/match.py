"""Something that an assumption can be compared with, and how near it is in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.model.assumption import Assumption

CASE, BENEFIT = "case", "benefit"
_WORD = re.compile(r"[a-zæøåéü]{3,}")


@dataclass(frozen=True, slots=True)
class Match:
    """Something comparable: its value in `unit`, prices of `price_year`, and where it is from.

    `ref` is stable: "case:<slug>:<assumption>" or "benefit:<id>". `address` is where it can be read.
    """

    ref: str
    title: str
    origin: str
    value: Decimal
    unit: str
    price_year: int
    known: str
    n: int | None
    kind: str
    key: str
    near: int = 0


def nearness(of: Assumption, name: str, title: str) -> int:
    """How many words the two share; the same name counts most."""
    return 10 * (name == of.name) + len(_words([of.name, of.title]) & _words([name, title]))


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in _WORD.findall(text.lower().replace("_", " "))}
