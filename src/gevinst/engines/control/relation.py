"""Facts and rules as one Ibis expression over a table of subjects and the registers.

The result has one row a subject, in their order: `subject`, then for each fact `<fact>.row`, `.matches`,
`.known` and `.distance`, then for each rule `<rule>`, the number of the case that decided (-1: unknown).
A row's distance is the days between the subject's date and the row's interval, 0 inside it; the nearest
row is the evidence, the first of several. Values that the matching rows disagree on are unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import and_
from typing import Any

import ibis

from gevinst.engines.control.formula import always_known, formula
from gevinst.engines.control.model import PARAMETER, Fact, Rule

SUBJECT = "subject"
ROW = "row"
PARTS = ("row", "matches", "known", "distance")
ROWS = 1 << 40  # distance * ROWS + row: one `min` finds the nearest row, the first of several
Table = Any
Column = Any


def judged(
    subjects: Table,
    kind: str,
    registers: Mapping[str, Table],
    facts: Sequence[Fact],
    rules: Sequence[Rule],
) -> Table:
    """One row a subject with the answers of the facts and the case of each rule.

    `kind` is what the rules call a subject (`line`); columns `parameter.<name>` hold the parameters.
    """
    wide = subjects
    for fact in facts:
        found = _found(subjects, registers[fact.register].view(), fact)
        wide = _answered(wide, wide.left_join(found, SUBJECT), found, fact)
    scope = {_scoped(kind, name): wide[name] for name in wide.columns}
    evidence = [scope[f"{fact.name}.{part}"] for fact in facts for part in PARTS]
    cases = [case_number(rule, scope).name(rule.id) for rule in rules]
    return wide.select(wide[SUBJECT], *evidence, *cases).order_by(SUBJECT)


def case_number(rule: Rule, scope: Mapping[str, Column]) -> Column:
    """The number of the first case that holds; -1 where one before it cannot be told."""
    branches: list[tuple[Column, Column]] = []
    for number, case in enumerate(rule.cases):
        if case.when is not None:
            holds = formula(case.when, scope)
            if not always_known(case.when):
                branches.append((holds.isnull(), _small(-1)))
            branches.append((holds, _small(number)))
    last = _small(len(rule.cases) - 1)
    return ibis.cases(*branches, else_=last) if branches else last


def _small(number: int) -> Column:
    return ibis.literal(number, type="int8")


def _scoped(kind: str, column: str) -> str:
    return column if "." in column else f"{kind}.{column}"


def _found(subjects: Table, register: Table, fact: Fact) -> Table:
    """For each subject that any row agrees with: how many, how many match, the nearest, the values."""
    pairs = subjects.inner_join(register, _agreeing(subjects, register, fact)).select(
        subject=subjects[SUBJECT],
        nearest=_distance(subjects, register, fact) * ROWS + register[ROW],
        inside=_inside(subjects, register, fact),
        **{value: register[value] for value in fact.values},
    )
    bounds = {
        f"{side}_{value}": getattr(pairs[value], side)(where=pairs.inside)
        for value in fact.values
        for side in ("min", "max")
    }
    return pairs.group_by(SUBJECT).aggregate(
        known=pairs.count(),
        matches=pairs.count(where=pairs.inside),
        nearest=pairs.nearest.min(),
        **bounds,
    )


def _agreeing(subjects: Table, register: Table, fact: Fact) -> list[Column]:
    equal = [register[column] == subjects[own] for column, own in fact.match.items()]
    other = [register[column] != subjects[column] for column in fact.other_than]
    earlier = [register[column] < subjects[column] for column in fact.earlier]
    return [*equal, *other, *earlier]


def _distance(subjects: Table, register: Table, fact: Fact) -> Column:
    """Days from the subject's date to the row's interval; an open end is never passed."""
    if not fact.on:
        return ibis.literal(0, type="int64")
    on = subjects[fact.on]
    before = register[fact.start].delta(on, unit="day")
    after = on.delta(register[fact.end], unit="day")
    return ibis.greatest(ibis.literal(0, type="int64"), before, after)


def _inside(subjects: Table, register: Table, fact: Fact) -> Column:
    scope = {name: subjects[name] for name in subjects.columns if name.startswith(PARAMETER)}
    limit = formula(fact.within, scope) if fact.within else ibis.literal(0, type="int64")
    return _distance(subjects, register, fact) <= limit


def _answered(wide: Table, joined: Table, found: Table, fact: Fact) -> Table:
    """`wide` with the fact's answers: unknown where a key or the date is, 0 rows where none agree."""
    keys = reduce(and_, [wide[own].notnull() for own in fact.match.values()])
    dated = keys & wide[fact.on].notnull() if fact.on else keys
    answers = {
        f"{fact.name}.row": found.nearest % ROWS,
        f"{fact.name}.matches": _count(dated, found.matches),
        f"{fact.name}.known": _count(keys, found.known),
        f"{fact.name}.distance": found.nearest // ROWS,
    }
    for value in fact.values:
        low, high = found[f"min_{value}"], found[f"max_{value}"]
        answers[f"{fact.name}.{value}"] = ibis.ifelse(low == high, low, ibis.null(low.type()))
    return joined.select(*(wide[name] for name in wide.columns), **answers)


def _count(askable: Column, number: Column) -> Column:
    return ibis.ifelse(askable, ibis.coalesce(number, 0), ibis.null("int64"))
