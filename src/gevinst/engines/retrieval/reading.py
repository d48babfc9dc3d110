"""A document of the index read back: its key, what was stored with it, and its words as spoken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tantivy import DocAddress, Query, Searcher

from gevinst.engines.retrieval.schema import Schema


@dataclass(frozen=True, slots=True)
class Kept:
    """One document, its words text by text."""

    key: str
    stored: str
    spoken: Mapping[str, list[str]]


def kept_at(place: DocAddress, schema: Schema, searcher: Searcher) -> Kept:
    """The document that stands there."""
    told = searcher.doc(place)
    texts = _text(told["spoken"]).split("\n")
    return Kept(
        key=str(told["key"][0]),
        stored=_text(told["stored"]),
        spoken={name: said.split() for name, said in zip(schema.texts, texts, strict=True)},
    )


def _text(values: list[bytes]) -> str:
    return values[0].decode()


def top(
    searcher: Searcher, query: Query, limit: int, *, count: bool = True
) -> tuple[int, list[tuple[float, DocAddress]]]:
    """How many documents the query finds (0 where not counted), and the best of them."""
    result = searcher.search(query, max(1, limit), count=count)
    # The library's own type hints leave `count` out.
    return getattr(result, "count", None) or 0, result.hits[: max(0, limit)]
