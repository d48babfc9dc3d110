"""The first sheet: what the case is, which reading is chosen, what it comes to, and the curves."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from xlsxwriter.worksheet import Worksheet

from gevinst.features.benefits.charts.case_chart import reading_name
from gevinst.features.benefits.reporting.workbook.book import Book
from gevinst.features.benefits.reporting.workbook.indicator_formulas import SHOWN, indicator_words
from gevinst.features.benefits.reporting.workbook.names import READING
from gevinst.features.benefits.reporting.workbook.overview_charts import draw_curves
from gevinst.features.benefits.reporting.workbook.result_places import check_row, first_indicator
from gevinst.features.benefits.reporting.workbook.rows import ResultRows

CHOICE_ROW = 5
RESULTS_ROW = 7


def begin_overview(book: Book) -> Worksheet:
    """The sheet, first in the book, with the cell in which the reading is chosen."""
    sheet = book.sheet(book.layout.sheets.overview, (4, 46, 20, 16, 12, 12, 12, 12, 12), (0, 0))
    case = book.layout.case
    book.text(sheet, 0, 1, case.title, "title")
    book.text(sheet, 1, 1, " · ".join([*case.authorities, f"{case.first}–{case.last}"]))
    book.text(
        sheet,
        2,
        1,
        _("Worked out by Gevinst. Every sum is a formula: change a yellow cell and see."),
    )
    book.text(sheet, CHOICE_ROW, 1, _("Reading (0 is the case as it stands)"), "part")
    book.number(sheet, CHOICE_ROW, 2, 0, "input")
    place = f"='{book.layout.sheets.overview}'!$C${CHOICE_ROW + 1}"
    book.workbook.define_name(READING, place)
    last = len(book.layout.readings) - 1
    allowed: dict[str, Any] = {"validate": "integer", "criteria": "between"}
    sheet.data_validation(CHOICE_ROW, 2, CHOICE_ROW, 2, {**allowed, "minimum": 0, "maximum": last})
    return sheet


def finish_overview(book: Book, sheet: Worksheet, rows: ResultRows) -> None:
    """The indicators, the check, the readings, the notes and the charts."""
    at = RESULTS_ROW
    known, words = book.engine.indicators(), indicator_words()
    result = book.layout.sheets.result
    book.text(sheet, at, 1, _("What the case comes to"), "head")
    book.text(sheet, at, 2, "", "head")
    for place, (key, how) in enumerate(SHOWN.items()):
        row = at + 1 + place
        book.text(sheet, row, 1, words[key])
        value = known[key]
        told = f"'{result}'!D{first_indicator(rows) + place}"
        book.formula(sheet, row, 2, told, "" if value is None else value, how)
    row = at + 2 + len(SHOWN)
    book.text(sheet, row, 1, _("Largest difference to Gevinst (must be 0)"), "sum_text")
    book.formula(sheet, row, 2, _largest_gap(book, rows), 0, "sum")
    row = _readings(book, sheet, row + 2)
    row = _notes(book, sheet, row)
    draw_curves(book, sheet, rows)


def _largest_gap(book: Book, rows: ResultRows) -> str:
    result, last = book.layout.sheets.result, len(book.layout.case.years) - 1
    row = check_row(rows)
    cells = f"'{result}'!{book.layout.column(0)}{row}:{book.layout.column(last)}{row}"
    first = first_indicator(rows)
    below = f"'{result}'!F{first}:F{first + len(SHOWN) - 1}"
    return f"MAX(MAX({cells}),-MIN({cells}),MAX({below}),-MIN({below}))"


def _readings(book: Book, sheet: Worksheet, row: int) -> int:
    if len(book.layout.readings) == 1:
        return row
    book.text(sheet, row, 1, _("The readings"), "part")
    for at, name in enumerate(book.layout.readings):
        title = book.layout.case.readings[name].title if name else _("As the case stands")
        told = f"{reading_name(at)}: {title}" if name else title
        book.number(sheet, row + 1 + at, 0, at, "plain_year")
        book.text(sheet, row + 1 + at, 1, told, "text")
    return row + 2 + len(book.layout.readings)


def _notes(book: Book, sheet: Worksheet, row: int) -> int:
    if not book.notes:
        return row
    book.text(sheet, row, 1, _("What Excel does not work out itself"), "part")
    for place, told in enumerate(book.notes, row + 1):
        book.text(sheet, place, 1, told, "text")
    return row + 2 + len(book.notes)
