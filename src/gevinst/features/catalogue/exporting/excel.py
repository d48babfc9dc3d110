"""A workbook of processes, written row by row: what is text stays text, whatever it looks like."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from tempfile import NamedTemporaryFile
from typing import IO, Any

from django.utils import timezone
from django.utils.translation import gettext as _

# What Excel holds in a cell.
LONGEST = 32_767
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
WIDE, NARROW = 30, 14


def workbook(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> IO[bytes]:
    """The open file of the workbook; it is deleted when it is closed."""
    from xlsxwriter import Workbook

    kept = NamedTemporaryFile(suffix=".xlsx")  # noqa: SIM115 - whoever sends it closes it
    with Workbook(kept.name, OPTIONS) as book:
        book.set_properties({"title": _("Processes"), "author": "Gevinst"})
        sheet = book.add_worksheet(_("Processes"))
        _write(book, sheet, head, rows)
    kept.seek(0)
    return kept


def _write(book: Any, sheet: Any, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    formats: dict[type, Any] = {
        date: book.add_format({"num_format": "yyyy-mm-dd"}),
        datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
    }
    sheet.freeze_panes(1, 3)
    sheet.set_column(0, 0, NARROW)
    sheet.set_column(1, len(head) - 1, WIDE)
    sheet.write_row(0, 0, head, bold)
    last = 0
    for last, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            _cell(sheet, (last, column), value, formats)
    sheet.autofilter(0, 0, last, len(head) - 1)


def _cell(sheet: Any, at: tuple[int, int], value: Any, formats: dict[type, Any]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, datetime):
        local = timezone.localtime(value).replace(tzinfo=None)
        sheet.write_datetime(*at, local, formats[datetime])
    elif isinstance(value, date):
        sheet.write_datetime(*at, value, formats[date])
    elif isinstance(value, int | Decimal):
        sheet.write_number(*at, value)
    else:
        sheet.write_string(*at, str(value)[:LONGEST])
