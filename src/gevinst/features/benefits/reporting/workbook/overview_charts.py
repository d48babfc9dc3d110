"""The curves of the first sheet: the cumulative net and the net of each year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from xlsxwriter.worksheet import Worksheet

from gevinst.features.benefits.reporting.workbook.book import ACCENT, Book
from gevinst.features.benefits.reporting.workbook.layout import HEAD, YEARS
from gevinst.features.benefits.reporting.workbook.rows import ResultRows


def draw_curves(book: Book, sheet: Worksheet, rows: ResultRows) -> None:
    """The cumulative net as a line, the net of each year as columns."""
    line = {"color": ACCENT, "width": 2.25}
    point = {"type": "circle", "fill": {"color": ACCENT}, "border": {"color": ACCENT}}
    curve = {"line": line, "marker": point}
    row, words = rows.row("cumulative"), _("Cumulative net")
    sheet.insert_chart("E7", *_chart(book, "line", row, words, curve))
    fill = {"fill": {"color": ACCENT}}
    row, words = rows.row("net"), _("Net of the year")
    sheet.insert_chart("E24", *_chart(book, "column", row, words, fill))


def _chart(book: Book, kind: str, row: int, title: str, look: Mapping[str, Any]) -> tuple[Any, Any]:
    """One row (as Excel counts it) of the result sheet over the years, and how it is placed."""
    chart = book.workbook.add_chart({"type": kind})
    result, last = book.layout.sheets.result, YEARS + len(book.layout.case.years) - 1
    chart.add_series(
        {
            "name": title,
            "categories": [result, HEAD, YEARS, HEAD, last],
            "values": [result, row - 1, YEARS, row - 1, last],
            **look,
        }
    )
    chart.set_title({"name": title, "name_font": {"size": 12}})
    chart.set_legend({"none": True})
    chart.set_x_axis({"label_position": "low"})
    chart.set_y_axis({"num_format": "#,##0", "major_gridlines": {"visible": True}})
    return chart, {"description": title, "x_scale": 1.1}
