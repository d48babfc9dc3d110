"""Findings as lines of CSV and JSON: what many findings share is written out once.

A month has some ten thousand findings, most of them alike but for the document.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import dataclass
from json.encoder import encode_basestring as quoted
from typing import Any, NamedTuple

from gevinst.engines.blockkit.contract import Evidence, Finding

HEAD = (
    "reference", "line", "rule", "version", "outcome", "severity", "shadow", "queue",
    "message_da", "message_en",
)  # fmt: skip
ENCODE = json.JSONEncoder(ensure_ascii=False).encode


class Lines(NamedTuple):
    """A part of a line of each file."""

    csv: str
    json: str


class _Rule(NamedTuple):
    fields: tuple[object, ...]
    json: str


@dataclass(frozen=True, slots=True)
class _Row:
    """Gives back what a CSV writer writes."""

    def write(self, text: str) -> str:
        return text


class FindingTexts:
    """The texts of findings, which must live as long as this does: they are known by who they are."""

    def __init__(self) -> None:
        self._lines: dict[int, Lines] = {}
        self._rules: dict[tuple[object, ...], _Rule] = {}
        self._evidence: dict[int, str] = {}
        # A CSV writer gives back what its file does: here the line itself.
        self._row: Callable[[Any], Any] = csv.writer(_Row(), lineterminator="\n").writerow

    def reference(self, reference: str) -> Lines:
        """What stands before the finding itself: the document that it is about."""
        written: str = self._row([reference, ""])
        return Lines(written.removesuffix("\n"), f'{{"reference": {ENCODE(reference)}, ')

    def of(self, finding: Finding) -> Lines:
        """The rest of both lines, ends of line included."""
        lines = self._lines.get(id(finding))
        if lines is None:
            lines = self._lines[id(finding)] = self._written(finding)
        return lines

    def _written(self, finding: Finding) -> Lines:
        rule, message = self._rule(finding), finding.message
        line, da, en = quoted(finding.line), quoted(message.da), quoted(message.en)
        paths = ENCODE(finding.paths) if finding.paths else "[]"
        evidence = ", ".join([self._evidence_of(each) for each in finding.evidence])
        told = f'"line": {line}, {rule.json}, "message_da": {da}, "message_en": {en}'
        row: str = self._row((finding.line, *rule.fields, message.da, message.en))
        return Lines(row, f'{told}, "evidence": [{evidence}], "paths": {paths}}}\n')

    def _rule(self, finding: Finding) -> _Rule:
        """What a finding has of its rule and the outcome."""
        # Outcomes and severities are there once each: known by who they are, faster than by their words.
        key = (
            finding.rule,
            finding.version,
            id(finding.outcome),
            id(finding.severity),
            finding.shadow,
            finding.queue,
        )
        if key not in self._rules:
            told = {
                "rule": finding.rule,
                "version": finding.version,
                "outcome": finding.outcome.value,
                "severity": finding.severity.value,
                "shadow": finding.shadow,
                "queue": finding.queue,
            }
            self._rules[key] = _Rule(tuple(told.values()), ENCODE(told)[1:-1])
        return self._rules[key]

    def _evidence_of(self, evidence: Evidence) -> str:
        text = self._evidence.get(id(evidence))
        if text is None:
            text = self._evidence[id(evidence)] = ENCODE(
                {
                    "register": evidence.register,
                    "extract": evidence.extract,
                    "row": evidence.row,
                    "matches": evidence.matches,
                    "values": evidence.values,
                }
            )
        return text
