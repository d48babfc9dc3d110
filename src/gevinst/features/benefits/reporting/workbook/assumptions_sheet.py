"""The sheet of assumptions: inputs that may be changed, what follows from them, what each reading sets."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from gevinst.engines.businesscase.calculus.values import nearest
from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.features.benefits.charts.case_chart import reading_name
from gevinst.features.benefits.publishing.sources import source_words
from gevinst.features.benefits.publishing.units import unit_words
from gevinst.features.benefits.publishing.words import STATUSES, word
from gevinst.features.benefits.reporting.workbook.book import Book
from gevinst.features.benefits.reporting.workbook.drivers import number
from gevinst.features.benefits.reporting.workbook.formula import Untranslatable, excel
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
    if _replaced(book):
        for at in range(len(book.layout.readings)):
            words = reading_name(at) or _("As it stands")
            book.text(sheet, HEAD, _reading_column(book, at), words, "head")


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
    _cell(book, sheet, (row, VALUE), each, 0)
    name, place = book.layout.names[each.name], f"$D${row + 1}"
    book.workbook.define_name(name, f"='{book.layout.sheets.assumptions}'!{place}")


def _by_year(book: Book, sheet: Worksheet, row: int, each: Assumption) -> None:
    if each.value is not None:
        book.number(sheet, row, VALUE, each.value, "input")
    for t in range(len(book.layout.case.years)):
        _cell(book, sheet, (row, YEARS + t), each, t)


def _own(book: Book, each: Assumption, t: int) -> str | Decimal:
    """What the assumption is in a year as the case stands: an input, or a formula."""
    year = book.layout.case.first + t
    if each.by_year:
        return nearest(each.by_year, year)
    if each.formula is not None:
        try:
            return excel(each.formula, lambda name: book.layout.assumption(name, t))
        except Untranslatable:
            told = _("%(name)s cannot be said in Excel; its number is Gevinst's: %(formula)s")
            book.notes.append(
                told % {"name": each.title or each.name, "formula": each.formula.text}
            )
            return book.engine.value(each.name, t)
    return each.likely


def _cell(book: Book, sheet: Worksheet, at: tuple[int, int], each: Assumption, t: int) -> None:
    """An input, a formula, or the choice among readings where one of them sets another value."""
    value, told = book.engine.value(each.name, t), _own(book, each, t)
    if each.growth is not None:
        told = f"$D{at[0] + 1}{_growth(each, at[0], t)}"
    sets = [book.layout.case.readings[name].assumptions for name in book.layout.readings[1:]]
    if any(each.name in given for given in sets):
        # One column of a reading cannot hold a value for each year: those stand in the choice itself.
        base = number(told) if each.by_year and isinstance(told, Decimal) else told
        choices = _choices(book, sheet, at[0], each, base)
        grown = [choices[0], *(f"{one}{_growth(each, at[0], t)}" for one in choices[1:])]
        kept = [
            choices[0] if one == choices[0] else more
            for one, more in zip(choices, grown, strict=True)
        ]
        book.formula(sheet, *at, book.layout.by_reading(kept), value, "number")
    elif isinstance(told, Decimal):
        book.number(sheet, *at, told, "input")
    else:
        book.formula(sheet, *at, told, value, "number")


def _choices(
    book: Book, sheet: Worksheet, row: int, each: Assumption, base: str | Decimal
) -> list[str]:
    """Where the assumption's value under each reading stands, before it grows."""
    found = [_placed(book, sheet, row, base, at=0)]
    for at, name in enumerate(book.layout.readings[1:], 1):
        other = book.layout.case.readings[name].assumptions.get(each.name)
        found.append(found[0] if other is None else _placed(book, sheet, row, other, at=at))
    return found


def _growth(each: Assumption, row: int, t: int) -> str:
    """What a value grows by until a year; a reading's value grows as the one that it stands for."""
    return "" if each.growth is None else f"*(1+$G{row + 1})^{t}"


def _placed(book: Book, sheet: Worksheet, row: int, told: str | Decimal, *, at: int) -> str:
    """Where the value of a reading stands: an input in its column; a formula stands in the choice itself."""
    if isinstance(told, str):
        return told
    column = _reading_column(book, at)
    book.number(sheet, row, column, told, "input")
    return str(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True))


def _reading_column(book: Book, at: int) -> int:
    return YEARS + len(book.layout.case.years) + 1 + at


def _replaced(book: Book) -> bool:
    return any(reading.assumptions for reading in book.layout.case.readings.values())
