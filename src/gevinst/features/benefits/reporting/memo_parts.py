"""A business case as a memo: what it comes to, year by year, what it rests on, what may go wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from gevinst.features.benefits.charts.case_chart import CaseChart
from gevinst.features.benefits.reporting.case_parts import frame
from gevinst.features.benefits.reporting.chart_parts import chart_part, more_charts
from gevinst.features.benefits.reporting.ground_parts import findings_part, sources_part
from gevinst.features.benefits.reporting.memo_beyond import quality_part, risks_part
from gevinst.features.benefits.reporting.memo_figures import figures_part
from gevinst.features.benefits.reporting.memo_tables import assumptions_table, lines_table
from gevinst.features.benefits.reporting.result_parts import readings_table, years_table
from gevinst.features.benefits.reporting.told import CaseTold
from gevinst.shared.templatetags.gevinst import moment


def memo_report(
    told: CaseTold,
    charts: Sequence[CaseChart],
    at: datetime,
    *,
    authority: str = "",
    state: str = "",
) -> dict[str, Any]:
    """What the template sets of a memo; the pictures are the charts in their order."""
    case, result = told.case, told.results[""]
    parts = [
        *figures_part(result, at.date()),
        *[chart_part(_("When it is earned back"), each, 0) for each in charts[:1]],
        years_table(result),
        *([readings_table(told.results)] if len(told.results) > 1 else []),
        lines_table(result),
        assumptions_table(case, result),
        *more_charts(charts),
        *risks_part(case),
        *quality_part(case),
        *findings_part(told.notes),
        *sources_part(case),
    ]
    named = [authority, *(each for each in case.authorities if each != authority)]
    span = f"{case.first}–{case.last}"
    subtitle = " · ".join(part for part in (*named, span, state) if part)
    footer = _("Made %(at)s by Gevinst") % {"at": moment(at)}
    return frame(case, subtitle=subtitle, footer=footer, parts=parts)
