"""The indicators as they stand below the result, each beside what the engine comes to."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _
from xlsxwriter.worksheet import Worksheet

from gevinst.features.benefits.reporting.workbook.book import Book
from gevinst.features.benefits.reporting.workbook.engine import Indicators
from gevinst.features.benefits.reporting.workbook.indicator_formulas import (
    SHOWN,
    indicator_formulas,
    indicator_words,
)
from gevinst.features.benefits.reporting.workbook.result_places import (
    first_indicator,
)
from gevinst.features.benefits.reporting.workbook.rows import ResultRows
from gevinst.features.benefits.reporting.workbook.terms import number

VALUE_COLUMN = 3
ENGINE_COLUMN = 4
GAP_COLUMN = 5


def write_indicators(book: Book, sheet: Worksheet, rows: ResultRows) -> None:
    """Worked out here, by the engine, and the difference, one row an indicator."""
    layout, first = book.layout, first_indicator(rows) - 1
    heads = (_("Worked out here"), _("By Gevinst"), _("Difference"))
    for column, words in enumerate(heads, VALUE_COLUMN):
        book.text(sheet, first - 1, column, words, "head_right")
    named, formulas = indicator_words(), indicator_formulas(rows)
    known: Sequence[Indicators] = [book.engine.indicators(at) for at in range(len(layout.readings))]
    for place, (key, how) in enumerate(SHOWN.items()):
        row = first + place
        book.text(sheet, row, 1, named[key])
        value = known[0][key]
        book.formula(sheet, row, VALUE_COLUMN, formulas[key], value, how)
        told = layout.by_reading([_literal(each[key]) for each in known])
        book.formula(sheet, row, ENGINE_COLUMN, told, value, how)
        book.formula(sheet, row, GAP_COLUMN, _gap(f"D{row + 1}", f"E{row + 1}"), 0, "check")


def _gap(here: str, there: str) -> str:
    """The difference of two cells; 1 where only one of them has a figure."""
    either = f'OR({here}="",{there}="")'
    return f"IF({either},IF({here}={there},0,1),ROUND({here}-{there},4))"


def _literal(value: Decimal | None) -> str:
    """A value as Excel reads it, to ten decimals; an empty text for none."""
    if value is None:
        return '""'
    return number(round(value, 10).normalize())
