"""Rules on DuckDB, inside this process: tables in memory at once, files slice by slice."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from gevinst.engines.control.backends.parquet import ParquetTable
from gevinst.engines.control.backends.slices import numbered, part, quoted, text
from gevinst.engines.control.plan import SETTINGS, Plan
from gevinst.engines.control.sql import SUBJECTS
from gevinst.engines.control.told import subject_columns, told_schema, told_sql

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class DuckDb:
    """The default engine. For files: so many subjects at once, and so much memory for DuckDB itself, beyond
    which it writes to a temporary folder beside the answers."""

    threads: int = 1
    slice_rows: int = 150_000
    memory: str = "400MB"

    def run(
        self,
        plan: Plan,
        subjects: pa.Table,
        registers: Mapping[str, pa.Table],
        parameters: Mapping[str, object],
    ) -> pa.Table:
        """As `Engine.run`."""
        return plan.run(subjects, registers, parameters, self.threads)

    def write(
        self,
        plan: Plan,
        subjects: ParquetTable,
        registers: Mapping[str, ParquetTable],
        parameters: Mapping[str, object],
        out: Path,
        *,
        stale: Collection[str] = (),
    ) -> None:
        """As `Engine.write`: each slice is held against the registers' files, which are never loaded."""
        sql, columns = told_sql(plan, parameters, "duckdb", stale), list(subject_columns(plan))
        with tempfile.TemporaryDirectory(dir=out) as spilled, self._opened(spilled) as connection:
            for name, columns_ in plan.reads.items():
                connection.execute(_view(name, registers[name], list(columns_)))
            for place, (first, table) in enumerate(subjects.slices(self.slice_rows)):
                rows = numbered(table.select(columns), "subject", first)
                answers = _asked(connection, sql, rows)
                part(answers.cast(told_schema(plan)), out, place)
                del table, rows, answers
                pa.default_memory_pool().release_unused()

    def _opened(self, spilled: str) -> DuckDBPyConnection:
        import duckdb

        connection = duckdb.connect(config={**SETTINGS, "threads": self.threads})
        connection.execute(f"SET memory_limit = '{self.memory}'")
        connection.execute(f"SET temp_directory = {text(spilled)}")
        connection.execute("SET preserve_insertion_order = false")
        return connection


def _asked(connection: DuckDBPyConnection, sql: str, rows: pa.Table) -> pa.Table:
    """The answers about one slice. It is a table of DuckDB's own, so that it knows how few they are."""
    connection.register("slice", rows)
    connection.execute(f"CREATE OR REPLACE TABLE {SUBJECTS} AS FROM slice")
    connection.unregister("slice")
    return connection.execute(sql).to_arrow_table().sort_by("subject")


def _view(name: str, table: ParquetTable, columns: list[str]) -> str:
    """The files as one table, its rows numbered from 0 over them all."""
    listed = ", ".join(quoted(column) for column in columns)
    parts = [
        f"FROM read_parquet({text(str(file))}, file_row_number = true)"
        f" SELECT {listed}, (file_row_number + {first})::INTEGER AS row"
        for file, first, _ in table.parts()
    ]
    return f"CREATE VIEW {quoted(name)} AS {' UNION ALL '.join(parts)}"
