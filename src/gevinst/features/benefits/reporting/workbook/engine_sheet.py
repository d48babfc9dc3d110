"""The sheet of what the engine comes to under each reading, to be checked against."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.benefits.charts.case_chart import reading_name
from gevinst.features.benefits.reporting.workbook.book import Book
from gevinst.features.benefits.reporting.workbook.layout import FIRST_ROW, HEAD, YEARS
from gevinst.features.benefits.reporting.workbook.names import READING
from gevinst.features.benefits.reporting.workbook.result_places import (
    engine_row,
)


def write_engine(book: Book) -> None:
    """What the engine comes to under each reading, by year: numbers, to be checked against."""
    layout = book.layout
    widths = (30, 60, 3, 18, 3, 3, 3, 3, 3, 3, *[15] * len(layout.case.years))
    sheet = book.sheet(layout.sheets.engine, widths, (FIRST_ROW, 2))
    book.text(sheet, 0, 0, layout.sheets.engine, "title")
    told = _("The net of each year as Gevinst works it out; %(name)s chooses among the rows.")
    book.text(sheet, 1, 0, told % {"name": READING})
    for t, year in enumerate(layout.case.years):
        book.number(sheet, HEAD, YEARS + t, year, "year")
    for at, result in enumerate(book.engine.results):
        row = engine_row(at) - 1
        name = layout.readings[at]
        title = layout.case.readings[name].title if name else _("As the case stands")
        book.text(sheet, row, 0, reading_name(at) or "0")
        book.text(sheet, row, 1, title)
        for t, value in enumerate(result.net):
            book.number(sheet, row, YEARS + t, value, "amount")
