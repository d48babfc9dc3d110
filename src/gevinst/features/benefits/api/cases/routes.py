"""Business cases for other systems: read, written with a revision, worked out."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Query, Router
from ninja.throttling import AuthRateThrottle

from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.api.cases.asked import (
    BusinessCaseFilter,
    BusinessCaseWrite,
    EvaluateIn,
)
from gevinst.features.benefits.api.cases.caller import caller
from gevinst.features.benefits.api.cases.result_schemas import CaseEvaluation
from gevinst.features.benefits.api.cases.schemas import (
    BusinessCaseOut,
    BusinessCaseRow,
)
from gevinst.features.benefits.api.cases.told import told, told_case
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.shared.errors import DomainError
from gevinst.shared.paging import Id, Page, page_of
from gevinst.shared.problems import REFUSALS, Problem

router = Router(tags=["business cases"])
# Working a case out takes a fraction of a second of a processor.
EVALUATIONS = "60/m"
_TAG = re.compile(r'(?:W/)?"(\d{1,9})"')


@router.get("/business-cases", response={200: Page[BusinessCaseRow], REFUSALS: Problem})
def list_business_cases(request: HttpRequest, wanted: Query[BusinessCaseFilter]) -> dict[str, Any]:
    """The business cases that you may read, oldest first."""
    asked = queries.CasesWanted(
        text=wanted.q,
        state=wanted.state or "",
        authority=wanted.authority,
        process=wanted.process,
    )
    return page_of(request, queries.cases(caller(request), asked), wanted)


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
    return _shown(response, queries.case(caller(request), case_id))


@router.put("/business-cases/{case_id}", response={200: BusinessCaseOut, REFUSALS: Problem})
def write_business_case(
    request: HttpRequest, response: HttpResponse, case_id: Id, payload: BusinessCaseWrite
) -> dict[str, Any]:
    """A new text in place of the revision that you read; refused where somebody saved since."""
    case = queries.case(caller(request), case_id)
    revision = _revision(request, payload)
    row = actions.save_case(case=case, text=payload.text, revision=revision, by=caller(request))
    return _shown(response, row)


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
