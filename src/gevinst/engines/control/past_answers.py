"""The cases of a book's rules for subjects of past batches: archived where nothing changed, else made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

import numpy as np
import pyarrow as pa

from gevinst.engines.blockkit.arrays import column, numbers
from gevinst.engines.blockkit.columns import KINDS
from gevinst.engines.control.editions import EDITION, Editions, editions, typed_rows, within_edition
from gevinst.engines.control.model import PARAMETER, Rule, RuleBook
from gevinst.engines.control.past import PastBatch
from gevinst.engines.control.past_verdicts import UNKNOWN
from gevinst.engines.control.plan import Plan, execute, plan
from gevinst.engines.control.reading import Reading, reading, same_answers
from gevinst.engines.control.sql import SUBJECTS

Cases = Mapping[str, np.ndarray]
Unknown = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Group:
    """Batches that are read at once: the rules that decided them are the same."""

    batches: tuple[PastBatch, ...]
    book: RuleBook

    def count(self, kind: str) -> list[int]:
        """How many subjects of that kind each batch has."""
        return [b.subjects[kind].count if kind in b.subjects else 0 for b in self.batches]


def groups(batches: Iterator[PastBatch], old: RuleBook, rows: int) -> Iterator[Group]:
    """The batches in order, in groups of about so many subjects that share the rules that decided them."""
    for _, alike in groupby(batches, key=lambda batch: _decided_by(batch, old)):
        taken: list[PastBatch] = []
        count = 0
        for batch in alike:
            taken.append(batch)
            count += sum(each.count for each in batch.subjects.values())
            if count >= rows:
                yield Group(tuple(taken), batch.book or old)
                taken, count = [], 0
        if taken:
            yield Group(tuple(taken), taken[0].book or old)


def _decided_by(batch: PastBatch, old: RuleBook) -> tuple[str, tuple[tuple[str, str], ...]]:
    book = batch.book or old
    in_force = tuple((rule.id, rule.version) for rule in book.rules if rule.in_force(batch.on))
    return book.digest, in_force


@dataclass(slots=True)
class Answers:
    """A rule book's rules in force on a day, ready for groups of past batches.

    `unknown` counts the items for which a register or column was not there, by (what, name).
    """

    book: RuleBook
    on: date
    unknown: Unknown = field(default_factory=Counter)
    _plans: dict[tuple[object, ...], Plan] = field(default_factory=dict)

    def rules(self, kind: str) -> tuple[Rule, ...]:
        """The rules about that kind of subject."""
        return self.book.about(kind, self.on) if kind in self.book.subjects else ()

    def of(self, kind: str, group: Group) -> Cases:
        """For each rule the number of the case of every subject, batch by batch."""
        archived, rules = self._archived(kind, group), self.rules(kind)
        cases = {id_: _stored(group, kind, id_) for id_ in archived}
        made = [rule for rule in rules if rule.id not in archived]
        return {**cases, **(self._made(kind, made, group) if made else {})}

    def _archived(self, kind: str, group: Group) -> list[str]:
        """The rules whose answers stand in the archive: the rules then came to the same cases."""
        then = {rule.id: rule for rule in group.book.about(kind, group.batches[0].on)}
        return [
            rule.id
            for rule in self.rules(kind)
            if rule.id in then and same_answers(rule, self.book, then[rule.id], group.book)
        ]

    def _made(self, kind: str, rules: Sequence[Rule], group: Group) -> Cases:
        read = reading(self.book, kind, rules)
        found = {
            name: editions(group.batches, name, columns) for name, columns in read.registers.items()
        }
        self._note(read, found, group)
        subjects = _subjects(read, found, group)
        answers = execute(self._plan(read, found).sql, _tables(subjects, found))
        answers = answers.take(np.argsort(answers["subject"].to_numpy()))
        made = {rule.id: answers[rule.id].to_numpy() for rule in rules}
        return {
            rule.id: _withheld(made[rule.id], self._stale(rule, group), group, kind)
            for rule in rules
        }

    def _plan(self, read: Reading, found: Mapping[str, Editions]) -> Plan:
        split = tuple(name for name, each in found.items() if each.split)
        key = (read.kind, tuple(rule.id for rule in read.rules), split)
        if key not in self._plans:
            self._plans[key] = _compiled(self.book, read, found)
        return self._plans[key]

    def _stale(self, rule: Rule, group: Group) -> list[bool]:
        """For each batch, whether the rule read a register that was too old."""
        registers = [self.book.facts[name].register for name in rule.facts]
        read = [[batch.registers.get(name) for name in registers] for batch in group.batches]
        return [any(each.stale for each in batch if each) for batch in read]

    def _note(self, read: Reading, found: Mapping[str, Editions], group: Group) -> None:
        """Counts the items of batches that did not have all that is read."""
        for place, batch in enumerate(group.batches):
            items = len(batch.items)
            for name, each in found.items():
                self.unknown["register", name] += items if each.numbers[place] is None else 0
            stored = (
                batch.subjects[read.kind].names if read.kind in batch.subjects else read.columns
            )
            for name in read.columns.keys() - set(stored):
                self.unknown["column", f"{read.kind}.{name}"] += items
            for name in read.parameters.keys() - batch.parameters.keys():
                self.unknown["parameter", name] += items


def _stored(group: Group, kind: str, rule: str) -> np.ndarray:
    parts = [
        batch.answers[kind].read([rule])[rule].to_numpy()
        for batch in group.batches
        if kind in batch.answers
    ]
    return np.concatenate([np.empty(0, np.int8), *parts])


def _subjects(read: Reading, found: Mapping[str, Editions], group: Group) -> pa.Table:
    """The subjects of all batches with their batch's parameters and editions beside them."""
    tables = [_of_batch(read, found, place, batch) for place, batch in enumerate(group.batches)]
    table = pa.concat_tables(tables).combine_chunks()
    return table.append_column("subject", numbers(len(table)))


def _of_batch(
    read: Reading, found: Mapping[str, Editions], place: int, batch: PastBatch
) -> pa.Table:
    table = typed_rows(batch.subjects.get(read.kind), read.columns)
    count = batch.subjects[read.kind].count if read.kind in batch.subjects else 0
    beside = {
        f"{PARAMETER}.{name}": (kind, batch.parameters.get(name))
        for name, kind in read.parameters.items()
    }
    beside |= {each.column: ("int", each.numbers[place]) for each in found.values() if each.split}
    arrays = [_repeated(kind, value, count) for kind, value in beside.values()]
    return pa.table([*table.columns, *arrays], names=[*table.column_names, *beside])


def _repeated(kind: str, value: object, count: int) -> pa.Array:
    return pa.repeat(column(kind, [value])[0], count).cast(KINDS[kind])


def _tables(subjects: pa.Table, found: Mapping[str, Editions]) -> dict[str, pa.Table]:
    registers = {
        name: each.table.append_column("row", numbers(len(each.table)))
        for name, each in found.items()
    }
    return {**registers, SUBJECTS: subjects}


def _compiled(book: RuleBook, read: Reading, found: Mapping[str, Editions]) -> Plan:
    """The plan of what is read, facts kept within the editions."""
    facts = {name: within_edition(fact, found) for name, fact in read.facts.items()}
    columns = {**read.columns, **{each.column: "int" for each in found.values() if each.split}}
    registers = {
        name: {**kinds, EDITION: "int"} if found[name].split else kinds
        for name, kinds in read.registers.items()
    }
    small = replace(book, facts=facts, subjects={**book.subjects, read.kind: columns})
    return plan(small, read.kind, read.rules, registers=registers, parameters=read.parameters)


def _withheld(cases: np.ndarray, stale: Sequence[bool], group: Group, kind: str) -> np.ndarray:
    """The cases, unknown in the batches whose registers were too old."""
    if not any(stale):
        return cases
    return np.where(np.repeat(stale, group.count(kind)), UNKNOWN, cases)
