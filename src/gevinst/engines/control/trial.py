"""Runs the examples of rules: the same compiled conditions as production, over the answers given.

The given answers stand in one table where production joins registers; all else is the same SQL.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from gevinst.engines.blockkit import arrays
from gevinst.engines.blockkit.contract import Text
from gevinst.engines.control.examples import UNKNOWN, Example
from gevinst.engines.control.model import Case, Kinds, Rule, RuleBook
from gevinst.engines.control.plan import Plan
from gevinst.engines.control.sql import Question, compiled


@dataclass(frozen=True, slots=True)
class Tried:
    """An example with the case that decided it (from 0; `UNKNOWN`), and the message that a clerk would read.

    `number` is the example's place in its rule, from 1.
    """

    rule: Rule
    number: int
    example: Example
    found: int
    message: Text

    @property
    def case(self) -> Case:
        """The case that decided."""
        return self.rule.case(self.found)

    @property
    def holds(self) -> bool:
        """Whether the rule says what the example expects."""
        return self.case.outcome is self.example.outcome and (
            self.example.case is None or self.example.case == self.found
        )


@dataclass(frozen=True, slots=True)
class ExampleFault:
    """An example of which the rule says something else; `place` is `file:line:column`.

    `expected` and `found` are the outcome with the number of the case, from 1.
    """

    rule: str
    version: str
    number: int
    title: Text
    expected: str
    found: str
    message: Text
    place: str

    def __str__(self) -> str:
        return (
            f"{self.place}: example {self.number} of the rule {self.rule!r} version {self.version!r}: "
            f"expected {self.expected}, found {self.found}"
        )


def check_examples(book: RuleBook) -> list[ExampleFault]:
    """The examples that the rules of the book do not keep; none when all is well."""
    return [_fault(tried) for tried in try_examples(book) if not tried.holds]


def try_examples(book: RuleBook, rules: Sequence[Rule] | None = None) -> list[Tried]:
    """What every example of the rules (None: of the whole book) leads to, in their order."""
    chosen = book.rules if rules is None else rules
    return [
        tried
        for subject in book.subjects
        for tried in _tried(book, subject, [rule for rule in chosen if rule.subject == subject])
    ]


def _tried(book: RuleBook, subject: str, rules: Sequence[Rule]) -> list[Tried]:
    examples = [
        (rule, number, example)
        for rule in rules
        for number, example in enumerate(rule.examples, start=1)
    ]
    if not examples:
        return []
    columns = _columns(book, subject, rules)
    rows = [_row(subject, example) for _, _, example in examples]
    answers = _plan(subject, rules, columns).run(arrays.table(columns, rows), {}, {}).to_pylist()
    return [
        _outcome(rule, number, example, answer[_named(rule)])
        for (rule, number, example), answer in zip(examples, answers, strict=True)
    ]


def _plan(subject: str, rules: Sequence[Rule], columns: Kinds) -> Plan:
    """The rules over given answers: no facts, since their answers are columns already."""
    apart = tuple(replace(rule, id=_named(rule)) for rule in rules)
    return Plan(subject, (), apart, {}, compiled(Question(subject, (), apart, columns, {})))


def _named(rule: Rule) -> str:
    """Versions of a rule stand side by side here."""
    return f"{rule.id}@{rule.version}"


def _columns(book: RuleBook, subject: str, rules: Sequence[Rule]) -> dict[str, str]:
    """The subject's own columns by name, and every answer and parameter that the conditions read."""
    known = book.readable(subject)
    asked = {str(name) for rule in rules for name in rule.asks if name.owner != subject}
    return {**book.subjects[subject], **{name: known[name] for name in sorted(asked)}}


def _row(subject: str, example: Example) -> dict[str, Any]:
    return {name.removeprefix(f"{subject}."): value for name, value in example.given.items()}


def _outcome(rule: Rule, number: int, example: Example, found: int) -> Tried:
    values: dict[str, dict[str, Any]] = {}
    for name, value in example.given.items():
        owner, _, attribute = name.partition(".")
        values.setdefault(owner, {})[attribute] = value
    return Tried(rule, number, example, found, rule.case(found).message.filled(values))


def _fault(tried: Tried) -> ExampleFault:
    rule, example = tried.rule, tried.example
    return ExampleFault(
        rule.id,
        rule.version,
        tried.number,
        example.title,
        _said(example.outcome, example.case),
        _said(tried.case.outcome, tried.found),
        tried.message,
        example.place,
    )


def _said(outcome: str, case: int | None) -> str:
    if case is None:
        return f"{outcome}"
    return f"{outcome} (something unknown)" if case == UNKNOWN else f"{outcome} (case {case + 1})"
