"""Words the outcomes of a run: one `Finding` a rule and subject, with the register row it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

import pyarrow as pa

from gevinst.engines.blockkit.contract import Evidence, Finding, Outcome, Text
from gevinst.engines.control.messages import Values
from gevinst.engines.control.model import EXTRACTED, PARAMETER, Fact, Rule
from gevinst.engines.control.plan import Plan
from gevinst.engines.control.stale import Source, stale_rules
from gevinst.engines.identifiers import mask_cpr

Row = Mapping[str, Any]


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
    wide, own = answers.to_pylist(), subjects.to_pylist()
    rows = {fact.name: _Rows(sources[fact.register], answers, fact) for fact in plan.facts}
    result = []
    for answer, columns, subject in zip(wide, own, about, strict=True):
        values: dict[str, Mapping[str, Any]] = {plan.kind: columns, PARAMETER: parameters}
        evidence = {}
        for name, source in rows.items():
            values[name], evidence[name] = source.of(answer)
        result.append(
            [
                _withheld(rule, subject, stale[rule.id], evidence)
                if rule.id in stale
                else _judged(rule, answer, subject, values, evidence)
                for rule in plan.rules
            ]
        )
    return result


class _Rows:
    """The register rows that one fact found, fetched once for the whole run."""

    def __init__(self, source: Source, answers: pa.Table, fact: Fact) -> None:
        self._source, self._fact = source, fact.name
        found = answers[f"{fact.name}.row"].unique().drop_null()
        rows = source.table.take(found).to_pylist()
        # Of values that must agree the row's own is told: "two rates, the nearest is 1.200 kr.".
        parts = [name.partition(".") for name in answers.column_names]
        self._answers = {
            part: f"{fact.name}.{part}"
            for owner, _, part in parts
            if part and owner == fact.name and part not in fact.values
        }
        self._rows = dict(zip(found.to_pylist(), rows, strict=True))
        self._shown = {number: self._shown_row(row) for number, row in self._rows.items()}
        self._row = f"{fact.name}.row"
        self._nothing: dict[tuple[Any, ...], tuple[Row, Evidence]] = {}

    def of(self, answer: Row) -> tuple[Row, Evidence]:
        """The nearest row's values with the fact's answers beside them, and the same as evidence."""
        number = answer[self._row]
        if number is not None:
            return self._told(number, answer)
        # Most facts find no row for most subjects, and then say the same: said once.
        said = tuple([answer[name] for name in self._answers.values()])
        if said not in self._nothing:
            self._nothing[said] = self._told(None, answer)
        return self._nothing[said]

    def _told(self, number: int | None, answer: Row) -> tuple[Row, Evidence]:
        answers = {part: answer[name] for part, name in self._answers.items()}
        shown = {} if number is None else self._shown[number]
        row = {} if number is None else self._rows[number]
        matches = answers["matches"] or 0
        evidence = Evidence(self._source.name, number, shown, self._source.extract, matches)
        extracted = {EXTRACTED: self._source.taken_at}
        return {**row, **answers, **extracted}, evidence

    def _shown_row(self, row: Row) -> Mapping[str, str]:
        hidden = self._source.personal
        return {
            name: mask_cpr(str(value)) if name in hidden else str(value)
            for name, value in row.items()
            if value is not None
        }


def _judged(
    rule: Rule,
    answer: Row,
    subject: Subject,
    values: Values,
    evidence: Mapping[str, Evidence],
) -> Judged:
    case = rule.case(answer[rule.id])
    message = case.message.filled(values)
    return Judged(_finding(rule, subject, case.outcome, message, evidence), case.wait, rule.order)


def _withheld(
    rule: Rule, subject: Subject, source: Source, evidence: Mapping[str, Evidence]
) -> Judged:
    """Undecided, and no matter of time: nobody can tell when a newer extract comes."""
    undecided = Outcome.UNDECIDED
    return Judged(
        _finding(rule, subject, undecided, source.stale_message, evidence), False, rule.order
    )


def _finding(
    rule: Rule,
    subject: Subject,
    outcome: Outcome,
    message: Text,
    evidence: Mapping[str, Evidence],
) -> Finding:
    return Finding(
        rule.id,
        rule.version,
        subject.line,
        outcome,
        rule.severity,
        message,
        rule.queue,
        tuple(evidence[name] for name in rule.facts),
        () if outcome is Outcome.OK else _paths(rule, subject),
        rule.shadow,
    )


def _paths(rule: Rule, subject: Subject) -> tuple[str, ...]:
    """Looked up only where something is wrong: tracing a value to its place is slow."""
    paths = (subject.path(column) for column in rule.reads)
    return tuple(dict.fromkeys(path for path in paths if path))
