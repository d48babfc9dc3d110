"""The published case and the memo as PDF, and as pictures of their pages to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from gevinst.features.benefits.charts.case_chart import CaseChart
from gevinst.features.benefits.charts.of_case import charts_of
from gevinst.features.benefits.reporting.memo_parts import memo_report
from gevinst.features.benefits.reporting.published_parts import published_report
from gevinst.features.benefits.reporting.told import CaseTold
from gevinst.features.benefits.reporting.typesetting import pages, pdf


def published_pdf(told: CaseTold, at: datetime) -> bytes:
    """The published case; the same case at the same time gives the same bytes."""
    charts = charts_of(told.case, told.results)
    return pdf(published_report(told, charts, at), _svgs(charts), at)


def published_pages(told: CaseTold, at: datetime) -> list[bytes]:
    """Its pages as PNG."""
    charts = charts_of(told.case, told.results)
    return pages(published_report(told, charts, at), _svgs(charts), at)


def memo_pdf(told: CaseTold, at: datetime, *, authority: str = "", state: str = "") -> bytes:
    """The case as a memo of an authority, in a state; bytes as `published_pdf`."""
    charts = charts_of(told.case, told.results)
    report = memo_report(told, charts, at, authority=authority, state=state)
    return pdf(report, _svgs(charts), at)


def memo_pages(told: CaseTold, at: datetime) -> list[bytes]:
    """The memo's pages as PNG."""
    charts = charts_of(told.case, told.results)
    return pages(memo_report(told, charts, at), _svgs(charts), at)


def _svgs(charts: Sequence[CaseChart]) -> list[str]:
    return [str(each.svg) for each in charts]
