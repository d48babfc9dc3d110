"""The month report as PDF."""

from __future__ import annotations

from datetime import datetime

from babel.dates import format_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gevinst.features.operations.queries.month import MonthReport
from gevinst.features.operations.reporting.month_labels import chart_title
from gevinst.features.operations.reporting.month_words import report
from gevinst.features.operations.reporting.typesetting import pdf, pictures
from gevinst.shared import charts

EMPTY = '<svg xmlns="http://www.w3.org/2000/svg" width="620" height="20"></svg>'


def month_pdf(found: MonthReport, at: datetime) -> bytes:
    """The file. Raises `typst.TypstError` where it cannot be set."""
    return pdf(report(found, at), chart(found), at)


def month_pictures(found: MonthReport, at: datetime) -> list[bytes]:
    """Its pages as PNG."""
    return pictures(report(found, at), chart(found), at)


def chart(found: MonthReport) -> str:
    """The trend as SVG; an empty one where there was no run."""
    language = "en_GB" if (get_language() or "da").startswith("en") else "da_DK"
    bars = [
        charts.Bar(format_date(each.month, "MMM y", locale=language), each.percent)
        for each in found.trend
    ]
    return charts.columns(bars, title=chart_title(found), unit=_("percent")) if bars else EMPTY
