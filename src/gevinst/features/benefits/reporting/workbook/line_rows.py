"""Where the lines stand on their sheets: rows, heads and labels."""

from __future__ import annotations

from django.utils.translation import gettext as _
from xlsxwriter.worksheet import Worksheet

from gevinst.engines.businesscase.model.lines import Line
from gevinst.features.benefits.publishing.words import STATUSES, word
from gevinst.features.benefits.reporting.workbook.book import Book
from gevinst.features.benefits.reporting.workbook.layout import FIRST_ROW, HEAD, YEARS, Layout

SCENARIO = 2
KNOWN = 8
GAP = 3
SIDES = {"0": "0", "1": "1", "both": "0 + 1"}


def share_row(place: int) -> int:
    """The row, as Excel counts it, of the nth line's phasing in, and of its DKK on the sheet of lines."""
    return FIRST_ROW + place + 1


def block_row(layout: Layout, block: int, place: int) -> int:
    """The row, as Excel counts it, of the nth line in the nth block of a sheet (counted from 0)."""
    return share_row(place) + block * (len(layout.case.lines) + GAP)


def sheet_of_lines(book: Book, name: str, told: str) -> Worksheet:
    """A sheet with a row for each line and a column for each year; `told` says what its numbers are."""
    widths = (16, 44, 10, 14, 3, 3, 3, 3, 14, 3, *[15] * len(book.layout.case.years))
    sheet = book.sheet(name, widths, (FIRST_ROW, 2))
    book.text(sheet, 0, 0, name, "title")
    book.text(sheet, 1, 0, told, "plain")
    for column, words in ((0, _("Name")), (1, _("Line")), (SCENARIO, _("Scenario"))):
        book.text(sheet, HEAD, column, words, "head")
    for t, year in enumerate(book.layout.case.years):
        book.number(sheet, HEAD, YEARS + t, year, "year")
    return sheet


def write_labels(book: Book, sheet: Worksheet, row: int, line: Line) -> None:
    """What a row is of: the line's name, title, scenario and status."""
    book.text(sheet, row, 0, line.id)
    book.text(sheet, row, 1, line.title)
    book.text(sheet, row, SCENARIO, SIDES.get(line.scenario, _("benefit")))
    book.text(sheet, row, KNOWN, word(STATUSES, line.status))
