"""Processes for other systems."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja import Query, Router, Status

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue import actions, queries
from gevinst.features.catalogue.api.schemas import (
    ProcessChange,
    ProcessFilter,
    ProcessIn,
    ProcessOut,
)
from gevinst.features.catalogue.models import Process
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError
from gevinst.shared.paging import Id, Page, page_of
from gevinst.shared.problems import REFUSALS, Problem

router = Router(tags=["processes"])


def _caller(request: HttpRequest) -> Actor:
    found: Actor = request.auth  # type: ignore[attr-defined]
    return found


@router.get("/processes", response={200: Page[ProcessOut], REFUSALS: Problem})
def list_processes(
    request: HttpRequest,
    wanted: Query[ProcessFilter],
) -> dict[str, Any]:
    """The processes that you may read, oldest first."""
    rows = queries.processes(
        _caller(request),
        text=wanted.q,
        phase=wanted.phase or "",
        domain=wanted.domain or "",
        block=wanted.block,
    )
    if wanted.authority:
        rows = rows.filter(authority__code=wanted.authority)
    if wanted.since:
        rows = rows.filter(changed_at__gte=wanted.since)
    return page_of(request, rows, wanted)


@router.get("/processes/{process_id}", response={200: ProcessOut, REFUSALS: Problem})
def get_process(request: HttpRequest, process_id: Id) -> Process:
    """One process."""
    return queries.process(_caller(request), process_id)


@router.post("/processes", response={201: ProcessOut, REFUSALS: Problem})
def create_process(request: HttpRequest, payload: ProcessIn) -> Status[Process]:
    """A new process of the authority; for contributors there."""
    stated = payload.model_dump(exclude_unset=True, exclude_none=True)
    try:
        authority = accounts.authority_by_code(stated.pop("authority"))
    except ObjectDoesNotExist as fault:
        raise DomainError("not-found", _("There is no authority with this code.")) from fault
    made = actions.create(by=_caller(request), authority_id=authority.pk, **stated)
    return Status(201, made)


@router.patch("/processes/{process_id}", response={200: ProcessOut, REFUSALS: Problem})
def change_process(request: HttpRequest, process_id: Id, payload: ProcessChange) -> Process:
    """Changes what is sent and leaves the rest; for contributors at the authority."""
    stated = payload.model_dump(exclude_unset=True, exclude_none=True)
    return actions.update(process_id=process_id, by=_caller(request), **stated)
