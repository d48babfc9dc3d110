"""One entry of a robot's decision log as a person follows it: each rule, its case, and the values read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gevinst.engines.blockkit.contract import Manifest, Text
from gevinst.engines.control import RuleBook
from gevinst.engines.control.explain import ExplainedCase, Explanation, explain
from gevinst.engines.control.model import PARAMETER
from gevinst.engines.control.titles import Titles
from gevinst.engines.decisionlog.model import Batch, RegisterRef
from gevinst.features.control import queries as control
from gevinst.features.operations.blocks import block_of
from gevinst.features.operations.models import Robot

WORST_FIRST = {"fail": 0, "undecided": 1, "ok": 2}


@dataclass(frozen=True, slots=True)
class Said:
    """What one rule said: `case` is why, None where the rule book of then is not at hand."""

    rule: str
    version: str
    name: Text
    outcome: str
    shadow: bool
    case: ExplainedCase | None
    values: tuple[tuple[Text, str], ...]
    line: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A register row that the outcomes rest on, with the extract that it stood in."""

    title: Text
    row: int | None
    matches: int
    values: tuple[tuple[Text, str], ...]
    extract: RegisterRef | None


@dataclass(frozen=True, slots=True)
class About:
    """The document or a line of it: what every rule said, and what was found in registers."""

    kind: str
    line: str
    said: tuple[Said, ...]
    evidence: tuple[Shown, ...]
    values: tuple[tuple[str, str], ...]


def reasoning(robot: Robot, payload: Mapping[str, Any], batch: Batch | None) -> list[About]:
    """What was said of each part of the document, the failed first; nothing for what a person did."""
    if batch is None or payload["kind"] != "decision":
        return []
    manifest = block_of(robot).manifest
    teller = _Teller(control.rules_of(batch), manifest, batch, control.parameters_of(batch))
    abouts = [teller.about(each) for each in payload["subjects"]]
    beside = tuple(teller.said(each, {}) for each in payload["outcomes"])
    return [*abouts, *([About("", "", beside, (), ())] if beside else [])]


@dataclass(frozen=True, slots=True)
class _Teller:
    """Words the log's entries by the rule book of then."""

    book: RuleBook | None
    manifest: Manifest
    batch: Batch
    parameters: Mapping[str, str]

    def about(self, subject: Mapping[str, Any]) -> About:
        said = [self.said(each, subject) for each in subject["outcomes"]]
        return About(
            subject["kind"],
            subject["line"],
            tuple(sorted(said, key=lambda each: WORST_FIRST.get(each.outcome, 3))),
            tuple(self._shown(each) for each in subject["evidence"]),
            tuple((key, _text(each)) for key, each in self._read(subject).items()),
        )

    def said(self, outcome: Mapping[str, Any], subject: Mapping[str, Any]) -> Said:
        told = self._explained(outcome["rule"], outcome["version"])
        case = told.cases[outcome["case"]] if told and outcome["case"] is not None else None
        name = told.name if told else Text(outcome["rule"], outcome["rule"])
        values = tuple(self._values(outcome, subject)) if told and subject else ()
        return Said(
            outcome["rule"], outcome["version"], name, outcome["outcome"], outcome["shadow"],
            case, values, outcome.get("line", ""),
        )  # fmt: skip

    def _explained(self, rule_id: str, version: str) -> Explanation | None:
        for rule in self.book.versions(rule_id) if self.book else ():
            if rule.version == version and self.book:
                return explain(rule, self.book, self.manifest)
        return None

    def _values(
        self, outcome: Mapping[str, Any], subject: Mapping[str, Any]
    ) -> Iterator[tuple[Text, str]]:
        """What the rule's conditions read, by what people call it."""
        assert self.book is not None
        titles, read = Titles(self.book, self.manifest), self._read(subject)
        versions = self.book.versions(outcome["rule"])
        asked = [
            name for rule in versions if rule.version == outcome["version"] for name in rule.asks
        ]
        for name in dict.fromkeys((name.owner, name.attribute) for name in asked):
            key = ".".join(name)
            found = next(each for each in asked if (each.owner, each.attribute) == name)
            yield titles.of(found), _text(read.get(key))

    def _read(self, subject: Mapping[str, Any]) -> dict[str, Any]:
        own = {f"{subject['kind']}.{key}": each for key, each in subject["values"].items()}
        given = {f"{PARAMETER}.{key}": each for key, each in self.parameters.items()}
        return {**given, **own, **subject["facts"]}

    def _shown(self, evidence: Mapping[str, Any]) -> Shown:
        spec = self.manifest.table(evidence["register"])
        titles = spec.titles if spec else {}
        name = evidence["register"]
        return Shown(
            spec.title if spec else Text(name, name),
            evidence["row"],
            evidence["matches"],
            tuple(
                (titles.get(key) or Text(key, key), _text(each))
                for key, each in evidence["values"].items()
            ),
            self.batch.registers.get(name),
        )


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
