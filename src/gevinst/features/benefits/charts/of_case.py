"""The charts of one case: which there are, and for each its drawing, its legend and its table of numbers."""

from __future__ import annotations

from collections.abc import Mapping

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.model.case import Case
from gevinst.features.benefits.charts.case_chart import CaseChart
from gevinst.features.benefits.charts.case_course import cumulative, waterfall
from gevinst.features.benefits.charts.case_measured import measured
from gevinst.features.benefits.charts.case_sensitivity import sensitivity
from gevinst.features.benefits.charts.case_spread import spread


def charts_of(case: Case, results: Mapping[str, Result]) -> list[CaseChart]:
    """The charts there are numbers for; `results` are the case as it stands ("") and under its readings."""
    base = results[""]
    found = [cumulative(case, results), waterfall(base), *sensitivity(case), *spread(case)]
    return [*found, *measured(base)]
