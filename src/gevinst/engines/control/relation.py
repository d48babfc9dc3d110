"""Facts and rules as one Ibis expression over a table of subjects and the registers.

The result has one row a subject: `subject`, then for each fact `<fact>.row` and `.matches`, with what else
of it a message tells, then for each rule `<rule>`, the number of the case that decided (-1: unknown).
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
from gevinst.engines.control.model import FACT_ANSWERS, PARAMETER, Fact, Rule

SUBJECT = "subject"
ROW = "row"
PARTS = ("row", "matches")
ROW_BITS = 32  # a distance above a row number: one `min` finds the nearest, the first of several
Table = Any
Column = Any


def judged(
    subjects: Table,
    kind: str,
    registers: Mapping[str, Table],
    facts: Sequence[Fact],
    rules: Sequence[Rule],
) -> Table:
    """One row a subject with the answers of the facts and the case of each rule, in no order.

    `kind` is what the rules call a subject (`line`); columns `parameter.<name>` hold the parameters.
    """
    wide = _with_answers(subjects, registers, facts)
    scope = {_scoped(kind, name): wide[name] for name in wide.columns}
    conditions = {
        _numbered(rule, number): formula(case.when, scope)
        for rule in rules
        for number, case in enumerate(rule.cases)
        if case.when is not None
    }
    evidence = _evidence(facts, rules)
    held = wide.select(SUBJECT, *evidence, **conditions)
    cases = [case_number(rule, held).name(rule.id) for rule in rules]
    return held.select(SUBJECT, *evidence, *cases)


def _evidence(facts: Sequence[Fact], rules: Sequence[Rule]) -> list[str]:
    """The answers that are kept: row and matches of each fact, and what a message tells."""
    told = {str(name) for rule in rules for name in rule.tells}
    extra = [f"{fact.name}.{part}" for fact in facts for part in FACT_ANSWERS]
    kept = [f"{fact.name}.{part}" for fact in facts for part in PARTS]
    return kept + [name for name in extra if name in told and name not in kept]


def case_number(rule: Rule, held: Table) -> Column:
    """The number of the first case that holds; -1 where one before it cannot be told."""
    branches: list[tuple[Column, Column]] = []
    for number, case in enumerate(rule.cases):
        if case.when is not None:
            holds = held[_numbered(rule, number)]
            if not always_known(case.when):
                branches.append((holds.isnull(), _small(-1)))
            branches.append((holds, _small(number)))
    last = _small(len(rule.cases) - 1)
    return ibis.cases(*branches, else_=last) if branches else last


def _numbered(rule: Rule, number: int) -> str:
    return f"{rule.id}.{number}"


def _small(number: int) -> Column:
    return ibis.literal(number, type="int8")


def _scoped(kind: str, column: str) -> str:
    return column if "." in column else f"{kind}.{column}"


def _with_answers(subjects: Table, registers: Mapping[str, Table], facts: Sequence[Fact]) -> Table:
    """The subjects with the answers of every fact beside them."""
    wide = subjects
    for fact in facts:
        found = _found(subjects, registers[fact.register].view(), fact)
        joined = wide.left_join(found, SUBJECT)
        wide = joined.select(*(wide[name] for name in wide.columns), **_answers(wide, found, fact))
    return wide


def _found(subjects: Table, register: Table, fact: Fact) -> Table:
    """For each subject that any row agrees with: the nearest, how many match, what those agree on.

    Counted and compared before the join back to the subjects, which is the dearer the more it carries.
    """
    distance, inside = _distance(subjects, register, fact), _inside(subjects, register, fact)
    pairs = subjects.inner_join(register, _agreeing(subjects, register, fact)).select(
        subject=subjects[SUBJECT],
        nearest=(distance << ROW_BITS) + register[ROW],
        inside=_where(inside, _small(1)),
        **{value: _where(inside, register[value]) for value in fact.values},
    )
    return pairs.group_by(SUBJECT).aggregate(
        nearest=pairs.nearest.min(),
        matches=pairs.inside.count().cast("int32"),
        **{value: _agreed(pairs[value]) for value in fact.values},
    )


def _agreed(values: Column) -> Column:
    return _where(values.min() == values.max(), values.min())


def _where(condition: Column, value: Column) -> Column:
    return ibis.ifelse(condition, value, ibis.null(value.type()))


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
    """Whether the row's interval lies near enough the subject's date."""
    distance = _distance(subjects, register, fact)
    if fact.within is None:
        return distance <= 0
    scope = {name: subjects[name] for name in subjects.columns if name.startswith(PARAMETER)}
    return distance <= formula(fact.within, scope)


def _answers(subjects: Table, found: Table, fact: Fact) -> dict[str, Column]:
    """The fact's answers: unknown where a key or the date is, 0 rows where none agree."""
    name, nearest = fact.name, found.nearest
    keys = reduce(and_, [subjects[own].notnull() for own in fact.match.values()])
    dated = keys & subjects[fact.on].notnull() if fact.on else keys
    return {
        f"{name}.row": nearest & ((1 << ROW_BITS) - 1),
        f"{name}.matches": _where(dated, found.matches.fill_null(0)),
        f"{name}.known": _where(keys, nearest.notnull().cast("int8")),
        f"{name}.distance": nearest >> ROW_BITS,
        **{f"{name}.{value}": found[value] for value in fact.values},
    }
