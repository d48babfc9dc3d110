"""Excel sheets, their cells turned to text as the source writes it: a sheet has at most a million rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import pyarrow as pa

from gevinst.engines.blockkit import arrays
from gevinst.engines.blockkit.contract import RegisterSpec
from gevinst.engines.blockkit.registers.delimited import Choose
from gevinst.engines.blockkit.registers.faults import fault, unreadable
from gevinst.engines.blockkit.registers.source import Source

ERRORS = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"}
Row = tuple[Any, ...]


def read_excel(spec: RegisterSpec, source: Source, file: Path, choose: Choose) -> pa.Table:
    """The columns that `choose` names of those in the head, as text. Raises `RegisterFault`."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(file, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError) as wrong:
        raise unreadable(spec.name, file.name, type(wrong).__name__) from None
    try:
        sheet = _sheet(spec, source, file, book)
        sheet.reset_dimensions()  # some programs write them wrong
        rows = sheet.iter_rows(min_row=source.header_row, values_only=True)
        head = [_text(cell, source) or "" for cell in next(rows, ())]
        names = [name.strip() for name in head]
        return _table(spec, source, names, choose(names), rows)
    finally:
        book.close()


def _sheet(spec: RegisterSpec, source: Source, file: Path, book: Any) -> Any:
    if not source.sheet:
        return book.worksheets[0]
    if source.sheet not in book.sheetnames:
        there = ", ".join(book.sheetnames)
        raise fault(
            spec.name,
            f"{file.name} har intet ark {source.sheet!r}; der er {there}",
            f"{file.name} has no sheet {source.sheet!r}; there are {there}",
        )
    return book[source.sheet]


def _table(
    spec: RegisterSpec, source: Source, names: list[str], wanted: list[str], rows: Iterator[Row]
) -> pa.Table:
    places = [names.index(name) for name in wanted]
    columns: list[list[str | None]] = [[] for _ in wanted]
    for number, row in enumerate(rows, source.header_row + 1):
        cells = [row[place] if place < len(row) else None for place in places]
        if all(cell is None for cell in row):
            continue
        for name, column, cell in zip(wanted, columns, cells, strict=True):
            if cell in ERRORS:
                raise fault(
                    spec.name,
                    f"arkets række {number}: {name} er en fejl, {cell}",
                    f"row {number} of the sheet: {name} is an error, {cell}",
                )
            column.append(_text(cell, source))
    made = [arrays.column("str", column) for column in columns]
    return pa.Table.from_arrays(made, names=wanted)


def _text(cell: Any, source: Source) -> str | None:
    """A cell as the source writes it: dates as ISO 8601, numbers with its decimal mark."""
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, datetime):
        return str(cell.date()) if cell.time() == time() else cell.isoformat(" ", "seconds")
    if isinstance(cell, float):
        plain = format(Decimal(repr(cell)), "f")
        return plain.removesuffix(".0").replace(".", source.decimal)
    return str(cell)
