"""The registers as DuckDB tables with their rows numbered, and rows of them as masked examples."""

# ruff: noqa: S608  (names come from the manifest and are quoted; no value is put into SQL)

from __future__ import annotations

from collections.abc import Iterable
from types import TracebackType
from typing import Any

import pyarrow as pa

from gevinst.engines.blockkit import arrays
from gevinst.engines.blockkit.contract import Manifest, Registers, RegisterSpec
from gevinst.engines.blockkit.registers.fitting import conforming
from gevinst.engines.identifiers import mask_all, mask_cpr

ROW = '"#"'
EXAMPLES = 3
Rows = list[tuple[Any, ...]]


class Tables:
    """A DuckDB session over the registers that are there; to be used in a `with`."""

    def __init__(self, registers: Registers, manifest: Manifest) -> None:
        import duckdb

        self.specs = tuple(spec for spec in manifest.registers if spec.name in registers)
        self._session = duckdb.connect(
            config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
        )
        for spec in self.specs:
            self._session.register(spec.name, _numbered(conforming(spec, registers)))

    def __enter__(self) -> Tables:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._session.close()

    def rows(self, sql: str) -> Rows:
        """What the query answers."""
        return self._session.execute(sql).fetchall()

    def found(
        self, spec: RegisterSpec, relation: str, columns: Iterable[str]
    ) -> tuple[int, tuple[str, ...]]:
        """How many rows the relation has, and the first of them with those columns as examples.

        `relation` stands after FROM and has the columns and the row's number, `"#"`.
        """
        shown = list(columns)
        listed = ", ".join([ROW, *(quoted(name) for name in shown)])
        [(count,)] = self.rows(f"SELECT count(*) FROM {relation}")
        if not count:
            return 0, ()
        first = self.rows(f"SELECT {listed} FROM {relation} ORDER BY {ROW} LIMIT {EXAMPLES}")
        return count, tuple(_example(spec, shown, row) for row in first)


def quoted(name: str) -> str:
    """The name as SQL takes it.

    >>> quoted('a"b')
    '"a""b"'
    """
    return '"' + name.replace('"', '""') + '"'


def masked(spec: RegisterSpec, column: str, value: object) -> str:
    """The value as it may be shown; "–" for an unknown one."""
    if value is None:
        return "–"
    return mask_cpr(str(value)) if column in spec.personal else mask_all(str(value))


def _numbered(table: pa.Table) -> pa.Table:
    return table.append_column("#", arrays.numbers(table.num_rows))


def _example(spec: RegisterSpec, columns: list[str], row: tuple[Any, ...]) -> str:
    number, *values = row
    pairs = zip(columns, values, strict=True)
    said = ", ".join(f"{name}={masked(spec, name, value)}" for name, value in pairs)
    return f"#{number + 1}: {said}"
