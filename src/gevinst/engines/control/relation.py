"""Facts and rules as one Ibis expression over a table of subjects and the registers.

The result has one row a subject: `subject`, then for each fact `<fact>.row` and `.matches`, with what else
of it a message tells, then for each rule `<rule>`, the number of the case that decided (-1: unknown).
A row's distance is the days between the subject's date and the row's interval, 0 inside it; the nearest
row is the evidence, the first of several. Values that the matching rows disagree on are unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import reduce
from operator import and_
from typing import Any

import ibis

from gevinst.engines.control.expression import needed
from gevinst.engines.control.formula import always_known, formula
from gevinst.engines.control.model import FACT_ANSWERS, PARAMETER, ROW, Fact, Rule
from gevinst.engines.control.totals import ORDER, Total, carried, totalled, totals_read

SUBJECT = "subject"
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
    wide = _with_answers(subjects, kind, registers, facts, rules)
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
    """The answers that are kept: row and matches of each fact, and what a rule reads or a message tells."""
    read = {str(name) for rule in rules for name in (*rule.asks, *rule.tells)}
    kept = [f"{fact.name}.{part}" for fact in facts for part in PARTS]
    extra = [
        f"{fact.name}.{part}"
        for fact in facts
        for part in (*FACT_ANSWERS, *fact.values, *(each.name for each in totals_read(fact, rules)))
    ]
    return kept + [name for name in extra if name in read and name not in kept]


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


def _with_answers(
    subjects: Table,
    kind: str,
    registers: Mapping[str, Table],
    facts: Sequence[Fact],
    rules: Sequence[Rule],
) -> Table:
    """The subjects with the answers of every fact beside them."""
    wide = subjects
    for fact in facts:
        totals = totals_read(fact, rules)
        found = _found(subjects, kind, registers[fact.register].view(), fact, totals)
        joined = wide.left_join(found, SUBJECT)
        answers = _answers(wide, found, fact, totals)
        wide = joined.select(*(wide[name] for name in wide.columns), **answers)
    return wide


def _found(
    subjects: Table, kind: str, register: Table, fact: Fact, totals: Sequence[Total]
) -> Table:
    """For each subject that any row agrees with: the nearest, how many match, what those agree on.

    Counted and compared before the join back to the subjects, which is the dearer the more it carries.
    """
    distance, inside = _distance(subjects, register, fact), _inside(subjects, register, fact)
    agreeing = _agreeing(subjects, kind, register, fact)
    pairs = subjects.inner_join(register, agreeing).select(
        subject=subjects[SUBJECT],
        nearest=(distance << ROW_BITS) + register[ROW],
        inside=_where(inside, _small(1)),
        **{carried(name): _where(inside, register[name]) for name in _carried(fact, totals)},
        **({ORDER: _where(inside, _order(register, fact))} if totals else {}),
    )
    return pairs.group_by(SUBJECT).aggregate(
        nearest=pairs.nearest.min(),
        matches=pairs.inside.count().cast("int32"),
        **{carried(value): _agreed(pairs[carried(value)]) for value in fact.values},
        **{total.name: totalled(pairs, total) for total in totals},
    )


def _carried(fact: Fact, totals: Sequence[Total]) -> list[str]:
    """The columns of the register that are compared or added up, each once."""
    return list(dict.fromkeys([*fact.values, *(total.column for total in totals)]))


def _order(register: Table, fact: Fact) -> Column:
    """By the start of the row's interval, an open one first, then by the row's place."""
    if not fact.start:
        return register[ROW].cast("int64")
    days = register[fact.start].delta(ibis.literal(date.min), unit="day")
    return (days.fill_null(0) << ROW_BITS) + register[ROW]


def _agreed(values: Column) -> Column:
    return _where(values.min() == values.max(), values.min())


def _where(condition: Column, value: Column) -> Column:
    return ibis.ifelse(condition, value, ibis.null(value.type()))


def _agreeing(subjects: Table, kind: str, register: Table, fact: Fact) -> list[Column]:
    equal = [register[column] == subjects[own] for column, own in fact.match.items()]
    other = [register[column] != subjects[column] for column in fact.other_than]
    earlier = [register[column] < subjects[column] for column in fact.earlier]
    where = [formula(fact.where, _pair(subjects, kind, register))] if fact.where else []
    return [*equal, *other, *earlier, *where]


def _pair(subjects: Table, kind: str, register: Table) -> dict[str, Column]:
    """What a condition on a row and a subject reads."""
    rows = {f"{ROW}.{name}": register[name] for name in register.columns}
    return {**rows, **{_scoped(kind, name): subjects[name] for name in subjects.columns}}


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


def _answers(
    subjects: Table, found: Table, fact: Fact, totals: Sequence[Total]
) -> dict[str, Column]:
    """The fact's answers: unknown where a key or the date is, 0 rows where none agree."""
    name, nearest = fact.name, found.nearest
    keys = reduce(and_, [subjects[own].notnull() for own in _keys(fact)])
    dated = keys & subjects[fact.on].notnull() if fact.on else keys
    return {
        f"{name}.row": nearest & ((1 << ROW_BITS) - 1),
        f"{name}.matches": _where(dated, found.matches.fill_null(0)),
        f"{name}.known": _where(keys, nearest.notnull().cast("int8")),
        f"{name}.distance": nearest >> ROW_BITS,
        **{f"{name}.{value}": found[carried(value)] for value in fact.values},
        **{f"{name}.{each.name}": _where(dated, _total(found, each)) for each in totals},
    }


def _keys(fact: Fact) -> list[str]:
    """The columns of the subject that must be known to look anything up."""
    asked = needed(fact.where) if fact.where else ()
    own = [name.attribute for name in asked if name.owner == fact.subject]
    return list(dict.fromkeys([*fact.match.values(), *own]))


def _total(found: Table, total: Total) -> Column:
    """Of no rows at all the sum is nothing: 0."""
    value = found[total.name]
    nothing = ibis.literal(0).cast(value.type()) if total.how == "sum" else None
    return value if nothing is None else ibis.ifelse(found.nearest.isnull(), nothing, value)
