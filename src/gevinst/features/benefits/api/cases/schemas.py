"""What the API says of business cases."""

from __future__ import annotations

from datetime import datetime

from ninja import Schema

from gevinst.features.benefits.api.cases.result_schemas import CaseEvaluation
from gevinst.features.benefits.casework.states import CaseState, CaseVisibility
from gevinst.shared.paging import Masked


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


class BusinessCaseOut(BusinessCaseRow):
    """One business case with its file and what that comes to."""

    text: Masked
    evaluation: CaseEvaluation


class CaseVersionOut(Schema):
    """A version that was kept; `results` are its headline figures."""

    number: int
    reason: Masked
    digest: str
    engine: str
    at: datetime
    approved_at: datetime | None
    results: dict[str, str]
