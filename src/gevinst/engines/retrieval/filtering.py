"""Filters as queries of the library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tantivy import FieldType, Occur, Query

from gevinst.engines.retrieval.asking import AllOf, AnyOf, Between, Filter, Not, OneOf
from gevinst.engines.retrieval.schema import Schema


def everything(schema: Schema) -> Query:
    """Every document, and not the one that keeps the mark."""
    return Query.term_query(schema.fields(), "kind", "document", "basic")


def both(queries: Iterable[Query]) -> Query:
    """What every one of the queries finds; at least one query must be given."""
    return Query.boolean_query([(Occur.Must, each) for each in queries])


def either(queries: Iterable[Query]) -> Query:
    """What at least one of the queries finds."""
    return Query.boolean_query([(Occur.Should, each) for each in queries])


def silent(query: Query) -> Query:
    """The same documents, without a score."""
    return Query.const_score_query(query, 0.0)


def filtered(given: Filter, schema: Schema) -> Query:
    """The documents that a filter lets through."""
    match given:
        case AnyOf(terms):
            return Query.term_set_query(schema.fields(), "term", sorted(terms))
        case AllOf(filters):
            return both([everything(schema), *(filtered(each, schema) for each in filters)])
        case OneOf(filters):
            return either(filtered(each, schema) for each in filters)
        case Not(inner):
            return Query.boolean_query(
                [(Occur.Must, everything(schema)), (Occur.MustNot, filtered(inner, schema))]
            )
        case _:
            return _between(given, schema)


def _between(given: Between, schema: Schema) -> Query:
    name = f"number_{given.number}"
    if given.low is None and given.high is None:
        return Query.exists_query(name)
    return Query.range_query(
        schema.fields(), name, FieldType.Float, lower_bound=given.low, upper_bound=given.high
    )


def narrowing(
    within: Filter | None, narrowed: Mapping[str, frozenset[str]], schema: Schema, but: str = ""
) -> list[Query]:
    """What hits are held to; `but` is the facet whose own choice is left out."""
    held = [] if within is None else [filtered(within, schema)]
    held += [
        filtered(AnyOf(terms), schema)
        for facet, terms in sorted(narrowed.items())
        if terms and facet != but
    ]
    return held
