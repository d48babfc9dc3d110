"""The fields of an index: what the caller names, and what is kept for finding it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

import tantivy

# Change it when the same text would be kept in another way: an older index is then built anew.
ANALYSIS = "1"


@dataclass(frozen=True, slots=True)
class Schema:
    """The texts with their weights, the numbers, the facets that are counted, and the orders.

    >>> Schema({"title": 4, "body": 1}).repeats()
    {'title': 4, 'body': 1}
    """

    texts: Mapping[str, float]
    numbers: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    _kept: list[tantivy.Schema] = field(default_factory=list, init=False, repr=False, compare=False)

    def repeats(self) -> dict[str, int]:
        """How many times the words of a text count, the lightest text once."""
        least = min(self.texts.values(), default=1)
        return {name: max(1, round(weight / least)) for name, weight in self.texts.items()}

    def fingerprint(self) -> str:
        """What an index must have been made with, to be read with this schema."""
        named = [sorted(names) for names in (self.numbers, self.facets, self.orders)]
        return json.dumps([ANALYSIS, self.repeats(), *named], sort_keys=True)

    def fields(self) -> tantivy.Schema:
        """The fields as the library has them, made once."""
        if not self._kept:
            self._kept.append(_fields(self))
        return self._kept[0]


def _fields(schema: Schema) -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(
        "key", stored=True, fast=True, tokenizer_name="raw", index_option="basic"
    )
    for name in ("kind", "term"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("stored", "spoken", "mark"):
        builder.add_bytes_field(name, stored=True)
    for name in ("word", "tail"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    for name in ("stem", "gram"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    for name in schema.facets:
        builder.add_text_field(
            f"facet_{name}", fast=True, tokenizer_name="raw", index_option="basic"
        )
    for name in schema.numbers:
        builder.add_float_field(f"number_{name}", indexed=True, fast=True)
    ways = [f"{way}_{name}" for name in schema.numbers for way in ("up", "down")]
    for name in [*ways, *(f"up_{name}" for name in schema.orders)]:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()
