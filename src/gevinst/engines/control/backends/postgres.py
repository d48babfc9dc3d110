"""Rules on PostgreSQL: temporary tables, filled by the column, seen by nobody else and gone afterwards."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.control.backends.answers import answer_schema, as_answered
from gevinst.engines.control.backends.engine import EngineFault
from gevinst.engines.control.backends.parquet import ParquetTable
from gevinst.engines.control.backends.slices import numbered, part, quoted
from gevinst.engines.control.model import ROW, Kinds
from gevinst.engines.control.plan import Plan
from gevinst.engines.control.sql import SUBJECTS
from gevinst.engines.control.told import subject_columns, told_schema, told_sql

# Texts are compared byte by byte, as DuckDB does, whatever the language of the database.
TYPES = {
    "str": 'text COLLATE "C"', "int": "bigint", "date": "date",
    "money": "numeric(15, 2)", "decimal": "numeric(15, 6)",
}  # fmt: skip
SETTINGS = ("SET jit = off", "SET work_mem = '128MB'", "SET client_min_messages = warning")
EDITS = Path(__file__).with_name("edit_distance.sql")


@dataclass(frozen=True, slots=True)
class Postgres:
    """The engine in the database at `address`; for files so many subjects at once."""

    address: str = field(repr=False)
    slice_rows: int = 200_000

    def run(
        self,
        plan: Plan,
        subjects: pa.Table,
        registers: Mapping[str, pa.Table],
        parameters: Mapping[str, object],
    ) -> pa.Table:
        """As `Engine.run`. Raises `EngineFault`."""
        tables = plan.tables(subjects, registers, parameters)
        with self._cursor() as cursor:
            _create(cursor, SUBJECTS, plan.columns, "subject")
            _fill(cursor, SUBJECTS, tables[SUBJECTS].select([*plan.columns, "subject"]))
            for name, columns in plan.reads.items():
                _create(cursor, name, columns, ROW)
                _fill(cursor, name, tables[name].select([*columns, ROW]))
            answers = _asked(cursor, plan.sql_for("postgres"))
        return as_answered(answers, answer_schema(plan))

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
        """As `Engine.write`. Raises `EngineFault`."""
        sql, own = told_sql(plan, parameters, "postgres", stale), subject_columns(plan)
        with self._cursor() as cursor:
            for name, columns in plan.reads.items():
                _create(cursor, name, columns, ROW)
                for first, table in registers[name].slices(self.slice_rows):
                    _fill(cursor, name, numbered(table.select(list(columns)), ROW, first))
            _create(cursor, SUBJECTS, own, "subject")
            for place, (first, table) in enumerate(subjects.slices(self.slice_rows)):
                cursor.execute(f"TRUNCATE {SUBJECTS}")
                _fill(cursor, SUBJECTS, numbered(table.select(list(own)), "subject", first))
                part(as_answered(_asked(cursor, sql), told_schema(plan)), out, place)

    @contextmanager
    def _cursor(self) -> Iterator[Any]:
        """A cursor whose work is undone at the end. Its faults repeat neither address nor data."""
        from adbc_driver_postgresql import dbapi  # type: ignore[import-untyped]

        try:
            connection = dbapi.connect(self.address)
        except (dbapi.Error, OSError):
            raise EngineFault(NO_CONNECTION) from None
        try:
            with connection, connection.cursor() as cursor:
                for setting in (*SETTINGS, EDITS.read_text(encoding="utf-8")):
                    cursor.execute(setting)
                yield cursor
                connection.rollback()
        except dbapi.Error as fault:
            raise EngineFault(_refused(getattr(fault, "sqlstate", None))) from None


NO_CONNECTION = Text(
    "PostgreSQL: der er ingen forbindelse til databasen",
    "PostgreSQL: there is no connection to the database",
)


def _refused(state: str | None) -> Text:
    return Text(
        f"PostgreSQL afviste spørgsmålet (SQLSTATE {state})",
        f"PostgreSQL refused the question (SQLSTATE {state})",
    )


def _create(cursor: Any, name: str, columns: Kinds, number: str) -> None:
    listed = ", ".join(f"{quoted(column)} {TYPES[kind]}" for column, kind in columns.items())
    cursor.execute(f"CREATE TEMPORARY TABLE {quoted(name)} ({listed}, {quoted(number)} integer)")


def _fill(cursor: Any, name: str, rows: pa.Table) -> None:
    if len(rows):
        cursor.adbc_ingest(name, rows, mode="append", temporary=True)
    cursor.execute(f"ANALYZE {quoted(name)}")


def _asked(cursor: Any, sql: str) -> pa.Table:
    cursor.execute(sql.replace("LEVENSHTEIN(", "pg_temp.edit_distance("))
    return cursor.fetch_arrow_table()
