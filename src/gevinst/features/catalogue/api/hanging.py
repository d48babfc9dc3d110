"""Routes of what hangs on a process: its files and what people say."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import FileResponse, HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja import Query, Router, Schema

from gevinst.features.catalogue.api.caller import caller
from gevinst.features.catalogue.api.shapes.hanging import AttachmentOut
from gevinst.features.catalogue.queries.hanging import attachment, attachments, comments
from gevinst.features.catalogue.queries.records.hanging import attachment_facts
from gevinst.shared.errors import DomainError
from gevinst.shared.paging import Id, Masked, Page, Paging, page_of
from gevinst.shared.problems import REFUSALS, Problem

router = Router()
BYTES = {
    200: {
        "description": "The bytes of the file.",
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


class CommentOut(Schema):
    """What somebody said; a deleted or withheld comment keeps its place and has no text."""

    id: int
    parent: int | None
    author: Masked
    authority: str
    text: Masked
    internal: bool
    at: datetime
    edited_at: datetime | None


@router.get(
    "/processes/{process_id}/attachments", response={200: list[AttachmentOut], REFUSALS: Problem}
)
def list_attachments(request: HttpRequest, process_id: Id) -> list[dict[str, Any]]:
    """The files of a process; internal ones for the own authority only."""
    return [attachment_facts(row) for row in attachments(caller(request), process_id)]


@router.get(
    "/processes/{process_id}/attachments/{attachment_id}",
    response={200: None, REFUSALS: Problem},
    openapi_extra={"responses": BYTES},
)
def get_attachment(request: HttpRequest, process_id: Id, attachment_id: Id) -> FileResponse:
    """The bytes of a file."""
    row = attachment(caller(request), process_id, attachment_id)
    try:
        content = row.file.open("rb")
    except OSError as fault:
        raise DomainError("not-found", _("The file is gone from the storage.")) from fault
    response = FileResponse(content, content_type="application/octet-stream", as_attachment=True)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Length"] = str(row.size)
    return response


@router.get("/processes/{process_id}/comments", response={200: Page[CommentOut], REFUSALS: Problem})
def list_comments(request: HttpRequest, process_id: Id, wanted: Query[Paging]) -> dict[str, Any]:
    """What people say under a process, oldest first; internal comments for the own authority only."""
    page = page_of(request, comments(caller(request), process_id), wanted)
    page["items"] = [
        {
            "id": row.pk,
            "parent": row.parent_id,
            "author": row.author_name,
            "authority": row.author_authority,
            "text": "" if row.deleted_at or row.withheld else row.text,
            "internal": row.internal,
            "at": row.at,
            "edited_at": row.edited_at,
        }
        for row in page["items"]
    ]
    return page
