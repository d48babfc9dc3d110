"""The month report as a workbook: a sheet a part, every sum a formula, so that a controller can check it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.engines.identifiers import mask_all
from gevinst.features.operations import reasons
from gevinst.features.operations.outcome_words import outcome_label
from gevinst.features.operations.queries.month import MonthReport
from gevinst.features.operations.queries.reconciling import OUTCOMES
from gevinst.features.operations.reporting import month_labels, month_words
from gevinst.features.operations.reporting.reconciliation_sheet import formats_of, write_balance

KINDS = {"n": "count", "a": "amount", "p": "percent", "d": "day"}


def month_workbook(found: MonthReport, at: datetime) -> bytes:
    """The file."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": month_words.report(found, at)["title"], "created": _naive(at)})
    made = _Book(book, formats_of(book))
    _month(made, found, at)
    _days(made, found)
    _suppliers(made, found)
    _reasons(made, found)
    _evidence(made, found)
    book.close()
    return out.getvalue()


class _Book:
    """A workbook being written, with its formats."""

    def __init__(self, book: Any, formats: dict[str, Any]) -> None:
        self.book, self.formats = book, formats

    def sheet(self, name: str, widths: Sequence[float]) -> Any:
        """A new sheet with those widths, its head kept in sight."""
        sheet = self.book.add_worksheet(name[:31])
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        return sheet

    def table(
        self, sheet: Any, row: int, head: Sequence[str], kinds: str, rows: Sequence[Sequence[Any]]
    ) -> int:
        """Writes head and rows from `row` on, and sums counts and amounts below; the row after it."""
        for column, words in enumerate(head):
            kind = "right" if kinds[column] in "nap" else "head"
            sheet.write_string(row, column, words, self.formats[kind])
        for place, values in enumerate(rows, row + 1):
            for column, value in enumerate(values):
                self.cell(sheet, place, column, kinds[column], value)
        end = row + 1 + len(rows)
        if rows and set(kinds) & set("na"):
            self._sums(sheet, row, end, kinds, rows)
            end += 1
        return end + 1

    def cell(self, sheet: Any, row: int, column: int, kind: str, value: Any) -> None:
        """One value; a text is a text, even one that begins as a formula."""
        if value is None or value == "":
            return
        if kind in "nap":
            sheet.write_number(row, column, float(value), self.formats[KINDS[kind]])
        elif kind == "d":
            sheet.write_datetime(row, column, _naive(value), self.formats["day"])
        else:
            sheet.write_string(row, column, str(value), self.formats["wrap"])

    def _sums(self, sheet: Any, row: int, end: int, kinds: str, rows: Sequence[Any]) -> None:
        from xlsxwriter.utility import xl_col_to_name

        sheet.write_string(end, 0, _("Together"), self.formats["sum"])
        for column, kind in enumerate(kinds):
            if kind in "na":
                letter = xl_col_to_name(column)
                told = sum(Decimal(values[column] or 0) for values in rows)
                formula = f"=SUM({letter}{row + 2}:{letter}{end})"
                sheet.write_formula(
                    end, column, formula, self.formats[f"sum_{KINDS[kind]}"], float(told)
                )


def _month(made: _Book, found: MonthReport, at: datetime) -> None:
    sheet = made.sheet(_("The month"), (40, 18, 18, 30))
    told = month_words.report(found, at)
    sheet.write_string(0, 0, told["title"], made.formats["title"])
    sheet.write_string(
        1, 0, f"{told['subtitle']} · {told['footer']} · {month_labels.runs_words(found)}"
    )
    row = 3
    for balance in found.account.balances:
        row = write_balance(sheet, row, balance, made.formats) + 1
    rows = [
        (_("Approved untouched"), found.untouched.count, found.untouched.amount),
    ]
    row = made.table(sheet, row, (_("Of these"), _("Items"), _("Amount")), "tna", rows)
    freed = [
        (_("measured") if part.measured else _("estimated"), part.hours, part.amount)
        for part in found.freed
    ]
    head = (_("Hours freed"), _("Hours"), _("Amount"))
    row = made.table(sheet, row, head, "taa", freed)
    sheet.write_string(row, 0, _("Controller: name, signature and date"))
    sheet.write_string(row + 2, 0, "______________________________")


def _days(made: _Book, found: MonthReport) -> None:
    sheet = made.sheet(_("Days"), (14, *[13] * (len(OUTCOMES) + 2)))
    sheet.freeze_panes(1, 1)
    head = (_("Day"), outcome_label("received"), *map(outcome_label, OUTCOMES))
    rows = [
        (day.first, day.received, *(day.count(outcome) for outcome in OUTCOMES))
        for day in found.days
    ]
    made.table(sheet, 0, head, "d" + "n" * (len(OUTCOMES) + 1), rows)


def _suppliers(made: _Book, found: MonthReport) -> None:
    sheet = made.sheet(_("Suppliers"), (40, 16, 12, 18, 12))
    head = (_("Supplier"), _("Number"), _("Invoices"), _("Amount"), _("With errors"))
    rows = [
        (mask_all(each.name), each.sender, each.count, each.amount, each.errors)
        for each in found.suppliers
    ]
    made.table(sheet, 0, head, "ttnan", rows)


def _reasons(made: _Book, found: MonthReport) -> None:
    sheet, names = made.sheet(_("Reasons"), (60, 12, 18)), month_labels.rule_names(found)
    queues = [(month_labels.queue_words(key, found), count) for key, count in found.queues]
    row = made.table(sheet, 0, (_("Referred, by queue"), _("Items")), "tn", queues)
    named = [(month_labels.reason_words(key, names), count) for key, count in found.reasons]
    row = made.table(sheet, row, (_("Referred, by reason"), _("Items")), "tn", named)
    for title, rows in (
        (_("Approved by clerks against the control"), found.overridden),
        (_("Returned by clerks"), found.returned),
    ):
        told = [(reasons.label(reason), count, amount) for reason, count, amount in rows]
        row = made.table(sheet, row, (title, _("Items"), _("Amount")), "tna", told)
    drawn = found.samples
    samples = [
        (_("Approved by a clerk too"), drawn.right),
        (_("Returned: the robot was wrong"), drawn.wrong),
        (_("Not looked at yet"), drawn.open),
    ]
    made.table(sheet, row, (_("Random controls"), _("Items")), "tn", samples)


def _evidence(made: _Book, found: MonthReport) -> None:
    sheet = made.sheet(_("Rules and registers"), (30, 40, 40, 10, 68))
    rules = [
        (since, title or _("The building block's own"), digest)
        for since, digest, title in found.rule_sets
    ]
    row = made.table(sheet, 0, (_("From"), _("Rule book"), _("Fingerprint")), "dtt", rules)
    head = (_("Register"), _("Extract of"), _("Source"), _("Rows"), "SHA-256")
    extracts = [
        (each["register"], each["taken_at"], each["source"], str(each["rows"]), each["sha256"])
        for each in found.extracts
    ]
    made.table(sheet, row, head, "ttttt", extracts)


def _naive(value: date | datetime) -> datetime:
    """A moment as Excel keeps it: Danish time without a zone."""
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None)
    return datetime(value.year, value.month, value.day)  # noqa: DTZ001
