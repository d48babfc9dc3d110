"""What is asked of an index, and what it answers: filters, the question, the hits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Documents with at least one of the terms; none where there are no terms."""

    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Documents that every filter lets through; all where there are no filters."""

    filters: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class OneOf:
    """Documents that at least one filter lets through; none where there are no filters."""

    filters: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Documents that the filter does not let through."""

    filter: Filter


@dataclass(frozen=True, slots=True)
class Between:
    """Documents with the number, from `low` to `high`, both included; None is no bound."""

    number: str
    low: float | None = None
    high: float | None = None


Filter = AnyOf | AllOf | OneOf | Not | Between


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: text in anyone's words, and what the answer is held to.

    `within` applies to hits, counts, total and suggestion alike. `narrowed` is the choice within each
    facet; the counts of a facet leave its own choice out. `sort` is "" (relevance where there is text,
    else the key), the name of a number or an order, or "-number" for the largest first.
    """

    text: str = ""
    within: Filter | None = None
    narrowed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sort: str = ""
    offset: int = 0
    limit: int = 20
    counts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One document found, its score (relevance, larger is better) and the texts it was found in."""

    key: str
    stored: str
    score: float
    matched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The page of hits that was asked for, how many there are in all, counts, and "did you mean"."""

    hits: list[Hit]
    total: int
    counts: Mapping[str, Mapping[str, int]]
    suggestion: str
