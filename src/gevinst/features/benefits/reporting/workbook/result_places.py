"""Where the check and the indicators stand below the rows of the result."""

from __future__ import annotations

from gevinst.features.benefits.reporting.workbook.layout import FIRST_ROW
from gevinst.features.benefits.reporting.workbook.rows import ResultRows


def check_row(rows: ResultRows) -> int:
    """The row, as Excel counts it, of the difference by year."""
    return FIRST_ROW + len(rows.rows) + 3


def first_indicator(rows: ResultRows) -> int:
    """The row, as Excel counts it, of the first indicator."""
    return check_row(rows) + 4


def engine_row(at: int) -> int:
    """The row, as Excel counts it, of a reading's net on the sheet of the engine's values."""
    return FIRST_ROW + at + 1
