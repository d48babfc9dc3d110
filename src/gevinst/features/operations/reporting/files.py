"""A month report as a file of the kind asked for."""

from __future__ import annotations

from django.utils import timezone

from gevinst.features.operations.queries.month import MonthReport

TYPES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def made(found: MonthReport, kind: str) -> bytes:
    """The file; `kind` is one of `TYPES`."""
    # Typst and the charts take half a second to load: only a report pays.
    from gevinst.features.operations.reporting.month_pdf import month_pdf
    from gevinst.features.operations.reporting.month_sheet import month_workbook

    at = timezone.now()
    return month_pdf(found, at) if kind == "pdf" else month_workbook(found, at)
