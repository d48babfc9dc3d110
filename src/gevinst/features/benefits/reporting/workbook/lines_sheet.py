"""Two sheets: the share of each line in each year, and the lines as DKK, hours and FTE by year."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from django.utils.translation import gettext as _
from xlsxwriter.worksheet import Worksheet

from gevinst.engines.businesscase.calculus.shares import part
from gevinst.engines.businesscase.model.lines import Line
from gevinst.features.benefits.publishing.words import STATUSES, word
from gevinst.features.benefits.reporting.workbook import drivers
from gevinst.features.benefits.reporting.workbook.book import Book
from gevinst.features.benefits.reporting.workbook.drivers import number
from gevinst.features.benefits.reporting.workbook.formula import Untranslatable
from gevinst.features.benefits.reporting.workbook.layout import FIRST_ROW, HEAD, YEARS, Layout

WITH, SCENARIO, KNOWN = 3, 2, 8
GAP = 3
SIDES = {"0": "0", "1": "1", "both": "0 + 1"}


def share_row(place: int) -> int:
    """The row, as Excel counts it, of the nth line's phasing in, and of its DKK on the sheet of lines."""
    return FIRST_ROW + place + 1


def block_row(layout: Layout, block: int, place: int) -> int:
    """The row, as Excel counts it, of the nth line in the nth block of a sheet (counted from 0)."""
    return share_row(place) + block * (len(layout.case.lines) + GAP)


def write_shares(book: Book) -> None:
    """How much of a year each line has, whether the reading has it, and the part of the parties seen."""
    layout = book.layout
    sheet = _lines_of(book, layout.sheets.shares, _("1 is a full year, 0 none."))
    book.text(sheet, HEAD, WITH, _("In this reading"), "head_right")
    for place, line in enumerate(layout.case.lines):
        row = share_row(place) - 1
        _labels(book, sheet, row, line)
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
        _labels(book, sheet, row, line)
        for t, year in enumerate(layout.case.years):
            held = [part(layout.case.under(name), line, year) for name in layout.readings]
            told = layout.by_reading([number(each) for each in held])
            book.formula(sheet, row, YEARS + t, told, held[0], "number")


def _has(layout: Layout, reading: str, line: Line) -> bool:
    return line.id in {each.id for each in layout.case.under(reading).lines}


def write_lines(book: Book) -> None:
    """DKK, hours and FTE of each line by year."""
    layout = book.layout
    told = _("Each amount follows from the assumptions and the phasing in, rounded to the øre.")
    sheet = _lines_of(book, layout.sheets.lines, told)
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
        _labels(book, sheet, row, line)
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


def _lines_of(book: Book, name: str, told: str) -> Worksheet:
    widths = (16, 44, 10, 14, 3, 3, 3, 3, 14, 3, *[15] * len(book.layout.case.years))
    sheet = book.sheet(name, widths, (FIRST_ROW, 2))
    book.text(sheet, 0, 0, name, "title")
    book.text(sheet, 1, 0, told, "plain")
    for column, words in ((0, _("Name")), (1, _("Line")), (SCENARIO, _("Scenario"))):
        book.text(sheet, HEAD, column, words, "head")
    for t, year in enumerate(book.layout.case.years):
        book.number(sheet, HEAD, YEARS + t, year, "year")
    return sheet


def _labels(book: Book, sheet: Worksheet, row: int, line: Line) -> None:
    book.text(sheet, row, 0, line.id)
    book.text(sheet, row, 1, line.title)
    book.text(sheet, row, SCENARIO, SIDES.get(line.scenario, _("benefit")))
    book.text(sheet, row, KNOWN, word(STATUSES, line.status))
