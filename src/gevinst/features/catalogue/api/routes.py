"""Processes for other systems."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router

from gevinst.features.catalogue import queries
from gevinst.features.catalogue.api.schemas import ProcessOut
from gevinst.features.catalogue.models import Domain, Phase, Process
from gevinst.shared.actor import Actor
from gevinst.shared.paging import Id, Page, Paging, Text, page_of
from gevinst.shared.problems import REFUSALS, Problem

router = Router(tags=["processes"])


def _caller(request: HttpRequest) -> Actor:
    found: Actor = request.auth  # type: ignore[attr-defined]
    return found


@router.get("/processes", response={200: Page[ProcessOut], REFUSALS: Problem})
def list_processes(
    request: HttpRequest,
    paging: Query[Paging],
    q: Annotated[Text, Query("", description="Words to search for.")],
    authority: Annotated[Text, Query("", description="The authority's code.")],
    phase: Annotated[Phase | None, Query(None)],
    domain: Annotated[Domain | None, Query(None)],
    block: Annotated[Text, Query("", description="Key of the building block.")],
    since: Annotated[datetime | None, Query(None, description="Changed from this moment on.")],
) -> dict[str, Any]:
    """The processes that you may read, oldest first."""
    rows = queries.processes(
        _caller(request), text=q, phase=phase or "", domain=domain or "", block=block
    )
    if authority:
        rows = rows.filter(authority__code=authority)
    if since:
        rows = rows.filter(changed_at__gte=since)
    return page_of(request, rows, paging)


@router.get("/processes/{process_id}", response={200: ProcessOut, REFUSALS: Problem})
def get_process(request: HttpRequest, process_id: Id) -> Process:
    """One process."""
    return queries.process(_caller(request), process_id)
