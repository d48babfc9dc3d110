"""Registers made to fit what a block declares: its columns, with their types, or the rows at fault."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa

from gevinst.engines.blockkit import arrays
from gevinst.engines.blockkit.columns import KINDS, schema
from gevinst.engines.blockkit.contract import RegisterFault, Registers, RegisterSpec, Text
from gevinst.engines.blockkit.registers.faults import fault, shown
from gevinst.engines.blockkit.registers.source import Source
from gevinst.engines.blockkit.registers.types_of import FAULTS, typed

ENDINGS = (".parquet", ".csv")
PLAIN = Source("table", described=False)
NAMED = 3
HEADS = re.compile(r"\d{6}-?\d{4}")
DECIMALS = (KINDS["money"], KINDS["decimal"])
NOTHING = Text("", "")
Fits = Callable[[pa.ChunkedArray], bool]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What values are to be, in words, how they are to be written, and whether those of a part are."""

    said: Text
    fits: Fits
    written: Text = NOTHING


def conforming(spec: RegisterSpec, registers: Registers) -> pa.Table:
    """The register's declared columns with their types; no rows for an optional one that is absent.

    Raises `RegisterFault`.
    """
    if spec.name not in registers:
        if spec.required:
            raise absent(spec, "det givne", "what is given")
        return arrays.table(spec.columns, [])
    table = registers[spec.name].table
    return with_types(spec, table.select(declared(spec, table.column_names, PLAIN)))


def with_types(spec: RegisterSpec, table: pa.Table, source: Source = PLAIN) -> pa.Table:
    """The table's columns as the declared types, read as the source writes them.

    Raises `RegisterFault` that names the first rows at fault.
    """
    columns = [
        _cast(spec, name, table[name], source)
        if name in table.column_names
        else _unknown(spec, name, table)
        for name in spec.columns
    ]
    return pa.table(columns, schema=schema(spec.columns))


def _unknown(spec: RegisterSpec, name: str, table: pa.Table) -> pa.ChunkedArray:
    return pa.chunked_array([pa.nulls(table.num_rows, KINDS[spec.columns[name]])])


def declared(spec: RegisterSpec, names: list[str], source: Source) -> list[str]:
    """The source's names of the columns to read, each of which is there once, but for optional ones that
    the source lacks. Raises `RegisterFault`."""
    may_lack = spec.optional - source.columns.keys()  # what is described is to be there
    without = {name for name in may_lack if source.named(name) not in names}
    given = [name for name in spec.columns if name not in source.constants]
    wanted = [source.named(name) for name in given if name not in without]
    if source.moment.kind == "column":
        wanted.append(source.moment.detail)
    for name in wanted:
        if names.count(name) != 1:
            raise _not_once(spec, name, names)
    return list(dict.fromkeys(wanted))


def absent(spec: RegisterSpec, where_da: str, where_en: str) -> RegisterFault:
    """The fault of a required register that is not there."""
    names = " eller ".join(f"{spec.name}{ending}" for ending in ENDINGS)
    return fault(
        spec.name,
        f"registret mangler i {where_da}; {names} ventes",
        f"the register is missing in {where_en}; expected {names.replace(' eller ', ' or ')}",
    )


def bad_rows(column: pa.ChunkedArray, fits: Fits, limit: int) -> list[int]:
    """The first `limit` rows, from 0, that do not fit; by halves, so that it costs as one more reading."""
    rows: list[int] = []
    start = 0
    while len(rows) < limit and start < len(column) and not fits(column.slice(start)):
        low, high = 0, len(column) - start
        while high - low > 1:
            middle = (low + high) // 2
            if fits(column.slice(start + low, middle - low)):
                low = middle
            else:
                high = middle
        rows.append(start + low)
        start += low + 1
    return rows


def at_fault(
    spec: RegisterSpec, source: Source, name: str, column: pa.ChunkedArray, wanted: Wanted
) -> RegisterFault:
    """The fault that names the first rows, from 1, and values of `column` that do not fit."""
    found = bad_rows(column, wanted.fits, NAMED + 1)
    called = name if source.named(name) == name else f"{name} ({source.named(name)})"
    da, en = f"{called} skal være {wanted.said.da}", f"{called} is to be {wanted.said.en}"
    if not found:
        return fault(spec.name, f"{da}, ikke {column.type}", f"{en}, not {column.type}")
    first, *others = found
    value = shown(spec, name, column[first])
    more_da, more_en = _others(spec, name, column, others)
    return fault(
        spec.name,
        f"række {first + 1}: {da}, ikke {value}{more_da}{wanted.written.da}",
        f"row {first + 1}: {en}, not {value}{more_en}{wanted.written.en}",
    )


def _others(
    spec: RegisterSpec, name: str, column: pa.ChunkedArray, rows: list[int]
) -> tuple[str, str]:
    if not rows:
        return "", ""
    named = ", ".join(f"{row + 1} ({shown(spec, name, column[row])})" for row in rows[: NAMED - 1])
    more = ("", "") if len(rows) < NAMED else (" og flere", " and more")
    return f"; også række {named}{more[0]}", f"; also row {named}{more[1]}"


def _not_once(spec: RegisterSpec, name: str, names: list[str]) -> RegisterFault:
    # Where a file has no head, its first row stands in for it.
    there = ", ".join(HEADS.sub("***", each) for each in names)
    if name in names:
        return fault(
            spec.name,
            f"kolonnen {name} står der mere end én gang: {there}",
            f"the column {name} stands there more than once: {there}",
        )
    return fault(
        spec.name,
        f"kolonnen {name} mangler; der er {there}",
        f"the column {name} is missing; there are {there}",
    )


def _cast(
    spec: RegisterSpec, name: str, column: pa.ChunkedArray, source: Source
) -> pa.ChunkedArray:
    kind = spec.columns[name]
    try:
        return typed(column, kind, source)
    except FAULTS as wrong:
        written = _written(kind, source) if source.described else NOTHING
        wanted = Wanted(Text(kind, kind), lambda part: _fits(part, kind, source), written)
        raise at_fault(spec, source, name, column, wanted) from wrong


def _written(kind: str, source: Source) -> Text:
    """How a described source is said to write values of that kind."""
    if kind == "date":
        listed = ", ".join(source.date_formats[: max(1, len(source.dates))])
        return Text(f"; datoer ventes som {listed}", f"; dates are expected as {listed}")
    if KINDS[kind] in DECIMALS:
        mark = repr(source.decimal)
        return Text(f"; decimaltegnet ventes at være {mark}", f"; the decimal mark is to be {mark}")
    return NOTHING


def _fits(part: pa.ChunkedArray, kind: str, source: Source) -> bool:
    try:
        typed(part, kind, source)
    except FAULTS:
        return False
    return True
