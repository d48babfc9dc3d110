"""What the format rules found, for people and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from gevinst.cli import einvoice_second_opinion
from gevinst.cli.einvoice import complain
from gevinst.cli.language import language, spoken

if TYPE_CHECKING:
    from gevinst.engines.conformance.judge import DocumentJudgement, FormatFinding
    from gevinst.engines.conformance.second_opinion import Comparison

NAMES = {
    "peppol-bis-3": "Peppol BIS 3",
    "oioubl-2": "OIOUBL 2",
    "oioubl-3": "OIOUBL 3",
    "en16931": "EN 16931",
}


class Report:
    """Writes each judgement as it comes and counts them."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        self.good = self.bad = self.fatal = self.warnings = self.closed = 0

    @property
    def status(self) -> int:
        """The exit status."""
        return 2 if self.closed else int(self.bad > 0)

    def add(
        self, path: str, judgement: DocumentJudgement, second: Comparison | None = None
    ) -> None:
        """One document, with how a second opinion differs where one was asked for."""
        fatal = sum(finding.severity == "fatal" for finding in judgement.findings)
        warnings = len(judgement.findings) - fatal
        self.bad += fatal > 0
        self.good += fatal == 0
        self.fatal += fatal
        self.warnings += warnings
        if self.as_json:
            click.echo(json_line(path, judgement, second))
        else:
            click.echo(_head(path, judgement, fatal, warnings))
            for finding in judgement.findings:
                click.echo(_entry(finding))
            for line in einvoice_second_opinion.lines(second) if second else ():
                click.echo(line)

    def unopened(self, path: str, error: OSError) -> None:
        """A path that could not be opened: said on standard error, the rest goes on."""
        self.closed += 1
        complain(path, error)

    def end(self) -> None:
        """The summary."""
        if not self.as_json:
            click.echo(self._summary())

    def _summary(self) -> str:
        closed = spoken(f"; {self.closed} kunne ikke åbnes", f"; {self.closed} could not be opened")
        said = spoken(
            f"{self.good + self.bad} dokumenter: {self.good} uden alvorlige fejl, {self.bad} med "
            f"({self.fatal} alvorlige fejl, {self.warnings} advarsler)",
            f"{self.good + self.bad} documents: {self.good} without fatal errors, {self.bad} with "
            f"({self.fatal} fatal errors, {self.warnings} warnings)",
        )
        return said + (closed if self.closed else "")


def json_line(path: str, judgement: DocumentJudgement, second: Comparison | None = None) -> str:
    """The judgement as one line of JSON; `second_opinion` only where one was asked for."""
    findings = [_record(finding) for finding in judgement.findings]
    record: dict[str, object] = {
        "path": path,
        "profile": judgement.profile,
        "findings": findings,
    }
    if second is not None:
        record["second_opinion"] = einvoice_second_opinion.record(second)
    return json.dumps(record, ensure_ascii=False)


def _record(finding: FormatFinding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "outcome": finding.outcome,
        "path": finding.path,
        "message": finding.message.in_language(language()),
        "values": dict(finding.values),
    }


def _head(path: str, judgement: DocumentJudgement, fatal: int, warnings: int) -> str:
    name = NAMES.get(judgement.profile or "", spoken("ingen profil", "no profile"))
    if not judgement.findings:
        return f"✓ {path} ({name})"
    counts = spoken(
        f"{fatal} alvorlige fejl, {warnings} advarsler",
        f"{fatal} fatal errors, {warnings} warnings",
    )
    return f"{'✗' if fatal else '!'} {path} ({name}): {counts}"


def _entry(finding: FormatFinding) -> str:
    severity = {
        "fatal": spoken("FEJL", "FATAL"),
        "warning": spoken("advarsel", "warning"),
    }[finding.severity]
    lines = [f"  {severity} {finding.rule}  {finding.path}"]
    lines.append(f"    {finding.message.in_language(language())}")
    if finding.values:
        values = "; ".join(f"{name} = {value or '–'}" for name, value in finding.values.items())
        lines.append(f"    {values}")
    return "\n".join(lines)
