"""What a case comes to as plain values that JSON can hold: amounts as text, exact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from gevinst.engines.businesscase.calculus.analysis import Analysis
from gevinst.engines.businesscase.indicators.break_even import BreakEven
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
        "scenarios": {"0": _texts(result.cost_0), "1": _texts(result.cost_1)},
        "gain": _texts(result.gain),
        "cost": _texts(result.cost),
        "net": _texts(result.net),
        "cumulative": _texts(result.cumulative),
        "lines": {name: _texts(each.dkk) for name, each in result.lines.items()},
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
        "roi": _text(result.roi()),
        "roi_on_investment": _text(result.roi("net_over_investment")),
        "benefit_cost_ratio": _text(result.roi("benefit_cost_ratio")),
        "break_even": _turn(result.break_even()),
        "break_even_interpolated": _turn(result.break_even("interpolated")),
        "payback_from_project_start": _text(result.payback("project_start")),
        "payback_from_operation_start": _text(result.payback("operation_start")),
        "npv": _text(found.npv),
        "hours": _texts(result.hours),
        "fte": _texts(result.fte),
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


def note_json(note: Note) -> dict[str, Any]:
    """A finding with its code, its sentence in both languages and its facts."""
    facts = {name: plain(value) for name, value in note.facts.items()}
    return {
        "code": note.code,
        "message_da": note.danish,
        "message_en": note.message,
        "facts": facts,
    }


def plain(value: object) -> Any:
    """A value as JSON can hold it: numbers with decimals as text."""
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return value if isinstance(value, int | bool | None) else str(value)


def _turn(found: BreakEven | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"year": found.year, "period": found.period, "years": str(found.years)}


def _texts(series: Iterable[Decimal]) -> list[str]:
    return [str(value) for value in series]


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)
