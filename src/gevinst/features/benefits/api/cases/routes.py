"""Business cases for other systems: read, written with a revision, worked out, kept and approved."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Query, Router, Status
from ninja.throttling import AuthRateThrottle

from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.api.cases.asked import (
    BusinessCaseFilter,
    BusinessCaseWrite,
    CaseAnswerIn,
    CaseVersionIn,
    EvaluateIn,
)
from gevinst.features.benefits.api.cases.result_schemas import CaseEvaluation
from gevinst.features.benefits.api.cases.schemas import (
    BusinessCaseOut,
    BusinessCaseRow,
    CaseVersionOut,
)
from gevinst.features.benefits.api.cases.told import told, told_case
from gevinst.features.benefits.models import BusinessCase, CaseVersion
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError
from gevinst.shared.paging import Id, Page, page_of
from gevinst.shared.problems import REFUSALS, Problem

router = Router(tags=["business cases"])
# Working a case out takes a fraction of a second of a processor.
EVALUATIONS = "60/m"
_TAG = re.compile(r'(?:W/)?"(\d{1,9})"')


def _caller(request: HttpRequest) -> Actor:
    found: Actor = request.auth  # type: ignore[attr-defined]
    return found


@router.get("/business-cases", response={200: Page[BusinessCaseRow], REFUSALS: Problem})
def list_business_cases(request: HttpRequest, wanted: Query[BusinessCaseFilter]) -> dict[str, Any]:
    """The business cases that you may read, oldest first."""
    asked = queries.CasesWanted(
        text=wanted.q,
        state=wanted.state or "",
        authority=wanted.authority,
        process=wanted.process,
    )
    return page_of(request, queries.cases(_caller(request), asked), wanted)


@router.post(
    "/business-cases/evaluate",
    response={200: CaseEvaluation, REFUSALS: Problem},
    throttle=[AuthRateThrottle(EVALUATIONS)],
)
def evaluate_business_case(request: HttpRequest, payload: EvaluateIn) -> dict[str, Any]:
    """Works any case file out and keeps nothing of it."""
    known = evaluated(payload.text, payload.reading)
    return told(known, payload.text, timezone.localdate(), payload.reading)


@router.get("/business-cases/{case_id}", response={200: BusinessCaseOut, REFUSALS: Problem})
def get_business_case(request: HttpRequest, response: HttpResponse, case_id: Id) -> dict[str, Any]:
    """One business case with its file and its result; its ETag is the revision."""
    return _shown(response, queries.case(_caller(request), case_id))


@router.put("/business-cases/{case_id}", response={200: BusinessCaseOut, REFUSALS: Problem})
def write_business_case(
    request: HttpRequest, response: HttpResponse, case_id: Id, payload: BusinessCaseWrite
) -> dict[str, Any]:
    """A new text in place of the revision that you read; refused where somebody saved since."""
    case = queries.case(_caller(request), case_id)
    revision = _revision(request, payload)
    row = actions.save_case(case=case, text=payload.text, revision=revision, by=_caller(request))
    return _shown(response, row)


@router.get(
    "/business-cases/{case_id}/versions", response={200: list[CaseVersionOut], REFUSALS: Problem}
)
def list_versions(request: HttpRequest, case_id: Id) -> list[CaseVersion]:
    """The versions that were kept, newest first."""
    return list(queries.case_versions(queries.case(_caller(request), case_id)))


@router.post(
    "/business-cases/{case_id}/versions", response={201: CaseVersionOut, REFUSALS: Problem}
)
def keep_version(request: HttpRequest, case_id: Id, payload: CaseVersionIn) -> Status[CaseVersion]:
    """Keeps the case as it stands, with the reason."""
    case = queries.case(_caller(request), case_id)
    made = actions.keep_case_version(case=case, reason=payload.reason, by=_caller(request))
    return Status(201, made)


@router.post(
    "/business-cases/{case_id}/propose", response={200: BusinessCaseRow, REFUSALS: Problem}
)
def propose_business_case(request: HttpRequest, case_id: Id) -> BusinessCase:
    """Sends the draft for approval."""
    case = queries.case(_caller(request), case_id)
    return actions.propose_case(case=case, by=_caller(request))


@router.post(
    "/business-cases/{proposed_id}/approve", response={200: CaseVersionOut, REFUSALS: Problem}
)
def approve_business_case(
    request: HttpRequest, proposed_id: Id, payload: CaseAnswerIn
) -> CaseVersion:
    """Approves a proposed case: for a process owner's token whose maker wrote none of it."""
    case = queries.case(_caller(request), proposed_id)
    return actions.approve_case(case=case, by=_caller(request), answer=payload.answer)


def _shown(response: HttpResponse, case: BusinessCase) -> dict[str, Any]:
    response["ETag"] = f'"{case.revision}"'
    return told_case(case, timezone.localdate())


def _revision(request: HttpRequest, payload: BusinessCaseWrite) -> int:
    stated = _TAG.fullmatch(request.headers.get("If-Match", "").strip())
    if stated:
        return int(stated[1])
    if payload.revision is None:
        message = _("Say which revision you read, by If-Match or “revision”.")
        raise DomainError("invalid", message, field="revision")
    return payload.revision
