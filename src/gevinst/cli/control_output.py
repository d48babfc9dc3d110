"""The files of a control run: each is whole or not there."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from gevinst.engines.blockkit.contract import (
    Decided,
    Evidence,
    Finding,
    Item,
    Manifest,
    PaymentLine,
    Refused,
)
from gevinst.engines.blockkit.folder_run import FolderRun

Row = Mapping[str, Any]
DECISION = (
    "file", "reference", "title", "party", "dated", "due", "amount", "currency",
    "verdict", "queue", "reason", "message_da", "message_en", "until", "sha256",
)  # fmt: skip
PAYMENT = ("reference", "payee", "payee_id", "account", "amount", "currency", "due", "text")
FINDING = (
    "reference", "line", "rule", "version", "outcome", "severity", "shadow", "queue",
    "message_da", "message_en",
)  # fmt: skip
ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def write_all(manifest: Manifest, run: FolderRun, summary: Row, out: Path) -> None:
    """Decisions, findings, payment proposal and summary in `out`, replaced where they stand already."""
    out.mkdir(parents=True, exist_ok=True)
    decisions = sorted(decision_rows(run), key=lambda row: row["file"])
    payments = [payment_row(line) for line in run.delivery.lines]
    _write(out / "decisions.csv", _csv(DECISION, decisions))
    _write(out / "decisions.json", _json(decisions))
    _write(out / "findings.csv", _csv(FINDING, finding_rows(run)))
    _write(out / "findings.jsonl", "".join(f"{ENCODE(row)}\n" for row in finding_objects(run)))
    _write(out / "payment_proposal.csv", _csv(PAYMENT, payments))
    _write(out / "payment_proposal.json", _json(payments))
    _write(out / "summary.json", _json(summary))


def decision_rows(run: FolderRun) -> Iterator[Row]:
    """One row a document: what was decided, or why it was refused."""
    for name, item, decided in run.items():
        yield _decision(name, item, decided)
    for name, refused in run.refused():
        yield _refusal(name, refused)


def _decision(name: str, item: Item, decided: Decided) -> Row:
    stops = next((each for each in decided.findings if _is_reason(each, decided)), None)
    return {
        "file": name,
        "reference": item.reference,
        "title": item.title,
        "party": item.party,
        "dated": _text(item.dated),
        "due": _text(item.due),
        "amount": _text(item.amount),
        "currency": item.currency,
        "verdict": str(decided.verdict),
        "queue": decided.queue,
        "reason": decided.reason,
        "message_da": stops.message.da if stops else "",
        "message_en": stops.message.en if stops else "",
        "until": _text(decided.until),
        "sha256": item.content_hash,
    }


def _is_reason(finding: Finding, decided: Decided) -> bool:
    return finding.rule == decided.reason and finding.outcome != "ok"


def _refusal(name: str, refused: Refused) -> Row:
    return {
        **dict.fromkeys(DECISION, ""),
        "file": name,
        "verdict": "refused",
        "reason": refused.code,
        "message_da": refused.message.da,
        "message_en": refused.message.en,
        "sha256": refused.content_hash,
    }


def payment_row(line: PaymentLine) -> Row:
    """One proposed payment."""
    return {name: _text(getattr(line, name)) for name in PAYMENT}


def finding_rows(run: FolderRun) -> Iterator[Row]:
    """One row a finding, without evidence."""
    for _, item, decided in run.items():
        for finding in decided.findings:
            yield _finding(item.reference, finding)


def finding_objects(run: FolderRun) -> Iterator[Row]:
    """One object a finding with its evidence and places."""
    for _, item, decided in run.items():
        for finding in decided.findings:
            yield {
                **_finding(item.reference, finding),
                "evidence": [_evidence(each) for each in finding.evidence],
                "paths": finding.paths,
            }


def _finding(reference: str, finding: Finding) -> dict[str, Any]:
    return {
        "reference": reference,
        "line": finding.line,
        "rule": finding.rule,
        "version": finding.version,
        "outcome": finding.outcome.value,
        "severity": finding.severity.value,
        "shadow": finding.shadow,
        "queue": finding.queue,
        "message_da": finding.message.da,
        "message_en": finding.message.en,
    }


def _evidence(evidence: Evidence) -> Row:
    return {
        "register": evidence.register,
        "extract": evidence.extract,
        "row": evidence.row,
        "matches": evidence.matches,
        "values": evidence.values,
    }


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _csv(head: tuple[str, ...], rows: Iterable[Row]) -> str:
    """UTF-8 with a mark, so that a spreadsheet shows the Danish letters."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([row[name] for name in head] for row in rows)
    return buffer.getvalue()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _write(file: Path, text: str) -> None:
    part = file.with_name(f".{file.name}.part")
    part.write_text(text, encoding="utf-8")
    os.replace(part, file)
