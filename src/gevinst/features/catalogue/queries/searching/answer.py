"""What a search answers, wherever the answer comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from gevinst.features.catalogue.models import Process

Counts = Mapping[str, Mapping[str, int]]


class Source(StrEnum):
    """Who answered: the index, or the database while the index is being made or is far behind."""

    INDEX = "index"
    DATABASE = "database"
    # In the transaction that makes the change: no other reader sees what it sees.
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Hit:
    """A process found, and the names of the texts that the words of the question are in."""

    process: Process
    matched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A page of hits, how many there are in all, how many each choice of each facet leaves.

    `total` is None where more than `COMMON` fit and nobody counted them; `suggestion` is "did you mean".
    """

    hits: list[Hit]
    total: int | None
    counts: Counts = field(default_factory=dict)
    suggestion: str = ""
    source: Source = Source.INDEX
