"""Work items, decisions and runs for other systems; documents are taken in here."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import Query, Router

from gevinst.features.operations import actions, queries
from gevinst.features.operations.api.schemas import (
    DecisionOut,
    DecisionWithFindings,
    Filter,
    ItemFilter,
    ItemOut,
    RunOut,
)
from gevinst.features.operations.models import Decision, Run, WorkItem
from gevinst.features.operations.queries.trail import history
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError
from gevinst.shared.paging import Id, Page, Text, page_of
from gevinst.shared.problems import REFUSALS, Problem

router = Router()
DOCUMENT = {
    "required": True,
    "content": {"application/octet-stream": {"schema": {"type": "string", "minLength": 1}}},
}
BYTES = {200: {"content": {"application/octet-stream": {"schema": {"type": "string"}}}}}


def _caller(request: HttpRequest) -> Actor:
    found: Actor = request.auth  # type: ignore[attr-defined]
    return found


@router.get("/items", response={200: Page[ItemOut], REFUSALS: Problem}, tags=["items"])
def list_items(
    request: HttpRequest,
    wanted: Query[ItemFilter],
) -> dict[str, Any]:
    """Work items, oldest first; `since` is when they were received."""
    states = (wanted.state,) if wanted.state else ()
    asked = queries.Wanted(robot_id=wanted.robot, queue=wanted.queue, states=states)
    rows = queries.items(_caller(request), asked, Right.READ)
    if wanted.since:
        rows = rows.filter(received_at__gte=wanted.since)
    return page_of(request, rows, wanted)


@router.get("/items/{item_id}", response={200: ItemOut, REFUSALS: Problem}, tags=["items"])
def get_item(request: HttpRequest, item_id: Id) -> WorkItem:
    """One work item."""
    return queries.item(_caller(request), item_id, Right.READ)


@router.get(
    "/items/{item_id}/decisions",
    response={200: list[DecisionWithFindings], REFUSALS: Problem},
    tags=["decisions"],
)
def list_decisions_of_item(request: HttpRequest, item_id: Id) -> list[Decision]:
    """What was decided of an item and why, newest first."""
    return history(queries.item(_caller(request), item_id, Right.READ))


@router.get(
    "/items/{item_id}/document",
    response={200: None, REFUSALS: Problem},
    tags=["items"],
    openapi_extra={"responses": BYTES},
)
def get_document(request: HttpRequest, item_id: Id) -> HttpResponse:
    """The bytes of an item's document as received; for clerks only, since they may name people."""
    actor = _caller(request)
    seen = queries.item(actor, item_id, Right.READ)
    actor.require(Right.WORK_DESK, seen.authority_id)
    response = HttpResponse(bytes(seen.document.content), content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{seen.document_id}.bin"'
    return response


@router.post(
    "/robots/{robot_id}/documents",
    response={200: ItemOut, REFUSALS: Problem},
    tags=["items"],
    openapi_extra={"requestBody": DOCUMENT},
)
def receive_document(
    request: HttpRequest,
    robot_id: Id,
    name: Annotated[
        Text, Query("document", description="The file's name.", min_length=1, max_length=255)
    ],
) -> WorkItem:
    """Takes in the document that is the body. The same bytes twice give the same item."""
    by = _caller(request)
    robot = queries.robot(by, robot_id)
    by.require(Right.OPERATE, robot.authority_id)
    if not request.body:
        raise DomainError("invalid", _("The body is empty: send the document's bytes."))
    return actions.receive(robot=robot, content=request.body, name=name, by=by)


@router.get("/decisions", response={200: Page[DecisionOut], REFUSALS: Problem}, tags=["decisions"])
def list_decisions(request: HttpRequest, wanted: Query[Filter]) -> dict[str, Any]:
    """Decisions, oldest first."""
    rows = queries.decisions(_caller(request), Right.READ)
    if wanted.robot:
        rows = rows.filter(item__robot_id=wanted.robot)
    if wanted.since:
        rows = rows.filter(at__gte=wanted.since)
    return page_of(request, rows, wanted)


@router.get("/runs", response={200: Page[RunOut], REFUSALS: Problem}, tags=["runs"])
def list_runs(request: HttpRequest, wanted: Query[Filter]) -> dict[str, Any]:
    """Runs, oldest first; `since` is when they started."""
    rows = queries.runs(_caller(request))
    if wanted.robot:
        rows = rows.filter(robot_id=wanted.robot)
    if wanted.since:
        rows = rows.filter(started_at__gte=wanted.since)
    return page_of(request, rows, wanted)


@router.get("/runs/{run_id}", response={200: RunOut, REFUSALS: Problem}, tags=["runs"])
def get_run(request: HttpRequest, run_id: Id) -> Run:
    """One run."""
    return queries.run(_caller(request), run_id)
