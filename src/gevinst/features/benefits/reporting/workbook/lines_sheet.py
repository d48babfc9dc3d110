"""Two sheets: the share of each line in each year, and the lines as DKK, hours and FTE by year."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _
from xlsxwriter.worksheet import Worksheet

from gevinst.engines.businesscase.model.lines import Line
from gevinst.features.benefits.reporting.workbook import drivers
from gevinst.features.benefits.reporting.workbook.book import Book
from gevinst.features.benefits.reporting.workbook.formula_signs import Untranslatable
from gevinst.features.benefits.reporting.workbook.layout import HEAD, YEARS, Layout
from gevinst.features.benefits.reporting.workbook.line_rows import (
    KNOWN,
    block_row,
    share_row,
    sheet_of_lines,
    write_labels,
)
from gevinst.features.benefits.reporting.workbook.terms import number


def write_lines(book: Book) -> None:
    """DKK, hours and FTE of each line by year."""
    layout = book.layout
    told = _("Each amount follows from the assumptions and the phasing in, rounded to the øre.")
    sheet = sheet_of_lines(book, layout.sheets.lines, told)
    book.text(sheet, HEAD, KNOWN, _("How known"), "head")
    _block(book, sheet, 0, "dkk", _rounded)
    book.text(sheet, block_row(layout, 1, 0) - 2, 0, _("Hours"), "part")
    _block(book, sheet, 1, "hours", _unrounded(drivers.hours))
    book.text(sheet, block_row(layout, 2, 0) - 2, 0, _("FTE"), "part")
    _block(book, sheet, 2, "fte", _unrounded(drivers.fte))


def _block(
    book: Book,
    sheet: Worksheet,
    block: int,
    what: str,
    told: Callable[[Layout, Line, int, int], str],
) -> None:
    layout = book.layout
    how = "amount" if what == "dkk" else "number"
    for place, line in enumerate(layout.case.lines):
        row = block_row(layout, block, place) - 1
        write_labels(book, sheet, row, line)
        for t in range(len(layout.case.years)):
            value = book.engine.line(line.id, t, what)
            try:
                formula = told(layout, line, place, t)
            except Untranslatable:
                formula = _engine_numbers(book, line, what, t)
                _note(book, line)
            book.formula(sheet, row, YEARS + t, formula or "0", value, how)


def _rounded(layout: Layout, line: Line, place: int, t: int) -> str:
    share = _share(layout, place, t)
    return (
        f"IF({share}=0,0,ROUND({drivers.dkk(layout, line, t)}*{share}{_part(layout, place, t)},2))"
    )


def _unrounded(
    driver: Callable[[Layout, Line, int], str],
) -> Callable[[Layout, Line, int, int], str]:
    def told(layout: Layout, line: Line, place: int, t: int) -> str:
        full, share = driver(layout, line, t), _share(layout, place, t)
        return f"IF({share}=0,0,{full}*{share}{_part(layout, place, t)})" if full else ""

    return told


def _share(layout: Layout, place: int, t: int) -> str:
    """The line's share of a year, 0 where the reading does not have it."""
    row = share_row(place)
    return f"({layout.cell(layout.sheets.shares, row, t)}*'{layout.sheets.shares}'!$D${row})"


def _part(layout: Layout, place: int, t: int) -> str:
    if not layout.perspectives:
        return ""
    return f"*{layout.cell(layout.sheets.shares, block_row(layout, 1, place), t)}"


def _engine_numbers(book: Book, line: Line, what: str, t: int) -> str:
    found = [book.engine.line(line.id, t, what, at) for at in range(len(book.layout.readings))]
    return book.layout.by_reading([number(each) for each in found])


def _note(book: Book, line: Line) -> None:
    told = _("%(line)s cannot be said in Excel; its numbers are Gevinst's.") % {"line": line.title}
    if told not in book.notes:
        book.notes.append(told)
