"""The rows of a workbook, one at a time; a formula without a result is told apart from an empty cell."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from gevinst.engines.exchange.processes import FileFault

MOST_UNPACKED = 500 * 1024 * 1024
MOST_COLUMNS = 500
MARKS = (b"<f>", b"<f ", b"<x:f")
ERRORS = frozenset({"#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!"})
Cells = tuple[Any, ...]


class Formula(str):
    """A formula that nobody has worked out, or whose result is an error: its text."""

    __slots__ = ()


@contextmanager
def rows(content: bytes, sheet: str = "") -> Iterator[Iterator[Cells]]:
    """The rows of the named sheet, else of the first; a formula is its last result, else a `Formula`.

    Raises `FileFault`: "not-a-workbook", "too-large".
    """
    formulas = _check(content)
    with _page(content, sheet, values=True) as values:
        if not formulas:
            yield (tuple(map(_value, row)) for row in values)
            return
        with _page(content, sheet, values=False) as written:
            yield (_worked_out(*pair) for pair in zip(values, written, strict=False))


def _worked_out(values: Cells, written: Cells) -> Cells:
    return tuple(
        Formula(text) if value is None and text is not None else _value(value)
        for value, text in zip(values, written, strict=False)
    )


def _value(value: Any) -> Any:
    return Formula(value) if isinstance(value, str) and value in ERRORS else value


@contextmanager
def _page(content: bytes, sheet: str, *, values: bool) -> Iterator[Iterator[Cells]]:
    import openpyxl  # heavy: only whoever reads a workbook needs it

    try:
        book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=values)
        page = book[sheet] if sheet in book.sheetnames else book.worksheets[0]
        page.reset_dimensions()
        found = page.iter_rows(values_only=True, max_col=MOST_COLUMNS)
    except Exception as fault:  # openpyxl raises whatever its parts do
        raise FileFault("not-a-workbook", type(fault).__name__) from fault
    try:
        yield found
    finally:
        book.close()


def _check(content: bytes) -> bool:
    """Whether there are formulas. A workbook that unpacks to more than is sensible is not read."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            parts = packed.infolist()
            if sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise FileFault("too-large", "zip")
            sheets = [part for part in parts if part.filename.startswith("xl/worksheets/sheet")]
            return any(_has_formula(packed, part) for part in sheets)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, OSError) as fault:
        raise FileFault("not-a-workbook", "zip") from fault


def _has_formula(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    before = b""
    with packed.open(part) as stream:
        while chunk := stream.read(1 << 20):
            if any(mark in before + chunk for mark in MARKS):
                return True
            before = chunk[-8:]
    return False
