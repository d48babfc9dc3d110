"""The list of processes as files, with the criteria of the list's address: only what the reader may read."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from gevinst.engines.exchange.os2autoproces.writing import pages
from gevinst.features.catalogue.exporting import columns, own_json
from gevinst.features.catalogue.exporting.excel import workbook
from gevinst.features.catalogue.queries.asked import asked_from
from gevinst.features.catalogue.queries.records import Record, records
from gevinst.features.catalogue.queries.searching.found import matching
from gevinst.shared.actor import Actor
from gevinst.shared.spreadsheet import csv_response

JSON = "application/json; charset=utf-8"
HAL = "application/hal+json; charset=utf-8"


@login_not_required
@require_GET
def csv(request: HttpRequest) -> StreamingHttpResponse:
    """Everything that fits, as CSV."""
    return csv_response("processer", columns.headings(), columns.rows(_wanted(request)))


@login_not_required
@require_GET
def excel(request: HttpRequest) -> FileResponse:
    """Everything that fits, as a workbook."""
    file = workbook(columns.headings(), columns.rows(_wanted(request)))
    return FileResponse(file, as_attachment=True, filename="processer.xlsx")


@login_not_required
@require_GET
def json(request: HttpRequest) -> StreamingHttpResponse:
    """Everything that fits, as JSON with the names of the API."""
    return download(own_json.pieces(_wanted(request), timezone.now()), "processer.json", JSON)


@login_not_required
@require_GET
def os2autoproces(request: HttpRequest) -> StreamingHttpResponse:
    """Everything that fits, as OS2autoproces' API tells it."""
    address = request.build_absolute_uri(request.path)
    return download(pages(_wanted(request), address), "processer-os2autoproces.json", HAL)


def download(pieces: Iterator[str], filename: str, media_type: str) -> StreamingHttpResponse:
    """The pieces as a file to save, sent as they are made."""
    answer = StreamingHttpResponse(pieces, content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{filename}"'
    return answer


def _wanted(request: HttpRequest) -> Iterator[Record]:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return records(actor, matching(actor, asked_from(request.GET)))
