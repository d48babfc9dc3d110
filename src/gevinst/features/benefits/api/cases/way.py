"""The way of a business case for other systems: versions kept, proposed, approved."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router, Status

from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.api.cases.asked import (
    CaseAnswerIn,
    CaseVersionIn,
)
from gevinst.features.benefits.api.cases.caller import caller
from gevinst.features.benefits.api.cases.schemas import (
    BusinessCaseRow,
    CaseVersionOut,
)
from gevinst.features.benefits.models import BusinessCase, CaseVersion
from gevinst.features.benefits.queries import cases as queries
from gevinst.shared.paging import Id
from gevinst.shared.problems import REFUSALS, Problem

router = Router(tags=["business cases"])


@router.get(
    "/business-cases/{case_id}/versions", response={200: list[CaseVersionOut], REFUSALS: Problem}
)
def list_versions(request: HttpRequest, case_id: Id) -> list[CaseVersion]:
    """The versions that were kept, newest first."""
    return list(queries.case_versions(queries.case(caller(request), case_id)))


@router.post(
    "/business-cases/{case_id}/versions", response={201: CaseVersionOut, REFUSALS: Problem}
)
def keep_version(request: HttpRequest, case_id: Id, payload: CaseVersionIn) -> Status[CaseVersion]:
    """Keeps the case as it stands, with the reason."""
    case = queries.case(caller(request), case_id)
    made = actions.keep_case_version(case=case, reason=payload.reason, by=caller(request))
    return Status(201, made)


@router.post(
    "/business-cases/{case_id}/propose", response={200: BusinessCaseRow, REFUSALS: Problem}
)
def propose_business_case(request: HttpRequest, case_id: Id) -> BusinessCase:
    """Sends the draft for approval."""
    case = queries.case(caller(request), case_id)
    return actions.propose_case(case=case, by=caller(request))


@router.post(
    "/business-cases/{proposed_id}/approve", response={200: CaseVersionOut, REFUSALS: Problem}
)
def approve_business_case(
    request: HttpRequest, proposed_id: Id, payload: CaseAnswerIn
) -> CaseVersion:
    """Approves a proposed case: for a process owner's token whose maker wrote none of it."""
    case = queries.case(caller(request), proposed_id)
    return actions.approve_case(case=case, by=caller(request), answer=payload.answer)
