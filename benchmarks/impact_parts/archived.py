"""Decides invented documents in batches and archives what they rest on, as a control run does."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from gevinst.engines.control import Plan, RuleBook, load_rulebook, plan
from gevinst.engines.control.past import PastBatch, PastRegister
from gevinst.engines.decisionlog import Archive, FolderArchive
from gevinst.engines.decisionlog.past import ArchivedRows
from gevinst.engines.decisionlog.tables import packed, unpacked
from impact_parts.invented import GIVEN, LINES, PARAMETERS, REGISTERS, Invented, fitted

ON = date(2026, 11, 2)
BATCH = 10_000
INDEX = "batches.json"
RULES = Path(__file__).parent / "rules.yaml"
CHANGES = {
    "line.price == agreement.rate": "line.price <= agreement.rate + 1",
    "reported.matches > 0": "reported.matches > 0 or reported.distance <= 4",
}
Index = list[dict[str, Any]]


def book(*, changed: bool = False) -> RuleBook:
    """The rules, or those with two of them changed."""
    text = RULES.read_text(encoding="utf-8")
    for old, new in CHANGES.items() if changed else ():
        assert old in text
        text = text.replace(old, new)
    return load_rulebook({"rules.yaml": text}, {**REGISTERS}, PARAMETERS)


def archived(made: Invented, folder: Path) -> None:
    """Every batch in the folder: blobs by their SHA-256, and an index of them."""
    rules = book()
    registers = {name: fitted(of, REGISTERS[name]) for name, of in made.registers.items()}
    documents = fitted(made.documents, dict(rules.subjects["document"]))
    lines = fitted(made.lines, dict(rules.subjects["line"]))
    archive = FolderArchive(folder)
    refs = {name: archive.put(packed(table)) for name, table in registers.items()}
    said = planned(rules, "line").run(lines, registers, GIVEN)
    about = planned(rules, "document")
    index: Index = []
    for first in range(0, len(documents), BATCH):
        own = documents.slice(first, BATCH)
        answers = about.run(own, {**registers, "document": own}, GIVEN)
        index.append(
            {
                "registers": refs,
                "items": archive.put(packed(items(own))),
                "subjects": {
                    "document": archive.put(packed(numbered(own, 1))),
                    "line": archive.put(
                        packed(numbered(lines.slice(first * LINES, BATCH * LINES), LINES))
                    ),
                },
                "answers": {
                    "document": archive.put(packed(answers)),
                    "line": archive.put(packed(said.slice(first * LINES, BATCH * LINES))),
                },
            }
        )
    (folder / INDEX).write_text(json.dumps(index), encoding="utf-8")


def planned(rules: RuleBook, kind: str) -> Plan:
    """The plan of all rules about that kind of subject."""
    return plan(rules, kind, rules.about(kind, ON), registers=REGISTERS, parameters=PARAMETERS)


def items(documents: pa.Table) -> pa.Table:
    """The items of a batch as they are archived."""
    columns = [documents["reference"], documents["payable"], pa.array(["DKK"] * len(documents))]
    return pa.table(columns, names=["reference", "amount", "currency"])


def numbered(rows: pa.Table, each: int) -> pa.Table:
    """The subjects with the place of their item, of which each has so many."""
    return rows.append_column("item", pa.array(np.arange(len(rows)) // each))


def past(folder: Path) -> Iterator[PastBatch]:
    """The batches of the archive, read as they are asked for."""
    archive = FolderArchive(folder)
    for batch in json.loads((folder / INDEX).read_text(encoding="utf-8")):
        yield PastBatch(
            on=ON,
            items=unpacked(archive.get(batch["items"])),
            subjects=rows(batch["subjects"], archive),
            answers=rows(batch["answers"], archive),
            registers={
                name: PastRegister(sha, ArchivedRows(sha, archive))
                for name, sha in batch["registers"].items()
            },
            parameters=GIVEN,
        )


def rows(shas: Mapping[str, str], archive: Archive) -> dict[str, ArchivedRows]:
    """The tables by name, in the archive."""
    return {name: ArchivedRows(sha, archive) for name, sha in shas.items()}
