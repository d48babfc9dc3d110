"""The sheet of results: gains, costs and net by year, the indicators, the check against the engine."""

from __future__ import annotations

from django.utils.translation import gettext as _
from xlsxwriter.worksheet import Worksheet

from gevinst.features.benefits.reporting.workbook.book import Book
from gevinst.features.benefits.reporting.workbook.indicators_block import write_indicators
from gevinst.features.benefits.reporting.workbook.layout import FIRST_ROW, HEAD, YEARS
from gevinst.features.benefits.reporting.workbook.result_places import (
    check_row,
    engine_row,
)
from gevinst.features.benefits.reporting.workbook.result_rows import result_rows
from gevinst.features.benefits.reporting.workbook.rows import ResultRows


def write_result(book: Book) -> ResultRows:
    """The rows by year, and below them the indicators; the rows are given back for charts and checks."""
    layout, rows = book.layout, result_rows(book.layout, book.engine)
    years = len(layout.case.years)
    widths = (4, 50, 3, 18, 18, 14, 3, 3, 3, 3, *[15] * years)
    sheet = book.sheet(layout.sheets.result, widths, (FIRST_ROW, 2))
    book.text(sheet, 0, 0, layout.sheets.result, "title")
    book.text(sheet, 1, 0, _("DKK in prices of %(year)s") % {"year": layout.case.price_year})
    for t, year in enumerate(layout.case.years):
        book.number(sheet, HEAD, YEARS + t, year, "year")
    for place, row in enumerate(rows.rows):
        at = FIRST_ROW + place
        book.text(sheet, at, 1, row.label, "sum_text" if row.how == "sum" else "plain")
        for t, value in enumerate(row.values):
            if row.typed:
                book.number(sheet, at, YEARS + t, value, row.how)
            else:
                book.formula(sheet, at, YEARS + t, row.formulas(t), value, row.how)
    _years_checked(book, sheet, rows)
    write_indicators(book, sheet, rows)
    return rows


def _years_checked(book: Book, sheet: Worksheet, rows: ResultRows) -> None:
    layout, row = book.layout, check_row(rows) - 1
    book.text(sheet, row - 1, 1, _("Net of the year by Gevinst"))
    book.text(sheet, row, 1, _("Difference (must be 0)"))
    for t in range(len(layout.case.years)):
        told = [
            layout.cell(layout.sheets.engine, engine_row(at), t)
            for at in range(len(layout.readings))
        ]
        value = book.engine.results[0].net[t]
        book.formula(sheet, row - 1, YEARS + t, layout.by_reading(told), value)
        above = f"{layout.column(t)}{row}"
        gap = f"ROUND({rows.at('net', t)}-{above},2)"
        book.formula(sheet, row, YEARS + t, gap, 0, "check")
