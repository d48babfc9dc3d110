"""The sheet of phasing in: the share of each line in each year, and the part of the parties seen."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _
from xlsxwriter.worksheet import Worksheet

from gevinst.engines.businesscase.calculus.shares import part
from gevinst.engines.businesscase.model.lines import Line
from gevinst.features.benefits.reporting.workbook.book import Book
from gevinst.features.benefits.reporting.workbook.layout import HEAD, YEARS, Layout
from gevinst.features.benefits.reporting.workbook.line_rows import (
    block_row,
    share_row,
    sheet_of_lines,
    write_labels,
)
from gevinst.features.benefits.reporting.workbook.terms import number

WITH = 3


def write_shares(book: Book) -> None:
    """How much of a year each line has, whether the reading has it, and the part of the parties seen."""
    layout = book.layout
    sheet = sheet_of_lines(book, layout.sheets.shares, _("1 is a full year, 0 none."))
    book.text(sheet, HEAD, WITH, _("In this reading"), "head_right")
    for place, line in enumerate(layout.case.lines):
        row = share_row(place) - 1
        write_labels(book, sheet, row, line)
        flags = [str(int(_has(layout, name, line))) for name in layout.readings]
        book.formula(sheet, row, WITH, layout.by_reading(flags), int(flags[0]), "number")
        for t, year in enumerate(layout.case.years):
            book.number(sheet, row, YEARS + t, line.when.get(year, Decimal(0)), "input")
    if layout.perspectives:
        _parts(book, sheet)


def _parts(book: Book, sheet: Worksheet) -> None:
    layout = book.layout
    book.text(
        sheet, block_row(layout, 1, 0) - 2, 0, _("Part that falls on the parties seen"), "part"
    )
    for place, line in enumerate(layout.case.lines):
        row = block_row(layout, 1, place) - 1
        write_labels(book, sheet, row, line)
        for t, year in enumerate(layout.case.years):
            held = [part(layout.case.under(name), line, year) for name in layout.readings]
            told = layout.by_reading([number(each) for each in held])
            book.formula(sheet, row, YEARS + t, told, held[0], "number")


def _has(layout: Layout, reading: str, line: Line) -> bool:
    return line.id in {each.id for each in layout.case.under(reading).lines}
