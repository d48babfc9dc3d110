"""A workbook being written: its formats, and cells whose formulas carry the engine's value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from gevinst.features.benefits.reporting.workbook.engine import Engine
from gevinst.features.benefits.reporting.workbook.layout import Layout

ACCENT = "#0b5c58"
# Large numbers in thousands and without decimals; small ones exactly as they are, whatever is typed.
NUMBER = "[>=100000]#,##0;General"
_YELLOW: Final = {"bg_color": "#fff8e1", "border": 1, "border_color": "#d9cfa8"}
FORMATS: Final[Mapping[str, Mapping[str, Any]]] = {
    "title": {"bold": True, "font_size": 16, "font_color": ACCENT},
    "part": {"bold": True, "font_size": 12, "font_color": ACCENT},
    "head": {"bold": True, "bottom": 1},
    "head_right": {"bold": True, "bottom": 1, "align": "right"},
    "year": {"bold": True, "bottom": 1, "align": "right", "num_format": "0"},
    "text": {"text_wrap": True, "valign": "top"},
    "plain": {},
    "muted": {"font_color": "#575757", "text_wrap": True, "valign": "top"},
    "amount": {"num_format": "#,##0.00"},
    "whole": {"num_format": "#,##0"},
    "number": {"num_format": NUMBER},
    "percent": {"num_format": "0.0%"},
    "plain_year": {"num_format": "0"},
    "sum": {"bold": True, "top": 1, "num_format": "#,##0.00"},
    "sum_text": {"bold": True, "top": 1},
    "check": {"num_format": "0.00;[Red]-0.00;0.00", "font_color": "#575757"},
    "input": {"num_format": NUMBER, **_YELLOW},
    "input_percent": {"num_format": "0.0%", **_YELLOW},
}


class Book:
    """The workbook with its layout, the engine's values and the formats."""

    def __init__(self, workbook: Workbook, layout: Layout, engine: Engine) -> None:
        self.workbook, self.layout, self.engine = workbook, layout, engine
        self.formats = {name: workbook.add_format(dict(how)) for name, how in FORMATS.items()}
        self.notes: list[str] = []

    def sheet(self, name: str, widths: Sequence[float], freeze: tuple[int, int]) -> Worksheet:
        """A new sheet with those column widths, head and first columns kept in sight, to be printed wide."""
        sheet = self.workbook.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(*freeze)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        return sheet

    def text(self, sheet: Worksheet, row: int, column: int, words: str, how: str = "plain") -> None:
        """Words, also where they begin as a formula."""
        sheet.write_string(row, column, words, self.formats[how])

    def number(
        self, sheet: Worksheet, row: int, column: int, value: Decimal | int, how: str = "number"
    ) -> None:
        """A number that is typed in."""
        sheet.write_number(row, column, float(value), self.formats[how])

    def formula(  # noqa: PLR0917 - a cell is a row and a column, as xlsxwriter has it
        self,
        sheet: Worksheet,
        row: int,
        column: int,
        told: str,
        value: Decimal | int | str | None,
        how: str = "amount",
    ) -> None:
        """A formula with the value that it has now; a text where there is none."""
        cached = float(value) if isinstance(value, Decimal | int) else value or ""
        sheet.write_formula(row, column, f"={told}", self.formats[how], cached)
