"""Words the outcomes of a run: one `Finding` a rule and subject, with the register row it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

import pyarrow as pa

from gevinst.engines.blockkit.contract import Evidence, Finding, Outcome, Text
from gevinst.engines.control.evidence import FoundRows, Row
from gevinst.engines.control.model import PARAMETER, Rule
from gevinst.engines.control.plan import Plan
from gevinst.engines.control.stale import Source, stale_rules

Told = tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding, with whether time may settle it and the rule's place in the order of reasons."""

    finding: Finding
    waits: bool
    order: int


class Subject(Protocol):
    """What findings are about: `line` is its id in the document, "" for the document itself."""

    @property
    def line(self) -> str: ...

    @property
    def columns(self) -> Mapping[str, Any]: ...

    def path(self, column: str) -> str:
        """Where in the document the column was read, "" where that is no single place."""


def findings(
    plan: Plan,
    answers: pa.Table,
    subjects: pa.Table,
    *,
    about: Sequence[Subject],
    sources: Mapping[str, Source],
    parameters: Mapping[str, object],
    at: date | None = None,
) -> list[list[Judged]]:
    """For each subject, in order, the finding of every rule of the plan.

    `answers` is what `plan.run` gave for `subjects`. `at` is when it is decided, a date or a time: rules that
    read a register which is stale then are undecided. Without it no register is stale.
    """
    stale = stale_rules(plan, sources, at)
    told = {
        fact.name: FoundRows(sources[fact.register], answers, fact).told() for fact in plan.facts
    }
    values = {name: [row for row, _ in found] for name, found in told.items()}
    values[plan.kind] = _own(plan, subjects)
    values[PARAMETER] = [parameters] * len(about)
    by_rule = []
    for rule in plan.rules:
        found = [[evidence for _, evidence in told[name]] for name in rule.facts]
        evidence = list(zip(*found, strict=True)) if found else [()] * len(about)
        words = _Words(rule, values, stale.get(rule.id))
        by_rule.append(words.of_all(answers[rule.id].to_pylist(), about, evidence))
    return [list(each) for each in zip(*by_rule, strict=True)] if by_rule else [[] for _ in about]


def _own(plan: Plan, subjects: pa.Table) -> list[Row]:
    """What the messages read of the subjects themselves."""
    read = {
        name.attribute
        for rule in plan.rules
        for name in (*rule.tells, *rule.unknown.names())
        if name.owner == plan.kind
    }
    wanted = [name for name in subjects.column_names if name in read]
    if not wanted:
        return [{}] * len(subjects)
    return list(subjects.select(wanted).to_pylist())


class _Words:
    """The findings of one rule: what is said alike of many subjects is said once."""

    def __init__(
        self, rule: Rule, values: Mapping[str, Sequence[Row]], stale: Source | None
    ) -> None:
        self._rule, self._stale = rule, stale
        self._cases = {number: rule.case(number) for number in range(-1, len(rule.cases))}
        self._reads = {
            number: [
                (values[name.owner], name.attribute)
                for name in dict.fromkeys(case.message.names())
                if name.owner in values
            ]
            for number, case in self._cases.items()
        }
        self._values = values
        self._texts: dict[tuple[object, ...], Text] = {}
        self._alike: dict[tuple[object, ...], Judged] = {}

    def of_all(
        self, cases: Sequence[int], about: Sequence[Subject], evidence: Sequence[Told]
    ) -> list[Judged]:
        """One finding a subject: `cases` holds the number of the case that decided each."""
        if self._stale is not None:
            message = self._stale.stale_message
            return [
                self._withheld(subject, message, told)
                for subject, told in zip(about, evidence, strict=True)
            ]
        return [
            self._judged(place, case, subject, told)
            for place, (case, subject, told) in enumerate(zip(cases, about, evidence, strict=True))
        ]

    def _judged(self, place: int, number: int, subject: Subject, told: Told) -> Judged:
        said = (number, *[rows[place].get(name) for rows, name in self._reads[number]])
        if self._cases[number].outcome is not Outcome.OK:
            return self._said(
                place, said, subject, told
            )  # where it was read is this document's own
        key = (subject.line, said, *map(id, told))
        judged = self._alike.get(key)
        if judged is None:
            judged = self._alike[key] = self._said(place, said, subject, told)
        return judged

    def _said(self, place: int, said: tuple[Any, ...], subject: Subject, told: Told) -> Judged:
        case = self._cases[said[0]]
        text = self._texts.get(said)
        if text is None:
            read = {name.owner for name in case.message.names()} & self._values.keys()
            values = {owner: self._values[owner][place] for owner in read}
            text = self._texts[said] = case.message.filled(values)
        finding = _finding(self._rule, subject, case.outcome, text, told)
        return Judged(finding, case.wait, self._rule.order)

    def _withheld(self, subject: Subject, message: Text, told: Told) -> Judged:
        """Undecided, and no matter of time: nobody can tell when a newer extract comes."""
        finding = _finding(self._rule, subject, Outcome.UNDECIDED, message, told)
        return Judged(finding, waits=False, order=self._rule.order)


def _finding(
    rule: Rule, subject: Subject, outcome: Outcome, message: Text, evidence: Told
) -> Finding:
    return Finding(
        rule.id,
        rule.version,
        subject.line,
        outcome,
        rule.severity,
        message,
        rule.queue,
        evidence,
        () if outcome is Outcome.OK else _paths(rule, subject),
        rule.shadow,
    )


def _paths(rule: Rule, subject: Subject) -> tuple[str, ...]:
    """Looked up only where something is wrong: tracing a value to its place is slow."""
    paths = (subject.path(column) for column in rule.reads)
    return tuple(dict.fromkeys(path for path in paths if path))
