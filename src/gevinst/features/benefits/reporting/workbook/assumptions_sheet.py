"""The sheet of assumptions: inputs that may be changed, what follows from them, what each reading sets."""

from __future__ import annotations

from django.utils.translation import gettext as _
from xlsxwriter.worksheet import Worksheet

from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.features.benefits.charts.case_chart import reading_name
from gevinst.features.benefits.publishing.sources import source_words
from gevinst.features.benefits.publishing.units import unit_words
from gevinst.features.benefits.publishing.words import STATUSES, word
from gevinst.features.benefits.reporting.workbook.assumption_cells import (
    has_replaced,
    reading_column,
    write_cell,
)
from gevinst.features.benefits.reporting.workbook.book import Book
from gevinst.features.benefits.reporting.workbook.layout import (
    FIRST_ROW,
    GROWTH,
    HEAD,
    HIGH,
    LOW,
    NAME,
    SOURCE,
    STATUS,
    TITLE,
    UNIT,
    VALUE,
    YEARS,
)


def write_assumptions(book: Book) -> None:
    """One row an assumption; its value has a name, its years stand to the right where they differ."""
    layout = book.layout
    years = len(layout.case.years)
    widths = (20, 38, 18, 16, 12, 12, 10, 14, 44, 3, *[14] * years, 3, *[16] * len(layout.readings))
    sheet = book.sheet(layout.sheets.assumptions, widths, (FIRST_ROW, 2))
    book.text(sheet, 0, 0, layout.sheets.assumptions, "title")
    told = _("Yellow cells are yours to change. Everything else follows.")
    book.text(sheet, 1, 0, told, "plain")
    _head(book, sheet)
    for place, each in enumerate(layout.case.assumptions.values()):
        _row(book, sheet, FIRST_ROW + place, each)


def _head(book: Book, sheet: Worksheet) -> None:
    heads = {
        NAME: _("Name"),
        TITLE: _("Assumption"),
        UNIT: _("Unit"),
        VALUE: _("Value"),
        LOW: _("Low"),
        HIGH: _("High"),
        GROWTH: _("Growth a year"),
        STATUS: _("How known"),
        SOURCE: _("Source"),
    }
    for column, words in heads.items():
        book.text(sheet, HEAD, column, words, "head")
    for t, year in enumerate(book.layout.case.years):
        book.number(sheet, HEAD, YEARS + t, year, "year")
    if has_replaced(book):
        for at in range(len(book.layout.readings)):
            words = reading_name(at) or _("As it stands")
            book.text(sheet, HEAD, reading_column(book, at), words, "head")


def _row(book: Book, sheet: Worksheet, row: int, each: Assumption) -> None:
    book.text(sheet, row, NAME, book.layout.names[each.name])
    book.text(sheet, row, TITLE, each.title or each.name)
    book.text(sheet, row, UNIT, unit_words(each.unit))
    for column, bound in ((LOW, each.low), (HIGH, each.high)):
        if bound is not None:
            book.number(sheet, row, column, bound)
    if each.growth is not None:
        book.number(sheet, row, GROWTH, each.growth, "input_percent")
    book.text(sheet, row, STATUS, word(STATUSES, each.status))
    book.text(sheet, row, SOURCE, source_words(each.source))
    if book.layout.steady[each.name]:
        _steady(book, sheet, row, each)
    else:
        _by_year(book, sheet, row, each)


def _steady(book: Book, sheet: Worksheet, row: int, each: Assumption) -> None:
    write_cell(book, sheet, (row, VALUE), each, 0)
    name, place = book.layout.names[each.name], f"$D${row + 1}"
    book.workbook.define_name(name, f"='{book.layout.sheets.assumptions}'!{place}")


def _by_year(book: Book, sheet: Worksheet, row: int, each: Assumption) -> None:
    if each.value is not None:
        book.number(sheet, row, VALUE, each.value, "input")
    for t in range(len(book.layout.case.years)):
        write_cell(book, sheet, (row, YEARS + t), each, t)
