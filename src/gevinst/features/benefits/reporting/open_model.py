"""The model of a case as open data: its assumptions and its results by year."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.calculus.values import Values
from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.engines.businesscase.model.case import Case
from gevinst.features.benefits.reporting.open_values import plain, source_data

SERIES = ("cost_0", "cost_1", "gain", "cost", "transfers", "net", "cumulative", "hours", "fte")
Results = Mapping[str, Result]


def assumptions_data(case: Case) -> list[dict[str, Any]]:
    """Every assumption with its value in each year."""
    values = Values(case)
    return [_assumption(each, values, case) for each in case.assumptions.values()]


def _assumption(each: Assumption, values: Values, case: Case) -> dict[str, Any]:
    return {
        "name": each.name,
        "title": each.title,
        "unit": each.unit,
        "values": [plain(Decimal(values.at(each.name, year))) for year in case.years],
        "low": plain(each.low),
        "high": plain(each.high),
        "formula": each.formula.text if each.formula else None,
        "status": each.status,
        "evidence": each.evidence,
        "n": each.n,
        "source": source_data(each.source),
    }


def result_data(name: str, result: Result) -> dict[str, Any]:
    """What the case comes to under a reading ("" is as it stands), by year and together."""
    reading = result.case.readings.get(name)
    turn = result.break_even()
    years = [
        {"year": year, **{key: plain(getattr(result, key)[t]) for key in SERIES}}
        for t, year in enumerate(result.years)
    ]
    return {
        "reading": name,
        "title": reading.title if reading else "",
        "reason": reading.reason if reading else "",
        "years": years,
        "total": plain(result.total),
        "roi": plain(result.roi()),
        "break_even_year": None if turn is None else turn.year,
        "payback_years": plain(result.payback()),
    }
