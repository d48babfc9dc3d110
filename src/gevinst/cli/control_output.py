"""The files of a control run: each is whole or not there."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from gevinst.cli.finding_texts import HEAD, FindingTexts
from gevinst.engines.blockkit.contract import (
    Decided,
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


def write_all(manifest: Manifest, run: FolderRun, summary: Row, out: Path) -> None:
    """Decisions, findings, payment proposal and summary in `out`, replaced where they stand already."""
    out.mkdir(parents=True, exist_ok=True)
    decisions = sorted(decision_rows(run), key=lambda row: row["file"])
    payments = [payment_row(line) for line in run.delivery.lines]
    _write(out / "decisions.csv", _csv(DECISION, decisions))
    _write(out / "decisions.json", _json(decisions))
    _write_findings(run, out)
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


def _write_findings(run: FolderRun, out: Path) -> None:
    """One row a finding without evidence, and one object a finding with its evidence and places."""
    texts = FindingTexts()
    found = [
        (texts.reference(item.reference), decided.findings) for _, item, decided in run.items()
    ]
    rows = [f"{own.csv}{texts.of(each).csv}" for own, findings in found for each in findings]
    objects = [f"{own.json}{texts.of(each).json}" for own, findings in found for each in findings]
    _write(out / "findings.csv", _csv(HEAD, ()) + "".join(rows))
    _write(out / "findings.jsonl", "".join(objects))


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
