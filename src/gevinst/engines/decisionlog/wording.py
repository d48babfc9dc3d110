"""What the log says of each document of a batch: the decision, every outcome, and the values behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from gevinst.engines.blockkit.contract import Decided, Finding, Judgement, Manifest, Refused
from gevinst.engines.decisionlog.model import Batch, Kind, Payload
from gevinst.engines.decisionlog.values import records

ITEM, SUBJECT = "item", "subject"
REFUSED = "refused"
Findings = Mapping[str, Sequence[Finding]]


def decisions(
    batch: Batch, documents: Sequence[str], said: Judgement, block: Manifest
) -> Iterator[Payload]:
    """One payload an item, in order; `documents` holds their SHA-256.

    `subjects` are the document, its lines and so on, each with the values that were read of it, what the
    facts answered, the register rows that those rest on, and every rule's outcome with its case. Outcomes
    of no subject's rules stand beside them.
    """
    personal = frozenset[str]().union(*(spec.personal for spec in block.registers))
    kinds = [_Kind.of(kind, said, personal) for kind in said.subjects]
    for place, (decided, document) in enumerate(zip(said.decided, documents, strict=True)):
        found = _by_rule(decided)
        subjects = [each for kind in kinds for each in kind.of_item(place, found)]
        told = {rule for kind in kinds for rule in kind.rules}
        others = [each for each in decided.findings if each.rule not in told]
        yield {
            **_head(batch, document),
            "reference": decided.reference,
            "verdict": str(decided.verdict),
            "queue": decided.queue,
            "reason": decided.reason,
            "until": decided.until,
            "subjects": subjects,
            "outcomes": [_outcome(each, None) for each in others],
        }


def refusals(batch: Batch, refused: Sequence[Refused]) -> Iterator[Payload]:
    """One payload a document that could not be read: its verdict is `refused`, its reason the code."""
    for each in refused:
        yield {
            **_head(batch, each.content_hash),
            "reference": "",
            "verdict": REFUSED,
            "queue": "",
            "reason": each.code,
            "until": None,
            "subjects": [],
            "outcomes": [],
        }


def _head(batch: Batch, document: str) -> dict[str, Any]:
    return {
        "kind": str(Kind.DECISION),
        "batch": batch.seq,
        "at": batch.origin.at,
        "actor": batch.origin.actor,
        "document": document,
    }


@dataclass(frozen=True, slots=True)
class _Kind:
    """The subjects of one kind as records, and where those of each item stand."""

    kind: str
    rules: tuple[str, ...]
    values: Sequence[Mapping[str, Any]]
    facts: Sequence[Mapping[str, Any]]
    cases: Mapping[str, Sequence[int]]
    places: Mapping[int, Sequence[int]]

    @staticmethod
    def of(kind: str, said: Judgement, personal: frozenset[str]) -> _Kind:
        rows, answers = said.subjects[kind], said.answers[kind]
        rules = tuple(name for name in answers.column_names if "." not in name and name != SUBJECT)
        facts = [name for name in answers.column_names if "." in name]
        places = defaultdict(list)
        for row, item in enumerate(rows[ITEM].to_pylist()):
            places[item].append(row)
        return _Kind(
            kind,
            rules,
            list(records(rows.drop_columns([ITEM]), personal)),
            _answers(answers.select(facts)) if facts else [{}] * len(rows),
            {rule: answers[rule].to_pylist() for rule in rules},
            places,
        )

    def of_item(self, item: int, found: Findings) -> Iterator[Payload]:
        """The subjects of one item: the n-th finding of a rule is about the n-th of them."""
        for number, row in enumerate(self.places.get(item, ())):
            findings = [(rule, found[rule][number]) for rule in self.rules]
            yield {
                "kind": self.kind,
                "line": next((each.line for _, each in findings), ""),
                "values": self.values[row],
                "facts": self.facts[row],
                "evidence": _evidence([each for _, each in findings]),
                "outcomes": [_outcome(each, self.cases[rule][row]) for rule, each in findings],
            }


def _answers(facts: pa.Table) -> list[Mapping[str, Any]]:
    return list(records(facts))


def _by_rule(decided: Decided) -> Findings:
    found = defaultdict(list)
    for each in decided.findings:
        found[each.rule].append(each)
    return found


def _outcome(finding: Finding, case: int | None) -> Payload:
    outcome = {
        "rule": finding.rule,
        "version": finding.version,
        "outcome": str(finding.outcome),
        "case": case,
        "shadow": finding.shadow,
    }
    return outcome if case is not None else {**outcome, "line": finding.line}


def _evidence(findings: Sequence[Finding]) -> list[Payload]:
    """The register rows that the findings rest on, each once."""
    rows = {
        (each.register, each.row, each.matches): each
        for finding in findings
        for each in finding.evidence
    }
    return [
        {"register": register, "row": row, "matches": matches, "values": each.values}
        for (register, row, matches), each in rows.items()
    ]
