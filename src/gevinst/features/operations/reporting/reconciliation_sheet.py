"""The reconciliation as a workbook: the sums and the difference are formulas, to be checked."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from gevinst.features.operations.models import Robot
from gevinst.features.operations.outcome_words import outcome_label
from gevinst.features.operations.queries.reconciling import Balance, Reconciliation

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

AMOUNT, COUNT = "#,##0.00", "#,##0"


def workbook(robot: Robot, found: Reconciliation) -> bytes:
    """The file: one sheet, one block of rows a currency."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    formats = formats_of(book)
    sheet = book.add_worksheet(_("Reconciliation"))
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 2, 18)
    sheet.write_string(0, 0, f"{robot.name}, {robot.authority.name}", formats["title"])
    sheet.write_string(1, 0, f"{found.first:%d-%m-%Y} – {found.last:%d-%m-%Y}")
    row = 3
    for balance in found.balances:
        row = write_balance(sheet, row, balance, formats)
    book.close()
    return out.getvalue()


def formats_of(book: Any) -> dict[str, Any]:
    """The cell formats that the workbooks of this room share."""
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format({"bold": True, "bottom": 1}),
        "right": book.add_format({"bold": True, "bottom": 1, "align": "right"}),
        "count": book.add_format({"num_format": COUNT}),
        "amount": book.add_format({"num_format": AMOUNT}),
        "percent": book.add_format({"num_format": "0.0%"}),
        "sum_count": book.add_format({"num_format": COUNT, "bold": True, "top": 1}),
        "sum_amount": book.add_format({"num_format": AMOUNT, "bold": True, "top": 1}),
        "sum": book.add_format({"bold": True, "top": 1}),
        "day": book.add_format({"num_format": "dd-mm-yyyy", "align": "left"}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
    }


def write_balance(sheet: Worksheet, row: int, balance: Balance, formats: dict[str, Any]) -> int:
    """Writes one currency from `row` on; the row after it. The difference is a formula."""
    currency = balance.currency or _("No currency")
    for column, words in enumerate((currency, _("Items"), _("Amount"))):
        sheet.write_string(row, column, words, formats["right" if column else "head"])
    parts = [("received", balance.received), *balance.parts.items()]
    for place, (key, part) in enumerate(parts, row + 1):
        sheet.write_string(place, 0, outcome_label(key))
        sheet.write_number(place, 1, part.count, formats["count"])
        sheet.write_number(place, 2, float(part.amount), formats["amount"])
    end = row + 1 + len(parts)
    sheet.write_string(end, 0, outcome_label("difference"), formats["sum"])
    gap = balance.difference
    for letter, kind, value in (("B", "count", gap.count), ("C", "amount", gap.amount)):
        told = f"=ROUND({letter}{row + 2}-SUM({letter}{row + 3}:{letter}{end}),2)"
        sheet.write_formula(f"{letter}{end + 1}", told, formats[f"sum_{kind}"], float(value))
    return end + 2
