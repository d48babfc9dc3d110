"""Reads a folder of YAML files into a `RuleBook`; whatever is wrong is a `RuleFault` with its place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from gevinst.engines.blockkit.columns import KINDS
from gevinst.engines.blockkit.contract import Outcome, Severity, Text
from gevinst.engines.control.expression import Expression, Name, names
from gevinst.engines.control.grammar import SyntaxFault, parse
from gevinst.engines.control.messages import Message, sentence
from gevinst.engines.control.model import (
    FACT_ANSWERS,
    PARAMETER,
    Case,
    Fact,
    Rule,
    RuleBook,
    reads_of,
)
from gevinst.engines.control.places import Place, RuleFault, read_yaml

RULE_KEYS = ("id", "version", "name", "subject", "order", "valid_from", "owner", "legal_basis")
FACT_KEYS = ("values", "valid", "within", "other_than", "earlier")
Parts = dict[str, Place]


def load_rulebook(
    folder: Path, registers: Mapping[str, Iterable[str]], parameters: Iterable[str]
) -> RuleBook:
    """The rules in `folder`/*.yaml. `registers` names the registers and columns that facts may use,
    `parameters` the parameters. Raises `RuleFault`."""
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise RuleFault(folder, 1, "expected at least one .yaml file")
    parts = [read_yaml(file).record((), ("subjects", "facts", "rules")) for file in files]
    reader = _Reader({name: tuple(columns) for name, columns in registers.items()}, parameters)
    for part in parts:
        reader.read_subjects(part)
    for part in parts:
        reader.read_facts(part)
    for part in parts:
        reader.read_rules(part)
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    return reader.book(digest)


class _Reader:
    """Collects subjects, then facts, then rules: each may only use what was read before it."""

    def __init__(self, registers: Mapping[str, tuple[str, ...]], parameters: Iterable[str]) -> None:
        self._registers = registers
        self._parameters = frozenset(parameters)
        self._subjects: dict[str, dict[str, str]] = {}
        self._facts: dict[str, Fact] = {}
        self._rules: dict[str, Rule] = {}

    def book(self, digest: str) -> RuleBook:
        rules = sorted(self._rules.values(), key=lambda rule: (rule.order, rule.id))
        return RuleBook(self._subjects, self._facts, tuple(rules), self._parameters, digest)

    def read_subjects(self, part: Parts) -> None:
        for subject, place in _entries(part, "subjects"):
            self._subjects[subject] = {
                column: kind.choice(KINDS) for column, kind in place.pairs().items()
            }

    def read_facts(self, part: Parts) -> None:
        for name, place in _entries(part, "facts"):
            if name in self._facts:
                raise place.fault(f"the fact {name!r} is declared twice")
            self._facts[name] = self._fact(name, place)

    def read_rules(self, part: Parts) -> None:
        for place in part["rules"].items() if "rules" in part else ():
            rule = self._rule(place)
            if rule.id in self._rules:
                raise place.fault(f"the rule {rule.id!r} stands twice")
            self._rules[rule.id] = rule

    def _fact(self, name: str, place: Place) -> Fact:
        keys = place.record(("subject", "register", "match"), FACT_KEYS)
        subject = keys["subject"].choice(self._subjects)
        register = keys["register"].choice((*self._registers, *self._subjects))
        rows, own = self._columns(register), self._subjects[subject]
        pairs = keys["match"].pairs()
        for column, other in pairs.items():
            _known(other, column, rows)
            other.choice(own)
        start, end, on = self._validity(keys, rows, own)
        return Fact(
            name,
            subject,
            register,
            {column: other.text() for column, other in pairs.items()},
            _chosen(keys, "values", rows),
            start,
            end,
            on,
            self._condition(keys["within"], subject, only_parameters=True)
            if "within" in keys
            else None,
            _chosen(keys, "other_than", [column for column in rows if column in own]),
            _chosen(keys, "earlier", [column for column in rows if column in own]),
        )

    def _columns(self, register: str) -> tuple[str, ...]:
        return self._registers.get(register) or tuple(self._subjects[register])

    def _validity(
        self, keys: Parts, rows: tuple[str, ...], own: Mapping[str, str]
    ) -> tuple[str, str, str]:
        if "valid" not in keys:
            return "", "", ""
        valid = keys["valid"].record(("from", "to", "on"))
        return valid["from"].choice(rows), valid["to"].choice(rows), valid["on"].choice(own)

    def _rule(self, place: Place) -> Rule:
        keys = place.record((*RULE_KEYS, "severity", "queue", "cases", "unknown"), ("valid_to",))
        subject = keys["subject"].choice(self._subjects)
        cases = tuple(self._case(case, subject) for case in keys["cases"].items())
        unknown = self._message(keys["unknown"], subject)
        if not cases or cases[-1].when is not None:
            raise keys["cases"].fault("expected the last case to be `otherwise: true`")
        read = [name for case in cases for name in (names(case.when) if case.when else ())]
        told = [name for case in cases for name in case.message.names()]
        owners = dict.fromkeys(name.owner for name in [*read, *told])
        return Rule(
            id=keys["id"].text(),
            version=keys["version"].text(),
            name=_text(keys["name"]),
            subject=subject,
            order=_whole(keys["order"]),
            valid_from=_day(keys["valid_from"]),
            valid_to=_day(keys["valid_to"]) if "valid_to" in keys else None,
            owner=keys["owner"].text(),
            legal_basis=keys["legal_basis"].text(),
            severity=Severity(keys["severity"].choice(list(Severity))),
            queue=keys["queue"].text(),
            cases=cases,
            unknown=unknown,
            reads=reads_of(read, subject),
            facts=tuple(owner for owner in owners if owner in self._facts),
        )

    def _case(self, place: Place, subject: str) -> Case:
        keys = place.record(("outcome", "message"), ("when", "otherwise", "wait"))
        if ("when" in keys) == ("otherwise" in keys):
            raise place.fault("expected either `when` or `otherwise: true`")
        outcome = Outcome(keys["outcome"].choice(list(Outcome)))
        wait = "wait" in keys and keys["wait"].choice(("true", "false")) == "true"
        if wait and outcome is not Outcome.UNDECIDED:
            raise keys["wait"].fault("only an undecided case can wait")
        when = self._condition(keys["when"], subject) if "when" in keys else None
        return Case(when, outcome, self._message(keys["message"], subject), wait)

    def _condition(
        self, place: Place, subject: str, *, only_parameters: bool = False
    ) -> Expression:
        try:
            tree = parse(place.text())
        except SyntaxFault as fault:
            raise place.fault(f"{fault}, in {place.text()!r}") from fault
        for name in names(tree):
            self._check(
                place, name, {} if only_parameters else self._readable(subject, FACT_ANSWERS)
            )
        return tree

    def _message(self, place: Place, subject: str) -> Message:
        pair = place.record(("da", "en"))
        try:
            message = Message(sentence(pair["da"].text(), "da"), sentence(pair["en"].text(), "en"))
        except ValueError as fault:
            raise place.fault(str(fault)) from fault
        readable = self._readable(subject, FACT_ANSWERS)
        for fact in self._facts.values():
            if fact.subject == subject:
                readable[fact.name] = {*readable[fact.name], *self._columns(fact.register)}
        for name in message.names():
            self._check(place, name, readable)
        return message

    def _readable(self, subject: str, answers: Iterable[str]) -> dict[str, set[str]]:
        readable = {
            fact.name: {*answers, *fact.values}
            for fact in self._facts.values()
            if fact.subject == subject
        }
        return {**readable, subject: set(self._subjects[subject])}

    def _check(self, place: Place, name: Name, readable: Mapping[str, set[str]]) -> None:
        known = {**readable, PARAMETER: set(self._parameters)}
        if name.owner not in known:
            raise place.fault(f"{name} is unknown; expected one of {', '.join(sorted(known))}")
        if name.attribute not in known[name.owner]:
            expected = ", ".join(f"{name.owner}.{each}" for each in sorted(known[name.owner]))
            raise place.fault(f"{name} is unknown; expected one of {expected}")


def _entries(part: Parts, key: str) -> list[tuple[str, Place]]:
    return list(part[key].pairs().items()) if key in part else []


def _chosen(keys: Parts, key: str, allowed: Iterable[str]) -> tuple[str, ...]:
    return tuple(each.choice(allowed) for each in keys[key].items()) if key in keys else ()


def _known(place: Place, column: str, columns: tuple[str, ...]) -> None:
    if column not in columns:
        raise place.fault(f"unknown column {column!r}; expected one of {', '.join(columns)}")


def _text(place: Place) -> Text:
    pair = place.record(("da", "en"))
    return Text(pair["da"].text(), pair["en"].text())


def _day(place: Place) -> date:
    try:
        return date.fromisoformat(place.text())
    except ValueError as fault:
        raise place.fault(f"expected a date as YYYY-MM-DD, found {place.text()!r}") from fault


def _whole(place: Place) -> int:
    try:
        return int(place.text())
    except ValueError as fault:
        raise place.fault(f"expected a whole number, found {place.text()!r}") from fault
