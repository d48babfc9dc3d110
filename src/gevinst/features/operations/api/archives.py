"""Many documents at once for other systems: the body is a zip or tar file."""

from __future__ import annotations

from io import BytesIO
from typing import Annotated

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja import Query, Router, Schema

from gevinst.features.operations import actions, queries
from gevinst.features.operations.actions.uploading import REFUSED
from gevinst.features.operations.api.routes import DOCUMENT
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError
from gevinst.shared.paging import Id, Masked, Text
from gevinst.shared.problems import REFUSALS, Problem

router = Router()


class FileOut(Schema):
    """What became of one document: `new`, `known`, or `unreadable` (at the desk; `message` says why)."""

    name: Masked
    outcome: str
    message: Masked
    item_id: int | None


@router.post(
    "/robots/{robot_id}/archives",
    response={200: list[FileOut], REFUSALS: Problem},
    tags=["items"],
    openapi_extra={"requestBody": DOCUMENT},
)
def receive_archive(
    request: HttpRequest,
    robot_id: Id,
    name: Annotated[Text, Query("archive", description="The archive's name.", max_length=255)],
) -> list[actions.FileOutcome]:
    """Takes in every document of the zip or tar file that is the body, or none of them."""
    by: Actor = request.auth  # type: ignore[attr-defined]
    robot = queries.robot(by, robot_id)
    by.require(Right.OPERATE, robot.authority_id)
    if not request.body:
        raise DomainError("invalid", _("The body is empty: send the document's bytes."))
    outcomes = actions.receive_files(robot=robot, files=[(name, BytesIO(request.body))], by=by)
    if outcomes[0].outcome == REFUSED:
        raise DomainError("invalid", outcomes[0].message)
    return outcomes
