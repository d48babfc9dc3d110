"""Which facts can find nothing for a batch, and which rows of the registers a few subjects can agree with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from gevinst.engines.control.model import Fact

FEW = 100  # so few subjects that it pays to look for their keys in the registers first
Mask = Any


@dataclass(frozen=True, slots=True)
class Narrowed:
    """`silent` are places of facts that find no row for any subject, not always all of them; `rows` marks,
    by register, the rows that any fact can find: of a register that is not named there, all."""

    silent: frozenset[int]
    rows: Mapping[str, Mask] = field(default_factory=dict)

    def table(self, name: str, register: pa.Table) -> pa.Table:
        """The rows of that register that can be found."""
        return register.filter(self.rows[name]) if name in self.rows else register


def narrowed(
    facts: Sequence[Fact], subjects: pa.Table, registers: Mapping[str, pa.Table]
) -> Narrowed:
    """What the keys tell beforehand: only whether there are any, and of a few subjects which."""
    read = [(fact, registers[fact.register]) for fact in facts]
    silent = {n for n, (fact, table) in enumerate(read) if _without_keys(fact, subjects, table)}
    if len(subjects) > FEW or any(_differ(fact, subjects, table) for fact, table in read):
        return Narrowed(frozenset(silent))
    masks = {
        n: _agreeing(fact, subjects, table)
        for n, (fact, table) in enumerate(read)
        if n not in silent
    }
    silent |= {n for n, mask in masks.items() if not pc.any(mask).as_py()}
    rows: dict[str, Mask] = {}
    for n in masks.keys() - silent:
        name = facts[n].register
        rows[name] = pc.or_(rows[name], masks[n]) if name in rows else masks[n]
    return Narrowed(frozenset(silent), rows)


def _without_keys(fact: Fact, subjects: pa.Table, register: pa.Table) -> bool:
    """Whether no subject or no row has one of the keys."""
    return any(
        column.null_count == len(column)
        for own, key in ((subjects[own], register[key]) for key, own in fact.match.items())
        for column in (own, key)
    )


def _differ(fact: Fact, subjects: pa.Table, register: pa.Table) -> bool:
    """Whether a row's columns are of another type than the subject's, which only the SQL compares."""
    pairs = [*fact.match.items(), *((name, name) for name in (*fact.earlier, *fact.other_than))]
    return any(register[theirs].type != subjects[own].type for theirs, own in pairs)


def _agreeing(fact: Fact, subjects: pa.Table, register: pa.Table) -> Mask:
    """The rows that have a key of any subject, and come early enough for one of them."""
    agree = [
        pc.is_in(register[key], value_set=subjects[own].unique().drop_null())
        for key, own in fact.match.items()
    ]
    agree += [pc.less(register[name], pc.max(subjects[name])) for name in fact.earlier]
    if len(subjects) == 1:
        agree += [pc.not_equal(register[name], subjects[name][0]) for name in fact.other_than]
    return pc.fill_null(reduce(pc.and_, agree), fill_value=False)
