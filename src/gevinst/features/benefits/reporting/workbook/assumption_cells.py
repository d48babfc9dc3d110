"""The cells of an assumption: an input, a formula, or the choice among readings."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from gevinst.engines.businesscase.calculus.values import nearest
from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.features.benefits.reporting.workbook.book import Book
from gevinst.features.benefits.reporting.workbook.formula import excel
from gevinst.features.benefits.reporting.workbook.formula_signs import Untranslatable
from gevinst.features.benefits.reporting.workbook.layout import (
    YEARS,
)
from gevinst.features.benefits.reporting.workbook.terms import number


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


def write_cell(book: Book, sheet: Worksheet, at: tuple[int, int], each: Assumption, t: int) -> None:
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
    column = reading_column(book, at)
    book.number(sheet, row, column, told, "input")
    return str(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True))


def reading_column(book: Book, at: int) -> int:
    """The column of a reading's own values, counted from 0."""
    return YEARS + len(book.layout.case.years) + 1 + at


def has_replaced(book: Book) -> bool:
    """Whether some reading sets another value of an assumption."""
    return any(reading.assumptions for reading in book.layout.case.readings.values())
