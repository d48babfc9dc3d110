"""Runs the rules on a batch of invoices: documents and lines as two relations, one decision an item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa

from gevinst.engines.blockkit.arrays import column
from gevinst.engines.blockkit.contract import Item, Judgement, Manifest, Registers
from gevinst.engines.blockkit.registers import conforming
from gevinst.engines.control import Judged, Plan, RuleBook, Source, Subject, plan, table, verdict
from gevinst.engines.control.findings import findings
from gevinst.engines.invoicing.subjects import document_facts, line_facts

DOCUMENT, LINE, ITEM = "document", "line", "item"
KINDS = (DOCUMENT, LINE)


class Judge:
    """A rule book ready to be run; the plan of each kind of subject is compiled on first use."""

    def __init__(self, manifest: Manifest, book: RuleBook, stored: Path | None) -> None:
        self._manifest, self._book, self._stored = manifest, book, stored
        self._plans: dict[tuple[str, ...], Plan] = {}

    def judged(
        self,
        items: Sequence[Item],
        registers: Registers,
        on: date,
        parameters: Mapping[str, Any],
    ) -> Judgement:
        """One decision an item, in order, with what the rules read. Raises `RegisterFault`."""
        sources = self._sources(registers)
        subjects = _subjects(items, on)
        rows = {kind: table(self._book, kind, subjects[kind]) for kind in KINDS}
        sources[DOCUMENT] = Source(DOCUMENT, rows[DOCUMENT], "batch")
        answers = {
            kind: self._answers(self.plan(kind, on), rows[kind], sources, parameters)
            for kind in KINDS
        }
        about, told = (
            iter(
                findings(
                    self.plan(kind, on),
                    answers[kind],
                    rows[kind],
                    about=subjects[kind],
                    sources=sources,
                    parameters=parameters,
                )
            )
            for kind in KINDS
        )
        until = on + timedelta(days=parameters["recheck_days"])
        decided = tuple(
            verdict(item.reference, [*next(about), *_next(told, len(item.document.lines))], until)
            for item in items
        )
        return Judgement(decided, self._book.digest, _numbered(items, rows), answers)

    def plan(self, kind: str, on: date) -> Plan:
        """The rules about that kind of subject that are in force on the date, compiled."""
        rules = self._book.about(kind, on)
        key = (kind, *(f"{rule.id} {rule.version}" for rule in rules))
        if key not in self._plans:
            registers = {spec.name: spec.columns for spec in self._manifest.registers}
            kinds = {each.name: each.kind for each in self._manifest.parameters}
            self._plans[key] = plan(
                self._book,
                kind,
                rules,
                registers=registers,
                parameters=kinds,
                stored=self._stored,
            )
        return self._plans[key]

    def _answers(
        self,
        ready: Plan,
        rows: pa.Table,
        sources: Mapping[str, Source],
        parameters: Mapping[str, Any],
    ) -> pa.Table:
        return ready.run(
            rows, {name: sources[name].table for name in ready.registers()}, parameters
        )

    def _sources(self, registers: Registers) -> dict[str, Source]:
        return {
            spec.name: Source(
                spec.name,
                conforming(spec, registers),
                registers[spec.name].extract.id if spec.name in registers else "",
                spec.personal,
            )
            for spec in self._manifest.registers
        }


def _subjects(items: Sequence[Item], on: date) -> dict[str, list[Subject]]:
    documents = [
        document_facts(item.document, item.reference, position, on)
        for position, item in enumerate(items)
    ]
    lines = [
        line_facts(each.invoice, line, on) for each in documents for line in each.invoice.lines
    ]
    return {DOCUMENT: list(documents), LINE: list(lines)}


def _numbered(items: Sequence[Item], rows: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """The subjects with `item`, the place in the batch of the item that each belongs to."""
    places = {
        DOCUMENT: list(range(len(items))),
        LINE: [place for place, item in enumerate(items) for _ in item.document.lines],
    }
    return {kind: rows[kind].append_column(ITEM, column("int", places[kind])) for kind in KINDS}


def _next(told: Iterator[list[Judged]], lines: int) -> list[Judged]:
    """The findings of the next so many lines."""
    return [each for found in islice(told, lines) for each in found]
