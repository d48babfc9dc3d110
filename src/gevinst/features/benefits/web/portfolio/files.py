"""The portfolio as files."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_GET

from gevinst.features.benefits.web.portfolio.asking import asked_of
from gevinst.features.benefits.web.portfolio.rows import head, lines
from gevinst.features.benefits.web.portfolio.workbook import workbook
from gevinst.shared.spreadsheet import csv_response

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The same benefits as CSV."""
    return csv_response("portefoelje", head(), lines(asked_of(request).found))


@require_GET
def as_excel(request: HttpRequest) -> HttpResponse:
    """The same benefits as a workbook."""
    answer = HttpResponse(workbook(asked_of(request).found), content_type=EXCEL)
    answer.headers["Content-Disposition"] = 'attachment; filename="portefoelje.xlsx"'
    return answer
