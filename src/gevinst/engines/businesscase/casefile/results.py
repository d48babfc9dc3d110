"""What a case comes to as plain values that JSON can hold: amounts as text, exact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from gevinst.engines.businesscase.calculus.analysis import Analysis
from gevinst.engines.businesscase.casefile.plain_values import note_json, text, texts, turn
from gevinst.engines.businesscase.notes import Note

VERSION = 1


def results_json(found: Analysis, notes: Iterable[Note] = ()) -> dict[str, Any]:
    """One reading of a case, with its findings."""
    result = found.result
    return {
        "version": VERSION,
        "case": result.case.id,
        "title": result.case.title,
        "reading": result.reading,
        "price_year": result.case.price_year,
        "years": list(result.years),
        "scenarios": {"0": texts(result.cost_0), "1": texts(result.cost_1)},
        "gain": texts(result.gain),
        "cost": texts(result.cost),
        "net": texts(result.net),
        "cumulative": texts(result.cumulative),
        "lines": {name: texts(each.dkk) for name, each in result.lines.items()},
        "indicators": indicators(found),
        "risk_pool": str(found.pool.total),
        "uncertainty": _uncertainty(found),
        "notes": [note_json(each) for each in notes],
    }


def indicators(found: Analysis) -> dict[str, Any]:
    """The results by their names; rates as shares of 1, None where there is no such number."""
    result = found.result
    return {
        "total": str(result.total),
        "total_cost": str(sum(result.cost)),
        "total_gain": str(sum(result.gain)),
        "investment": str(result.investment),
        "roi": text(result.roi()),
        "roi_on_investment": text(result.roi("net_over_investment")),
        "benefit_cost_ratio": text(result.roi("benefit_cost_ratio")),
        "break_even": turn(result.break_even()),
        "break_even_interpolated": turn(result.break_even("interpolated")),
        "payback_from_project_start": text(result.payback("project_start")),
        "payback_from_operation_start": text(result.payback("operation_start")),
        "npv": text(found.npv),
        "hours": texts(result.hours),
        "fte": texts(result.fte),
    }


def _uncertainty(found: Analysis) -> Mapping[str, Any] | None:
    seen, first = found.simulation, found.propagated
    if seen is None or first is None:
        return None
    return {
        "mean": round(first.mean, 2),
        "sd": round(first.sd, 2),
        "draws": seen.n,
        "seed": seen.seed,
        "p10": seen.measure.p10,
        "p50": seen.measure.p50,
        "p90": seen.measure.p90,
        "probability_negative": seen.probability_negative,
        "tornado": [
            {"name": bar.name, "at_low": bar.at_low, "at_high": bar.at_high} for bar in found.bars
        ],
        "switching": {each.spread.name: each.value for each in found.switches},
    }
