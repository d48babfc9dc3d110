"""Routes of processes: list, one, a new one, changes."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Header, Query, Router, Status
from pydantic import StringConstraints

from gevinst.features.catalogue import queries
from gevinst.features.catalogue.actions import exchange
from gevinst.features.catalogue.api.caller import authority_of, caller
from gevinst.features.catalogue.api.shapes.asked import ProcessFilter
from gevinst.features.catalogue.api.shapes.sent import ProcessChange, ProcessIn
from gevinst.features.catalogue.api.shapes.stated import stated
from gevinst.features.catalogue.api.shapes.told import ProcessOut
from gevinst.features.catalogue.api.tags import revisions, tagged
from gevinst.features.catalogue.queries.narrowing import narrowed
from gevinst.features.catalogue.queries.records import record, records
from gevinst.shared.paging import Id, Page, page_of
from gevinst.shared.problems import REFUSALS, Problem

router = Router()
CHANGING = REFUSALS | {412}
Word = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[!-~]+$")]
OnceKey = Annotated[
    Word | None,
    Header(None, alias="Idempotency-Key", description="Your own word for this one request."),
]


@router.get("/processes", response={200: Page[ProcessOut], REFUSALS: Problem})
def list_processes(request: HttpRequest, wanted: Query[ProcessFilter]) -> dict[str, Any]:
    """The processes that you may read, oldest first."""
    actor = caller(request)
    rows = narrowed(queries.processes(actor, text=wanted.q), wanted.wanted())
    page = page_of(request, rows, wanted)
    page["items"] = list(records(actor, [row.pk for row in page["items"]]))
    return page


@router.get("/processes/{process_id}", response={200: ProcessOut, REFUSALS: Problem})
def get_process(request: HttpRequest, response: HttpResponse, process_id: Id) -> dict[str, Any]:
    """One process; its ETag is what `If-Match` takes."""
    return tagged(response, record(caller(request), process_id))


@router.post("/processes", response={200: ProcessOut, 201: ProcessOut, REFUSALS: Problem})
def create_process(
    request: HttpRequest, response: HttpResponse, payload: ProcessIn, once: OnceKey
) -> Status[dict[str, Any]]:
    """A new process of the authority; for contributors there. 200: it was made by this key before."""
    actor, facts = caller(request), stated(payload)
    authority = authority_of(actor, facts.pop("authority"))
    made, fresh = exchange.create_once(by=actor, authority_id=authority, key=once or "", **facts)
    return Status(201 if fresh else 200, tagged(response, record(actor, made.pk)))


@router.patch("/processes/{process_id}", response={200: ProcessOut, CHANGING: Problem})
def change_process(
    request: HttpRequest, response: HttpResponse, process_id: Id, payload: ProcessChange
) -> dict[str, Any]:
    """Changes what is sent and leaves the rest; for contributors at the authority.

    With `If-Match` it is refused (412) when somebody changed the process after it was read.
    """
    actor, found = caller(request), revisions(request)
    exchange.change(process_id=process_id, by=actor, revisions=found, **stated(payload))
    return tagged(response, record(actor, process_id))
