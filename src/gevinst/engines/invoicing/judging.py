"""Runs the rules on a batch of invoices: documents and lines as two relations, one decision an item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any, cast

import pyarrow as pa

from gevinst.engines.blockkit.arrays import column
from gevinst.engines.blockkit.contract import (
    Item,
    Judgement,
    Manifest,
    Register,
    Registers,
    RegisterSpec,
)
from gevinst.engines.blockkit.registers import conforming
from gevinst.engines.control import Judged, Plan, RuleBook, Source, Subject, plan, table, verdict
from gevinst.engines.control.backends.duckdb import DuckDb
from gevinst.engines.control.backends.engine import Engine
from gevinst.engines.control.findings import findings
from gevinst.engines.control.stale import stale_rules, withheld
from gevinst.engines.invoicing.formats import format_columns
from gevinst.engines.invoicing.reading import PLAIN, Reading
from gevinst.engines.invoicing.referring import with_units
from gevinst.engines.invoicing.relations import codes_of, placed, relation
from gevinst.engines.invoicing.subjects import DocumentFacts, Setting, document_facts, line_facts
from gevinst.engines.invoicing.waiting import looked_at_again

DOCUMENT, LINE, ITEM = "document", "line", "item"
KINDS = (DOCUMENT, LINE)
BATCH = "batch"


class Judge:
    """A rule book ready to be run; the plan of each kind of subject is compiled on first use."""

    def __init__(
        self, manifest: Manifest, book: RuleBook, stored: Path | None, own: Reading = PLAIN
    ) -> None:
        self._manifest, self._book, self._stored, self._own = manifest, book, stored, own
        self._plans: dict[tuple[str, ...], Plan] = {}
        self.engine: Engine = DuckDb()

    def subjects(
        self,
        items: Sequence[Item],
        registers: Registers,
        on: date,
        parameters: Mapping[str, Any],
        first: int = 0,
    ) -> dict[str, pa.Table]:
        """The rows about documents and lines, the first document at place `first` of all that are decided
        together. Raises `RegisterFault`."""
        setting = _setting(self._sources(registers), on, parameters, self._own)
        subjects = _subjects(items, setting, first)
        _add_formats(subjects[DOCUMENT], items, int(parameters.get("format_check", 0)))
        return {kind: table(self._book, kind, subjects[kind]) for kind in KINDS}

    def judged(
        self,
        items: Sequence[Item],
        registers: Registers,
        on: date,
        parameters: Mapping[str, Any],
    ) -> Judgement:
        """One decision an item, in order, with what the rules read. Raises `RegisterFault`."""
        sources = self._sources(registers)
        subjects = _subjects(items, _setting(sources, on, parameters, self._own))
        _add_formats(subjects[DOCUMENT], items, int(parameters.get("format_check", 0)))
        rows = {kind: table(self._book, kind, subjects[kind]) for kind in KINDS}
        sources |= self._relations(rows, sources, parameters)
        answers = {
            kind: self._answers(self.plan(kind, on), rows[kind], sources, parameters, on)
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
                    at=on,
                )
            )
            for kind in KINDS
        )
        decided = tuple(
            verdict(
                item.reference,
                [*next(about), *_next(told, len(item.document.lines))],
                looked_at_again(on, item.dated, parameters),
            )
            for item in items
        )
        made = self._made(sources, registers)
        return Judgement(decided, self._book.digest, _numbered(items, rows), answers, made)

    def plan(self, kind: str, on: date) -> Plan:
        """The rules about that kind of subject that are in force on the date, compiled."""
        rules = self._book.about(kind, on)
        key = (kind, *(f"{rule.id} {rule.version}" for rule in rules))
        if key not in self._plans:
            registers = self._manifest.tables
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

    def _made(self, sources: Mapping[str, Source], registers: Registers) -> dict[str, pa.Table]:
        """The tables made of the batch and the registers, where they are not those as they were given."""
        given = {spec.name: conforming(spec, registers) for spec in self._manifest.registers}
        return {
            name: source.table
            for name, source in sources.items()
            if name not in KINDS and not (name in given and source.table.equals(given[name]))
        }

    def _answers(
        self,
        ready: Plan,
        rows: pa.Table,
        sources: Mapping[str, Source],
        parameters: Mapping[str, Any],
        on: date,
    ) -> pa.Table:
        """What the facts and rules say; nothing where a rule reads a register that is stale."""
        registers = {name: sources[name].table for name in ready.registers()}
        answers = self.engine.run(ready, rows, registers, parameters)
        return withheld(answers, stale_rules(ready, sources, on))

    def _sources(self, registers: Registers) -> dict[str, Source]:
        specs = self._manifest.registers
        tables = with_units({spec.name: self._written(spec, registers) for spec in specs})
        return {
            spec.name: Source(
                spec.name,
                tables[spec.name],
                registers[spec.name].extract.id if spec.name in registers else "",
                spec.personal,
                *_times(registers.get(spec.name)),
                spec.title,
            )
            for spec in specs
        }

    def _written(self, spec: RegisterSpec, registers: Registers) -> pa.Table:
        """The register as the lines are written, its places those of the batch."""
        return placed(spec.name, self._own.register(spec.name, conforming(spec, registers)))

    def _relations(
        self,
        rows: Mapping[str, pa.Table],
        registers: Mapping[str, Source],
        parameters: Mapping[str, Any],
    ) -> dict[str, Source]:
        """The batch itself as evidence, and what is made of it and the registers."""
        tables = {name: source.table for name, source in registers.items()}
        found = {DOCUMENT: Source(DOCUMENT, rows[DOCUMENT], BATCH)}
        for spec in self._manifest.relations:
            made = relation(spec, tables, rows, parameters)
            found[spec.name] = Source(spec.name, made, BATCH, spec.personal, title=spec.title)
        return found


def _setting(
    sources: Mapping[str, Source], on: date, parameters: Mapping[str, Any], own: Reading
) -> Setting:
    tables = {name: source.table for name, source in sources.items()}
    return Setting(on, codes_of(tables), str(parameters.get("sample_seed", "")), own)


def _times(register: Register | None) -> tuple[datetime | None, datetime | None]:
    """When the extract was taken, and until when it may be decided by."""
    if register is None:
        return None, None
    return register.extract.taken_at, register.extract.stale_after


def _subjects(items: Sequence[Item], setting: Setting, first: int = 0) -> dict[str, list[Subject]]:
    documents = [
        document_facts(item.document, item.reference, position, setting)
        for position, item in enumerate(items, first)
    ]
    lines = [
        line_facts(reading, each, place, setting.on)
        for each in documents
        for place, reading in enumerate(each.readings)
    ]
    return {DOCUMENT: list(documents), LINE: list(lines)}


def _add_formats(documents: Sequence[Subject], items: Sequence[Item], level: int) -> None:
    """What the official format rules say, for all documents at once: one by one it would cost far more."""
    found = format_columns([item.document for item in items], level)
    for document, columns in zip(documents, found, strict=True):
        cast("DocumentFacts", document).columns.update(columns)


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
