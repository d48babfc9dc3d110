"""The published case and the memo as PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.notes import Note
from gevinst.features.benefits.charts.of_case import CaseChart, charts_of
from gevinst.features.benefits.published_figures import FigureView
from gevinst.features.benefits.reporting.memo_parts import memo_report
from gevinst.features.benefits.reporting.published_parts import published_report
from gevinst.features.benefits.reporting.typesetting import pages, pdf
from gevinst.engines.businesscase.readiness.template import PublishedCase

Report = tuple[dict[str, Any], list[str]]


def published_pdf(
    case: Case,
    story: PublishedCase,
    results: Mapping[str, Result],
    figures: Sequence[FigureView],
    notes: Sequence[Note],
    at: datetime,
) -> bytes:
    """The published case; the same case at the same time gives the same bytes."""
    charts = charts_of(case, results)
    return pdf(
        published_report(case, story, results, figures, notes, charts, at), _svgs(charts), at
    )


def published_pages(
    case: Case,
    story: PublishedCase,
    results: Mapping[str, Result],
    figures: Sequence[FigureView],
    notes: Sequence[Note],
    at: datetime,
) -> list[bytes]:
    """Its pages as PNG."""
    charts = charts_of(case, results)
    told = published_report(case, story, results, figures, notes, charts, at)
    return pages(told, _svgs(charts), at)


def memo_pdf(
    case: Case,
    results: Mapping[str, Result],
    notes: Sequence[Note],
    at: datetime,
    *,
    authority: str = "",
    state: str = "",
) -> bytes:
    """The case as a memo; `results` are the case as it stands ("") and under its readings."""
    charts = charts_of(case, results)
    told = memo_report(case, results, notes, charts, at, authority=authority, state=state)
    return pdf(told, _svgs(charts), at)


def memo_pages(
    case: Case, results: Mapping[str, Result], notes: Sequence[Note], at: datetime
) -> list[bytes]:
    """The memo's pages as PNG."""
    charts = charts_of(case, results)
    return pages(memo_report(case, results, notes, charts, at), _svgs(charts), at)


def _svgs(charts: Sequence[CaseChart]) -> list[str]:
    return [str(each.svg) for each in charts]
