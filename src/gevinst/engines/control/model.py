"""What a rule book holds: subjects, facts, and rules with their cases and messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from gevinst.engines.blockkit.contract import Outcome, Severity, Text
from gevinst.engines.control.expression import Expression, Name
from gevinst.engines.control.messages import Message

FACT_ANSWERS = ("matches", "known", "distance")
PARAMETER = "parameter"


@dataclass(frozen=True, slots=True)
class Fact:
    """An as-of lookup: which rows of `register` are about this subject on this date.

    `match` pairs a register column with the subject's column that it must equal. Rows whose interval
    `start`-`end` lies within `within` days of the subject's `on` match. `other_than` and `earlier` are
    columns that must differ or come before. The answers are `matches`, how many match; `known`, 1 where
    any row agrees on the keys whatever its interval; `distance`, the days to the nearest of them; and
    `values`, where the matching rows agree on them.
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


@dataclass(frozen=True, slots=True)
class Case:
    """When `when` is true (None: always) and no case before it was, the rule says `outcome`.

    `wait` marks an undecided case that time may settle.
    """

    when: Expression | None
    outcome: Outcome
    message: Message
    wait: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One control of one kind of subject; `unknown` is the message when something it reads is absent."""

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

    @property
    def tells(self) -> list[Name]:
        """What the messages read."""
        return [name for case in self.cases for name in case.message.names()]

    def in_force(self, on: date) -> bool:
        """Whether the rule applies to decisions made on that date."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def case(self, index: int) -> Case:
        """The case of that number; -1 is the one where something was unknown."""
        return Case(None, Outcome.UNDECIDED, self.unknown) if index < 0 else self.cases[index]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Rules in the order they are reported, the facts they use, and the columns of each subject.

    `digest` is the SHA-256 of the files that it was read from.
    """

    subjects: Mapping[str, Mapping[str, str]]
    facts: Mapping[str, Fact]
    rules: tuple[Rule, ...]
    parameters: frozenset[str]
    digest: str = field(default="", compare=False)

    def about(self, subject: str, on: date) -> tuple[Rule, ...]:
        """The rules about that kind of subject that are in force on the date."""
        return tuple(rule for rule in self.rules if rule.subject == subject and rule.in_force(on))


def reads_of(names: list[Name], owner: str) -> tuple[str, ...]:
    """The attributes read of `owner`, each once, in reading order."""
    return tuple(dict.fromkeys(name.attribute for name in names if name.owner == owner))
