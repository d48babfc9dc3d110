"""What the API says of a case that was worked out; amounts are texts, never binary floats."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from ninja import Schema
from pydantic import Field

from gevinst.shared.paging import Masked


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
