"""Whether what is asked names only numbers, orders and facets of the schema."""

from __future__ import annotations

from collections.abc import Iterator

from gevinst.engines.retrieval.asking import AllOf, Asked, Between, Filter, Not, OneOf
from gevinst.engines.retrieval.schema import Schema


def check(asked: Asked, schema: Schema) -> None:
    """Holds when every name is known; a misspelled one is not a broken index. Raises: LookupError.

    >>> check(Asked(sort="-hours"), Schema({"title": 1}))
    Traceback (most recent call last):
    LookupError: not of the schema: hours
    """
    sort = asked.sort.removeprefix("-")
    wanted = [*asked.counts, *([sort] if sort else [])]
    numbers = list(_numbers(asked.within)) if asked.within else []
    orders = () if asked.sort.startswith("-") else schema.orders
    known = {*schema.facets, *schema.numbers, *orders}
    strange = sorted({*wanted} - known | {*numbers} - {*schema.numbers})
    if strange:
        raise LookupError(f"not of the schema: {', '.join(strange)}")


def _numbers(given: Filter) -> Iterator[str]:
    match given:
        case Between(number):
            yield number
        case Not(inner):
            yield from _numbers(inner)
        case AllOf(filters) | OneOf(filters):
            for each in filters:
                yield from _numbers(each)
        case _:
            return
