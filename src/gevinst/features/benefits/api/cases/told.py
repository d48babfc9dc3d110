"""Business cases and what they come to, as the API says it."""

from __future__ import annotations

from datetime import date
from typing import Any

from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.cases.ranges import net_range
from gevinst.features.benefits.queries.cases.rates import discount, yearly
from gevinst.features.benefits.queries.cases.results import Evaluated, evaluated


def told_case(case: BusinessCase, on: date) -> dict[str, Any]:
    """A case as the API says it."""
    names = ("pk", "key", "authority", "process_id", "title", "state", "visibility", "revision")
    facts = {name: getattr(case, name) for name in (*names, "started_from", "changed_at", "text")}
    return {**facts, "id": facts.pop("pk"), "evaluation": told(evaluated(case.text), case.text, on)}


def told(known: Evaluated, text: str, on: date, reading: str = "") -> dict[str, Any]:
    """An evaluation as the API says it."""
    return {
        "faults": [
            {
                "path": ".".join(str(step) for step in fault.path),
                "line": fault.line,
                "column": fault.column,
                "message": fault.reason,
            }
            for fault in known.faults
        ],
        "notes": [
            {
                "code": note.code,
                "severity": str(note.facts.get("severity", "info")),
                "message": note.message,
            }
            for note in known.notes
        ],
        "result": _result(known, text, on, reading),
    }


def _result(known: Evaluated, text: str, on: date, reading: str) -> dict[str, Any] | None:
    result = known.result
    if result is None:
        return None
    held, seen = discount(result.case, on), net_range(text, reading)
    hours, fte = yearly(result, on)
    turn = result.break_even()
    return {
        "years": list(result.years),
        "net": [_text(value) for value in result.net],
        "cumulative": [_text(value) for value in result.cumulative],
        "total": _text(result.total),
        "roi": _text(result.roi()),
        "roi_of_investment": _text(result.roi("net_over_investment")),
        "benefit_cost_ratio": _text(result.roi("benefit_cost_ratio")),
        "break_even": None if turn is None else turn.year,
        "payback_years": _text(result.payback()),
        "npv": _text(round(result.npv(held.rates), 2)),
        "discount_rate": _text(held.rates[min(held.rates)]),
        "discount_since": held.since,
        "hours_a_year": _text(round(hours, 2)),
        "fte": _text(round(fte, 4)),
        "low": _text(seen and seen.low),
        "high": _text(seen and seen.high),
        "risk_of_loss": _text(seen and seen.negative),
    }


def _text(value: Any) -> str | None:
    return None if value is None else format(value, "f")
