"""Compiles the rules about one kind of subject once, and runs them on many batches with DuckDB."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from gevinst.engines.blockkit.arrays import column as column_of
from gevinst.engines.blockkit.arrays import numbers
from gevinst.engines.control.lean import lean
from gevinst.engines.control.model import PARAMETER, Fact, Rule, RuleBook
from gevinst.engines.control.narrow import narrowed
from gevinst.engines.control.sql import SUBJECTS, Question, compiled, stored_sql

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    # Both sides of our joins are about the same rows: looking for what to leave out costs more than it saves.
    "disabled_optimizers": "join_filter_pushdown",
}
CHUNK = 1 << 16
Kinds = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Plan:
    """Rules ready to run: `sql` reads the table `subjects` and one table a register.

    `columns` are those of `subjects`, parameters included as `parameter.<name>`; `reads` those of each
    register.
    """

    kind: str
    facts: tuple[Fact, ...]
    rules: tuple[Rule, ...]
    columns: Kinds
    sql: str = field(repr=False)
    reads: Mapping[str, Kinds] = field(default_factory=dict, repr=False)

    def run(
        self,
        subjects: pa.Table,
        registers: Mapping[str, pa.Table],
        parameters: Mapping[str, object],
        threads: int = 1,
    ) -> pa.Table:
        """The answers of the facts and the case of each rule, one row a subject, in their order.

        `subjects` has the columns of its kind, `registers` a table for each register that a fact reads.
        """
        known = narrowed(self.facts, subjects, registers)
        sql = lean(self.sql, known.silent, len(self.facts))
        tables = self.tables(subjects, registers, parameters)
        asked = {name: known.table(name, table) for name, table in tables.items()}
        return in_order(execute(sql, asked, threads))

    def tables(
        self,
        subjects: pa.Table,
        registers: Mapping[str, pa.Table],
        parameters: Mapping[str, object],
    ) -> dict[str, pa.Table]:
        """The tables that the SQL reads, numbered, the parameters beside the subjects."""
        tables = {name: _numbered(registers[name], "row") for name in self.registers()}
        tables[SUBJECTS] = self._with_parameters(_numbered(subjects, "subject"), parameters)
        return tables

    def sql_for(self, dialect: str) -> str:
        """The same rules in another dialect; compiling takes a second or two."""
        return compiled(
            Question(self.kind, self.facts, self.rules, self.columns, self.reads), dialect
        )

    def registers(self) -> frozenset[str]:
        """The registers that the SQL reads."""
        return frozenset(fact.register for fact in self.facts)

    def _with_parameters(self, subjects: pa.Table, parameters: Mapping[str, object]) -> pa.Table:
        for column, kind in self.columns.items():
            if column.startswith(f"{PARAMETER}.") and f'"{column}"' in self.sql:
                value = column_of(kind, [parameters[column.partition(".")[2]]])[0]
                subjects = subjects.append_column(column, _repeated(value, len(subjects)))
        return subjects


def plan(
    book: RuleBook,
    kind: str,
    rules: tuple[Rule, ...],
    *,
    registers: Mapping[str, Kinds],
    parameters: Kinds,
    stored: Path | None = None,
) -> Plan:
    """The plan of `rules` about subjects of that kind.

    `registers` and `parameters` give column -> kind of column; the subjects of `book` are registers too.
    `stored` is a folder of SQL compiled earlier (see sql.py): used where it is of these very rules, since
    compiling takes a second. Keep the plan.
    """
    facts = tuple(fact for fact in book.facts.values() if fact.subject == kind)
    own = {**book.subjects[kind], **{f"{PARAMETER}.{name}": of for name, of in parameters.items()}}
    known = {**book.subjects, **registers}
    used = {fact.register: known[fact.register] for fact in facts}
    question = Question(kind, facts, rules, own, used)
    return Plan(kind, facts, rules, own, stored_sql(question, stored) or compiled(question), used)


def execute(sql: str, tables: Mapping[str, pa.Table], threads: int = 1) -> pa.Table:
    """The answer of DuckDB to `sql` over Arrow tables; nothing is fetched from the network.

    One thread takes the least CPU time, and the least time at all for a few thousand subjects.
    """
    try:
        with _database(threads, os.getpid()).cursor() as connection:
            for name, table in tables.items():
                connection.register(name, table)
            return connection.execute(sql).to_arrow_table()
    except Exception:
        _database.cache_clear()  # a fatal error spoils the whole database, for every later run
        raise


@cache
def _database(threads: int, process: int) -> DuckDBPyConnection:
    """An empty database in memory, opened once by each process: opening takes longer than a small run.

    A cursor of it is a connection of its own with its own tables, so threads do not meet.
    """
    import duckdb

    return duckdb.connect(config={**SETTINGS, "threads": threads})


def in_order(answers: pa.Table) -> pa.Table:
    """One row a subject, by their numbers: mostly they come so, and sorting is dearer than looking."""
    numbers_ = answers["subject"].to_numpy()
    if bool((numbers_[1:] > numbers_[:-1]).all()):
        return answers
    places = np.empty(len(numbers_), np.int64)
    # They follow upon the first, each once: no need to sort them.
    places[numbers_ - numbers_.min()] = np.arange(len(numbers_))
    return answers.take(
        pa.Array.from_buffers(pa.int64(), len(places), [None, pa.py_buffer(places)])
    )


def _repeated(value: pa.Scalar, length: int) -> pa.ChunkedArray:
    """The value so many times; held once for each so many rows, over and over the same."""
    chunk = pa.repeat(value, min(length, CHUNK))
    whole, rest = divmod(length, CHUNK)
    return pa.chunked_array([*[chunk] * whole, chunk.slice(0, rest)], type=value.type)


def _numbered(table: pa.Table, name: str) -> pa.Table:
    return table.append_column(name, numbers(len(table)))
