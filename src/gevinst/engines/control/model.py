"""What a rule book holds: subjects, facts, and rules with their cases, messages and examples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from gevinst.engines.blockkit.contract import Outcome, Severity, Text
from gevinst.engines.control.examples import Example
from gevinst.engines.control.expression import Expression, Name, names
from gevinst.engines.control.messages import Message

FACT_ANSWERS = ("matches", "known", "distance")
EXTRACTED = "extracted_at"
TOTALS = ("sum", "min", "max", "first", "last")
PARAMETER, ROW = "parameter", "row"
Kinds = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fact:
    """An as-of lookup: which rows of `register` are about this subject on this date.

    `match` pairs a register column with the subject's column that it must equal; `where` is a condition
    on the row (`row.…`) and the subject beside it. Rows whose interval `start`-`end` lies within `within`
    days of the subject's `on` match. `other_than` and `earlier` are columns that must differ or come
    before. The answers are `matches`, how many match; `known`, 1 where any row agrees on the keys whatever
    its interval; `distance`, the days to the nearest of them; `values`, where the matching rows agree on
    them; and of each column in `totals` `sum_…`, `min_…`, `max_…`, `first_…` and `last_…` over the matching
    rows, by date and then by place in the register.
    """

    name: str
    subject: str
    register: str
    match: Mapping[str, str]
    values: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    on: str = ""
    within: Expression | None = None
    other_than: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    where: Expression | None = None
    totals: tuple[str, ...] = ()
    title: Text | None = field(default=None, repr=False)
    words: Mapping[str, Text] = field(default_factory=dict, repr=False)
    # What was written in the file, key by key: shown and compared, and no part of the SQL.
    written: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    place: str = field(default="", repr=False, compare=False)

    def answers(self, columns: Kinds) -> dict[str, str]:
        """Every answer that a condition may read with its kind, the register's columns being `columns`."""
        counted = dict.fromkeys(FACT_ANSWERS, "int")
        own = {value: columns[value] for value in self.values}
        totals = {
            f"{how}_{column}": columns[column]
            for column in self.totals
            for how in TOTALS
            if how != "sum" or columns[column] != "date"
        }
        return {**counted, **own, **totals}


@dataclass(frozen=True, slots=True)
class Case:
    """When `when` is true (None: always) and no case before it was, the rule says `outcome`.

    `wait` marks an undecided case that time may settle; `written` is the condition as it was written.
    """

    when: Expression | None
    outcome: Outcome
    message: Message
    wait: bool = False
    written: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """One version of one control of one kind of subject.

    `unknown` is the message when something it reads is absent. A `shadow` rule is reported and decides
    nothing. `place` is `file:line:column`, and so are `places`, of each key.
    """

    id: str
    version: str
    name: Text
    subject: str
    order: int
    valid_from: date
    valid_to: date | None
    owner: str
    legal_basis: str
    severity: Severity
    queue: str
    cases: tuple[Case, ...]
    unknown: Message
    reads: tuple[str, ...]
    facts: tuple[str, ...]
    shadow: bool = False
    examples: tuple[Example, ...] = ()
    place: str = field(default="", compare=False)
    places: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)

    @property
    def tells(self) -> list[Name]:
        """What the messages read."""
        return [name for case in self.cases for name in case.message.names()]

    @property
    def asks(self) -> list[Name]:
        """What the conditions read."""
        return [name for case in self.cases if case.when for name in names(case.when)]

    def in_force(self, on: date) -> bool:
        """Whether the rule applies to decisions made on that date."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def case(self, index: int) -> Case:
        """The case of that number; -1 is the one where something was unknown."""
        return Case(None, Outcome.UNDECIDED, self.unknown) if index < 0 else self.cases[index]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Rules in the order they are reported, the facts they use, and the columns of each subject.

    `registers` and `parameters` give the kinds of columns that may be read. `words` is what people call
    what a rule reads: by the name of a fact for what it finds, else by `owner.attribute`. `digest` is the
    SHA-256 of the packed files (see files.py).
    """

    subjects: Mapping[str, Kinds]
    facts: Mapping[str, Fact]
    rules: tuple[Rule, ...]
    parameters: Kinds
    registers: Mapping[str, Kinds] = field(default_factory=dict)
    words: Mapping[str, Text] = field(default_factory=dict)
    digest: str = field(default="", compare=False)

    def about(self, subject: str, on: date) -> tuple[Rule, ...]:
        """The rules about that kind of subject that are in force on the date."""
        return tuple(rule for rule in self.rules if rule.subject == subject and rule.in_force(on))

    def versions(self, rule: str) -> tuple[Rule, ...]:
        """Every version of the rule with that id, the earliest first; none where there is no such rule."""
        return tuple(each for each in self.rules if each.id == rule)

    def readable(self, subject: str) -> dict[str, str]:
        """The kind of everything that a condition about the subject may read, by `owner.attribute`."""
        owners: dict[str, Kinds] = {subject: self.subjects[subject], PARAMETER: self.parameters}
        for fact in self.facts.values():
            if fact.subject == subject:
                owners[fact.name] = fact.answers(self.columns(fact.register))
        return {
            f"{owner}.{each}": kind for owner, own in owners.items() for each, kind in own.items()
        }

    def columns(self, register: str) -> Kinds:
        """The columns of a register, or of a subject that facts look up among the others."""
        return self.registers.get(register) or self.subjects[register]


def reads_of(names: Iterable[Name], owner: str) -> tuple[str, ...]:
    """The attributes read of `owner`, each once, in reading order."""
    return tuple(dict.fromkeys(name.attribute for name in names if name.owner == owner))
