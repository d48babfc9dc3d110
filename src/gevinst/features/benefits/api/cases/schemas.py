"""What the API says of business cases, and what it takes; amounts are texts, never binary floats."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

from gevinst.features.benefits.casework.models import CaseState, CaseVisibility
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.cases.results import (
    Evaluated,
    discount,
    evaluated,
    net_range,
    yearly,
)
from gevinst.shared.paging import LARGEST, Masked, Paging, Text

LONGEST = 500_000
CaseText = Annotated[str, StringConstraints(max_length=LONGEST)]
Words = Annotated[
    str, StringConstraints(min_length=1, max_length=500, pattern=r"^[^\x00]*\S[^\x00]*$")
]


class BusinessCaseFilter(Paging):
    """Which business cases are asked for; what is left out asks for any."""

    q: Annotated[Text, Field(description="Words of the title or the authority.")] = ""
    authority: Annotated[Text, Field(description="The authority's code.")] = ""
    state: CaseState | None = None
    process: Annotated[int | None, Field(ge=1, le=LARGEST)] = None


class CaseAuthority(Schema):
    """Whose case it is."""

    code: str
    name: str


class BusinessCaseRow(Schema):
    """A business case in a list."""

    id: int
    key: str
    authority: CaseAuthority
    process_id: int | None
    title: Masked
    state: CaseState
    visibility: CaseVisibility
    revision: int
    started_from: str
    changed_at: datetime


class CaseFaultOut(Schema):
    """What is wrong with a case file: where, and what was expected there."""

    path: Masked
    line: int
    column: int
    message: Masked


class CaseNoteOut(Schema):
    """What the checks say of a case."""

    code: str
    severity: str
    message: Masked


class CaseResultOut(Schema):
    """What a case comes to. DKK and hours are decimal numbers as text; rates are 0-1."""

    years: list[int]
    net: list[str]
    cumulative: list[str]
    total: str
    roi: str | None
    roi_of_investment: str | None
    benefit_cost_ratio: str | None
    break_even: int | None
    payback_years: str | None
    npv: str
    discount_rate: str
    discount_since: date
    hours_a_year: str
    fte: str
    low: Annotated[str | None, Field(description="A tenth of the simulated totals lie below.")]
    high: Annotated[str | None, Field(description="A tenth of them lie above.")]
    risk_of_loss: str | None


class CaseEvaluation(Schema):
    """A case file read and worked out: its faults, or its result and what the checks say."""

    faults: list[CaseFaultOut]
    notes: list[CaseNoteOut]
    result: CaseResultOut | None


class BusinessCaseOut(BusinessCaseRow):
    """One business case with its file and what that comes to."""

    text: Masked
    evaluation: CaseEvaluation


class BusinessCaseWrite(Schema):
    """A new text of the case. `revision` is the one that was read, where `If-Match` does not say it."""

    model_config = ConfigDict(extra="forbid")

    text: CaseText
    revision: Annotated[int | None, Field(ge=0, le=2**31 - 1)] = None


class EvaluateIn(Schema):
    """A case file to be worked out; `reading` is one that it has."""

    model_config = ConfigDict(extra="forbid")

    text: CaseText
    reading: Text = ""


class CaseVersionIn(Schema):
    """Why a version is kept."""

    model_config = ConfigDict(extra="forbid")

    reason: Words


class CaseAnswerIn(Schema):
    """A word to the writers."""

    model_config = ConfigDict(extra="forbid")

    answer: Text = ""


class CaseVersionOut(Schema):
    """A version that was kept; `results` are its headline figures."""

    number: int
    reason: Masked
    digest: str
    engine: str
    at: datetime
    approved_at: datetime | None
    results: dict[str, str]


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
