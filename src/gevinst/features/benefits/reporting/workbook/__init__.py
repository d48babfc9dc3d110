"""See README.md."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime

from gevinst.engines.businesscase.model.case import Case
from gevinst.features.benefits.publishing.figures import FigureView
from gevinst.features.benefits.queries.cases.rates import discount
from gevinst.features.benefits.reporting.workbook.assumptions_sheet import write_assumptions
from gevinst.features.benefits.reporting.workbook.book import Book
from gevinst.features.benefits.reporting.workbook.engine import engine
from gevinst.features.benefits.reporting.workbook.engine_sheet import write_engine
from gevinst.features.benefits.reporting.workbook.figures_sheet import write_figures
from gevinst.features.benefits.reporting.workbook.layout import layout
from gevinst.features.benefits.reporting.workbook.lines_sheet import write_lines
from gevinst.features.benefits.reporting.workbook.overview_sheet import (
    begin_overview,
    finish_overview,
)
from gevinst.features.benefits.reporting.workbook.result_sheet import write_result
from gevinst.features.benefits.reporting.workbook.shares_sheet import write_shares

__all__ = ["case_workbook"]


def case_workbook(case: Case, on: date, figures: Sequence[FigureView] = ()) -> bytes:
    """The case as a workbook with formulas; present values by the rates of the case, else of the day `on`.

    `figures` are the published ones with their verdicts. The same case on the same day gives the same bytes.
    """
    import xlsxwriter

    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    # A date of its own would make every file differ.
    created = datetime(on.year, on.month, on.day)  # noqa: DTZ001
    workbook.set_properties({"title": case.title, "subject": case.id, "created": created})
    book = Book(workbook, layout(case), engine(case, discount(case, on).rates))
    overview = begin_overview(book)
    write_assumptions(book)
    write_shares(book)
    write_lines(book)
    rows = write_result(book)
    write_engine(book)
    write_figures(book, figures)
    finish_overview(book, overview, rows)
    workbook.close()
    return out.getvalue()
