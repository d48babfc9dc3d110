"""Answers to suppliers for other systems: listed, fetched, and marked as collected."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from gevinst.features.operations import actions, queries
from gevinst.features.operations.api.routes import BYTES
from gevinst.features.operations.models import Response
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError
from gevinst.shared.paging import LARGEST, Id, Page, Paging, page_of
from gevinst.shared.problems import REFUSALS, Problem

router = Router()
State = Literal["waiting", "collected", "withdrawn", "impossible"]


class ResponseFilter(Paging):
    """Of one robot, and in one state."""

    robot: Annotated[int | None, Field(ge=1, le=LARGEST, description="Of this robot only.")] = None
    state: State | None = None


class ResponseOut(Schema):
    """One answer. `kind` is its format, `fault` why there is none, `collected_at` when it was fetched."""

    id: int
    item_id: int
    number: str
    kind: str
    fault: str
    state: State
    sha256: str
    created_at: datetime
    collected_at: datetime | None

    @staticmethod
    def resolve_state(row: Response) -> str:
        """Where it stands."""
        return queries.state_of(row)

    @staticmethod
    def resolve_collected_at(row: Response) -> datetime | None:
        """None until it is."""
        return row.end.at if queries.state_of(row) == "collected" else None


def _caller(request: HttpRequest) -> Actor:
    found: Actor = request.auth  # type: ignore[attr-defined]
    return found


@router.get("/responses", response={200: Page[ResponseOut], REFUSALS: Problem}, tags=["responses"])
def list_responses(request: HttpRequest, wanted: Query[ResponseFilter]) -> dict[str, Any]:
    """Answers to suppliers, oldest first."""
    rows = queries.responses(_caller(request), wanted.state or "", wanted.robot)
    return page_of(request, rows, wanted)


@router.get(
    "/responses/{response_id}/document",
    response={200: None, REFUSALS: Problem},
    tags=["responses"],
    openapi_extra={"responses": BYTES},
)
def get_response_document(request: HttpRequest, response_id: Id) -> HttpResponse:
    """The answer as it is to be sent: an ApplicationResponse in XML."""
    found = queries.response(_caller(request), response_id)
    if found.kind == Response.Kind.NONE:
        raise DomainError("not-found", queries.fault_words(found.fault))
    answer = HttpResponse(bytes(found.content), content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = f'attachment; filename="{found.filename}"'
    return answer


@router.post(
    "/responses/{response_id}/collected",
    response={200: ResponseOut, REFUSALS: Problem},
    tags=["responses"],
)
def mark_collected(request: HttpRequest, response_id: Id) -> Response:
    """The answer is on its way to the supplier; its return can no longer be undone. May be repeated."""
    by = _caller(request)
    return actions.collect_one(response=queries.response(by, response_id), by=by)
