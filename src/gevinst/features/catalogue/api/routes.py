"""Processes for other systems."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from gevinst.features.catalogue import queries
from gevinst.features.catalogue.api.schemas import ProcessFilter, ProcessOut
from gevinst.features.catalogue.models import Process
from gevinst.shared.actor import Actor
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
