"""What differs between the values of two case files, part by part and field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gevinst.features.benefits.queries.cases.parts import (
    MISSING,
    by_id,
    flat,
    mapping,
    title_of,
    whole,
)

LISTS = ("costs", "benefits", "risks", "quality", "transfers", "published")
NAMED = ("assumptions", "readings", "price_levels")


@dataclass(frozen=True, slots=True)
class CaseChange:
    """One thing that differs: which part of the file, what it is called, which field, from what to what.

    `field` "" is the whole thing: `before` None where it came, `after` None where it went.
    """

    part: str
    name: str
    title: str
    field: str
    before: Any
    after: Any


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[CaseChange]:
    """Every change, in the order of the file."""
    for part in dict.fromkeys([*before, *after]):
        then, now = before.get(part), after.get(part)
        if then == now:
            continue
        if part in LISTS:
            yield from _things(part, by_id(then), by_id(now))
        elif part in NAMED:
            yield from _things(part, mapping(then), mapping(now))
        else:
            yield from _fields(part, "", "", then, now)


def _things(part: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[CaseChange]:
    for name in dict.fromkeys([*before, *after]):
        then, now = before.get(name), after.get(name)
        if then == now:
            continue
        title = title_of(now) or title_of(then)
        if then is None or now is None:
            yield CaseChange(part, name, title, "", then, now)
        else:
            yield from _fields(part, name, title, whole(then), whole(now))


def _fields(part: str, name: str, title: str, then: Any, now: Any) -> Iterator[CaseChange]:
    """The fields that differ, as `a.b` where they stand inside one another."""
    if not (isinstance(then, dict) and isinstance(now, dict)):
        yield CaseChange(part, name, title, "value" if name else "", then, now)
        return
    flat_then, flat_now = dict(flat(then)), dict(flat(now))
    for field in dict.fromkeys([*flat_then, *flat_now]):
        one, other = flat_then.get(field, MISSING), flat_now.get(field, MISSING)
        if one != other:
            yield CaseChange(part, name, title, field, one, other)
