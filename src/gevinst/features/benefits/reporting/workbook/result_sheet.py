"""The sheet of results: gains, costs and net by year, the indicators, the check against the engine."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _
from xlsxwriter.worksheet import Worksheet

from gevinst.features.benefits.charts.case_chart import reading_name
from gevinst.features.benefits.reporting.workbook.book import Book
from gevinst.features.benefits.reporting.workbook.drivers import number
from gevinst.features.benefits.reporting.workbook.engine import Indicators
from gevinst.features.benefits.reporting.workbook.layout import FIRST_ROW, HEAD, YEARS
from gevinst.features.benefits.reporting.workbook.names import READING
from gevinst.features.benefits.reporting.workbook.result_rows import ResultRows

VALUE_COLUMN, ENGINE_COLUMN, GAP_COLUMN = 3, 4, 5
# Indicator -> how it is shown; in the order of the engine's.
SHOWN = {
    "total": "amount",
    "gain": "amount",
    "cost": "amount",
    "investment": "amount",
    "roi": "percent",
    "roi_investment": "percent",
    "ratio": "number",
    "break_even_year": "plain_year",
    "break_even_years": "number",
    "payback": "number",
    "npv": "amount",
}


def indicator_words() -> dict[str, str]:
    """Each indicator in words."""
    return {
        "total": _("Net over the years"),
        "gain": _("Gains over the years"),
        "cost": _("Costs over the years"),
        "investment": _("Investment and implementation"),
        "roi": _("ROI: net over all costs"),
        "roi_investment": _("ROI: net over the investment"),
        "ratio": _("Gains over costs"),
        "break_even_year": _("Earned back in"),
        "break_even_years": _("Years until it is earned back"),
        "payback": _("Payback in years, by the mean net of operation"),
        "npv": _("Present value"),
    }


def write_result(book: Book) -> ResultRows:
    """The rows by year, and below them the indicators; the rows are given back for charts and checks."""
    layout, rows = book.layout, ResultRows(book.layout, book.engine)
    years = len(layout.case.years)
    widths = (4, 50, 3, 18, 18, 14, 3, 3, 3, 3, *[15] * years)
    sheet = book.sheet(layout.sheets.result, widths, (FIRST_ROW, 2))
    book.text(sheet, 0, 0, layout.sheets.result, "title")
    book.text(sheet, 1, 0, _("DKK in prices of %(year)s") % {"year": layout.case.price_year})
    for t, year in enumerate(layout.case.years):
        book.number(sheet, HEAD, YEARS + t, year, "year")
    for place, row in enumerate(rows.rows):
        at = FIRST_ROW + place
        book.text(sheet, at, 1, row.label, "sum_text" if row.how == "sum" else "plain")
        for t, value in enumerate(row.values):
            if row.typed:
                book.number(sheet, at, YEARS + t, value, row.how)
            else:
                book.formula(sheet, at, YEARS + t, row.formulas(t), value, row.how)
    _years_checked(book, sheet, rows)
    _indicators(book, sheet, rows)
    return rows


def check_row(rows: ResultRows) -> int:
    """The row, as Excel counts it, of the difference by year."""
    return FIRST_ROW + len(rows.rows) + 3


def first_indicator(rows: ResultRows) -> int:
    """The row, as Excel counts it, of the first indicator."""
    return check_row(rows) + 4


def _years_checked(book: Book, sheet: Worksheet, rows: ResultRows) -> None:
    layout, row = book.layout, check_row(rows) - 1
    book.text(sheet, row - 1, 1, _("Net of the year by Gevinst"))
    book.text(sheet, row, 1, _("Difference (must be 0)"))
    for t in range(len(layout.case.years)):
        told = [
            layout.cell(layout.sheets.engine, engine_row(at), t)
            for at in range(len(layout.readings))
        ]
        value = book.engine.results[0].net[t]
        book.formula(sheet, row - 1, YEARS + t, layout.by_reading(told), value)
        above = f"{layout.column(t)}{row}"
        gap = f"ROUND({rows.at('net', t)}-{above},2)"
        book.formula(sheet, row, YEARS + t, gap, 0, "check")


def engine_row(at: int) -> int:
    """The row, as Excel counts it, of a reading's net on the sheet of the engine's values."""
    return FIRST_ROW + at + 1


def _indicators(book: Book, sheet: Worksheet, rows: ResultRows) -> None:
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


def indicator_formulas(rows: ResultRows) -> dict[str, str]:
    """Each indicator over the rows of the sheet; "" where there is no such figure."""
    case = rows.layout.case
    start = case.operation_from - case.first
    lag = start if case.origin == "project_start" else 0
    offset = start if case.origin == "operation_start" else 0
    total, cost = f"SUM({rows.span('net')})", f"SUM({rows.span('cost')})"
    investment = f"SUM({rows.span('project')})"
    running = f"(SUM({rows.span('net', start)})+SUM({rows.span('project', start)}))"
    annual = f"{running}/{len(case.years) - start}"
    turned = f"SUM({rows.span('turn')})=0"
    years = "+".join(f"{rows.at('turn', t)}*{year}" for t, year in enumerate(case.years))
    return {
        "total": total,
        "gain": f"SUM({rows.span('gain')})",
        "cost": cost,
        "investment": investment,
        "roi": f'IF({cost}=0,"",{total}/{cost})',
        "roi_investment": f'IF({investment}=0,"",{total}/{investment})',
        "ratio": f'IF({cost}=0,"",({total}+{cost})/{cost})',
        "break_even_year": f'IF({turned},"",{years})',
        "break_even_years": f'IF({turned},"",SUM({rows.span("gone")})-{offset})',
        "payback": f'IF({annual}<=0,"",{investment}/({annual})+{lag})',
        "npv": f"SUM({rows.span('present')})",
    }


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
