"""Grades that follow from the model where the story gives none."""

from __future__ import annotations

from collections.abc import Iterable

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.model.benefit_state import is_measured
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.case_parts import Quality
from gevinst.engines.businesscase.readiness.grade import Basis, Dimension, Grade, QualityIndicator
from gevinst.engines.businesscase.readiness.score import economy_grade, quality_grade


def counted(case: Case, result: Result | None) -> dict[Dimension, Grade]:
    """The grades that follow from the model: economy by payback, quality by its indicators."""
    found: dict[Dimension, Grade] = {}
    indicators = [indicator for each in case.quality if (indicator := _indicator(each)) is not None]
    if indicators:
        found[Dimension.QUALITY] = quality_grade(indicators)
    if result is not None and any(result.gain):
        years = result.payback("project_start")
        basis = _basis_of(
            line.line.status for line in result.lines.values() if line.line.is_benefit
        )
        found[Dimension.ECONOMY] = economy_grade(years, basis, never=years is None)
    return found


def _indicator(each: Quality) -> QualityIndicator | None:
    after = each.target if each.after is None else each.after
    if each.before is None or after is None:
        return None
    basis = Basis.MEASURED if is_measured(each.status) else Basis.EXPECTED
    return QualityIndicator(
        each.title, each.unit, each.before, after, each.better == "higher", basis
    )


def _basis_of(statuses: Iterable[str]) -> Basis:
    known = list(statuses)
    return Basis.MEASURED if known and all(map(is_measured, known)) else Basis.EXPECTED
