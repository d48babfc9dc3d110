"""Rows of decisions as an Excel workbook, a Parquet file or CSV, written as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from gevinst.features.operations.queries.decision_rows import COLUMNS, Column, Value
from gevinst.shared.spreadsheet import cell

if TYPE_CHECKING:
    import pyarrow as pa

Rows = Iterable[Sequence[Value]]
FORMATS = {
    "day": "dd-mm-yyyy",
    "moment": "dd-mm-yyyy hh:mm",
    "amount": "#,##0.00",
    "number": "#,##0.00",
    "whole": "0",
}
AT_A_TIME = 5000
# What one sheet of a workbook holds, its heading with it.
SHEET_ROWS = 1_048_576
DIGITS, DECIMALS = 18, 2


def write_xlsx(rows: Rows, out: BinaryIO) -> None:
    """A workbook with typed columns, a frozen heading and filters; one more sheet each million rows.

    Texts are texts: nothing in them is ever computed or made a link.
    """
    import xlsxwriter

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
        "remove_timezone": True,
    }
    book = xlsxwriter.Workbook(out, options)
    formats = {kind: book.add_format({"num_format": shown}) for kind, shown in FORMATS.items()}
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    stream, number = iter(rows), 0
    while True:
        number += 1
        chunk = islice(stream, SHEET_ROWS - 1)
        written = _sheet(book.add_worksheet(f"Afgørelser {number}"), chunk, formats, bold)
        if written < SHEET_ROWS - 1:
            break
    book.close()


def _sheet(sheet: Any, rows: Rows, formats: dict[str, Any], bold: Any) -> int:
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.title, bold)
    sheet.freeze_panes(1, 0)
    count = 0
    for count, row in enumerate(rows, 1):
        for place, (column, value) in enumerate(zip(COLUMNS, row, strict=True)):
            _cell(sheet, count, place, value, formats.get(column.kind))
    sheet.autofilter(0, 0, count, len(COLUMNS) - 1)
    return count


def _cell(sheet: Any, row: int, place: int, value: Value, shown: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, (datetime, date)):
        sheet.write_datetime(row, place, value, shown)
    elif isinstance(value, (int, Decimal)):
        sheet.write_number(row, place, value, shown)
    else:
        sheet.write_string(row, place, value)


def write_parquet(rows: Rows, out: BinaryIO) -> None:
    """A Parquet file with a type each column, a row group each some thousand rows; the same names as CSV."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(column.name, _type(column)) for column in COLUMNS])
    stream = iter(rows)
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        while chunk := list(islice(stream, AT_A_TIME)):
            columns = zip(*chunk, strict=True)
            arrays = [
                pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))


def _type(column: Column) -> pa.DataType:
    import pyarrow as pa

    amount = pa.decimal128(DIGITS, DECIMALS)
    kinds = {
        "whole": pa.int64(),
        "amount": amount,
        "number": amount,
        "day": pa.date32(),
        "moment": pa.timestamp("us", tz="Europe/Copenhagen"),
    }
    return kinds.get(column.kind, pa.string())


def write_csv(rows: Rows, out: BinaryIO) -> None:
    """CSV as a Danish spreadsheet opens it: semicolons, decimal commas, a byte order mark."""
    for line in csv_lines(rows):
        out.write(line.encode())


def csv_lines(rows: Rows) -> Iterator[str]:
    """The lines of the CSV file as they come."""
    import csv

    writer = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n")
    yield "\ufeff" + str(writer.writerow([column.title for column in COLUMNS]))
    for row in rows:
        yield str(writer.writerow([cell(value) for value in row]))


class _Echo:
    """A file that hands back what is written to it, so that rows stream."""

    def write(self, text: str) -> str:
        return text


WRITERS: dict[str, Callable[[Rows, BinaryIO], None]] = {
    "xlsx": write_xlsx,
    "parquet": write_parquet,
    "csv": write_csv,
}
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
    "csv": "text/csv; charset=utf-8",
}


def write_file(rows: Rows, kind: str, path: Path) -> None:
    """The file at `path`, whole or not at all. `kind` is one of `WRITERS`. Raises OSError."""
    draft = path.with_name(f".{path.name}.draft")
    try:
        with draft.open("wb") as out:
            WRITERS[kind](rows, out)
        draft.replace(path)
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()
