"""The portfolio as an Excel workbook whose sums are formulas."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from gevinst.features.benefits.queries.portfolio.portfolio import Portfolio

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet
from gevinst.features.benefits.web.portfolio.rows import EXPECTED, MEASURED, UNIT, head, lines

WIDTHS = (40, 24, 24, 14, 26, 24, 24, 24, 14, 16, 16, 12, 16, 12)


def workbook(found: Portfolio) -> bytes:
    """The rows as a table, and below it each unit's sums as formulas over it."""
    import xlsxwriter

    kept = BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(_("Benefits"))
    bold, money = (
        book.add_format({"bold": True, "bottom": 1}),
        book.add_format({"num_format": "#,##0.00"}),
    )
    percent, day = (
        book.add_format({"num_format": "0 %"}),
        book.add_format({"num_format": "yyyy-mm-dd"}),
    )
    for at, width in enumerate(WIDTHS):
        sheet.set_column(at, at, width)
    sheet.write_row(0, 0, head(), bold)
    sheet.freeze_panes(1, 1)
    formats = {EXPECTED: money, MEASURED: money, MEASURED + 1: percent, MEASURED + 2: day}
    rows = list(lines(found))
    for number, row in enumerate(rows, start=1):
        for at, value in enumerate(row):
            _write(sheet, number, at, value, formats.get(at))
    _sums(sheet, len(rows), sorted({str(row[UNIT]) for row in rows}), bold, money)
    book.close()
    return kept.getvalue()


def _write(sheet: Worksheet, row: int, column: int, value: Any, how: Any) -> None:
    if value is None or value == "":
        return
    if hasattr(value, "isoformat"):
        sheet.write_datetime(row, column, value, how)
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    else:
        sheet.write_number(row, column, value, how)


def _sums(sheet: Worksheet, count: int, units: list[str], bold: Any, money: Any) -> None:
    start, last = count + 2, count + 1
    for at, unit in enumerate(units):
        sheet.write_string(start + at, 0, _("Together"), bold)
        sheet.write_string(start + at, UNIT, unit, bold)
        for column, letter in ((EXPECTED, "J"), (MEASURED, "K")):
            area = f"${letter}$2:${letter}${last}"
            formula = f"=SUMIF($I$2:$I${last},I{start + at + 1},{area})"
            sheet.write_formula(start + at, column, formula, money)
