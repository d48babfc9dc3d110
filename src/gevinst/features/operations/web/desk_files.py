"""What leaves the desk as a file: the list as CSV, and a document as it was received."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from gevinst.features.operations import queries
from gevinst.features.operations.models import WorkItem
from gevinst.features.operations.queries.proposal_file import safe_cell
from gevinst.features.operations.web.desk_state import DeskState, clerk

HEAD = (
    "reference",
    "title",
    "party",
    "amount",
    "currency",
    "dated",
    "due",
    "received_at",
    "queue",
    "reason",
    "state",
)


class _Echo:
    """A file that hands back what is written to it, so that rows stream."""

    def write(self, text: str) -> str:
        return text


@require_GET
def listing(request: HttpRequest, robot_id: int, queue: str) -> StreamingHttpResponse:
    """The list with its filters, all pages of it."""
    desk = DeskState(request, clerk(request), robot_id, queue)
    name = f"skranke-{desk.line.key}-{timezone.localdate():%Y-%m-%d}.csv"
    response = StreamingHttpResponse(_lines(desk), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _lines(desk: DeskState) -> Iterator[str]:
    writer = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n")
    yield "\ufeff" + str(writer.writerow(HEAD))
    for item in desk.rows.iterator(2000):
        yield str(writer.writerow(_cells(item)))


def _cells(item: WorkItem) -> list[str]:
    amount = "" if item.amount is None else f"{item.amount:.2f}".replace(".", ",")
    stated = {name: str(getattr(item, name) or "") for name in HEAD}
    stated["received_at"] = timezone.localtime(item.received_at).isoformat(timespec="minutes")
    return [amount if name == "amount" else safe_cell(stated[name]) for name in HEAD]


@require_GET
def document(request: HttpRequest, robot_id: int, queue: str, item_id: int) -> HttpResponse:
    """The bytes as received, to be saved and never shown in the browser."""
    item = queries.item(clerk(request), item_id)
    response = HttpResponse(bytes(item.document.content), content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{item.document_id[:16]}.xml"'
    return response
