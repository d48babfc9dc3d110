"""Runs the rules on a batch of invoices: documents and lines as two relations, one decision an item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from gevinst.blocks.invoice_control.subjects import document_facts, line_facts
from gevinst.engines.blockkit.contract import Decided, Item, Manifest, Registers
from gevinst.engines.blockkit.registers import conforming
from gevinst.engines.control import Judged, Plan, RuleBook, Source, evaluate, plan, table, verdict

DOCUMENT, LINE = "document", "line"


class Judge:
    """A rule book ready to be run; the plan of each kind of subject is compiled on first use."""

    def __init__(self, manifest: Manifest, book: RuleBook, stored: Path) -> None:
        self._manifest, self._book, self._stored = manifest, book, stored
        self._plans: dict[tuple[str, ...], Plan] = {}

    def judged(
        self,
        items: Sequence[Item],
        registers: Registers,
        on: date,
        parameters: Mapping[str, Any],
    ) -> list[Decided]:
        """One decision an item, in order. Raises `RegisterFault`."""
        sources = self._sources(registers)
        documents = [
            document_facts(item.document, item.reference, position)
            for position, item in enumerate(items)
        ]
        lines = [
            line_facts(each.invoice, line, on) for each in documents for line in each.invoice.lines
        ]
        batch, rows = table(self._book, DOCUMENT, documents), table(self._book, LINE, lines)
        sources[DOCUMENT] = Source(DOCUMENT, batch, "batch")
        about = evaluate(self.plan(DOCUMENT, on), batch, documents, sources, parameters)
        told = iter(evaluate(self.plan(LINE, on), rows, lines, sources, parameters))
        until = on + timedelta(days=parameters["recheck_days"])
        return [
            verdict(item.reference, [*found, *_next(told, len(item.document.lines))], until)
            for item, found in zip(items, about, strict=True)
        ]

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


def _next(told: Iterator[list[Judged]], lines: int) -> list[Judged]:
    """The findings of the next so many lines."""
    return [each for found in islice(told, lines) for each in found]
