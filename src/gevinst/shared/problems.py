"""Problem responses (RFC 9457): the one place where domain errors and refusals become answers of the API."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from ninja import Schema

from gevinst.shared.errors import DomainError

MEDIA_TYPE = "application/problem+json"
PREFIX = "/api/v1/"
# What any route may answer; a route names it once: `response={200: ItemOut, REFUSALS: Problem}`.
REFUSALS = frozenset({400, 401, 403, 404, 405, 409, 422, 429, 500})

_TITLES: dict[int, Promise] = {
    400: _("The request cannot be read"),
    401: _("Sign in first"),
    403: _("Not allowed"),
    404: _("Not found"),
    405: _("This method is not used here"),
    409: _("Not possible as things stand"),
    412: _("Changed by somebody else meanwhile"),
    413: _("Too large"),
    422: _("What was sent cannot be used"),
    429: _("Too many requests"),
    500: _("Something went wrong at our end"),
}
CODES = {
    400: "bad-request",
    401: "not-signed-in",
    403: "not-allowed",
    404: "not-found",
    412: "changed-meanwhile",
    413: "too-large",
}
CODES |= {405: "wrong-method", 422: "invalid", 429: "too-many-requests", 500: "fault"}


class FieldProblem(Schema):
    """What is wrong with one thing that was sent."""

    field: str
    message: str


class Problem(Schema):
    """Why a request was refused. `code` is stable; `title` and `detail` are in the language asked for."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    instance: str
    errors: list[FieldProblem] = []


def problem(
    request: HttpRequest,
    status: int,
    *,
    code: str = "",
    detail: str = "",
    errors: list[Any] | None = None,
) -> HttpResponse:
    """A problem response. What the user sent is never repeated in it: it may be personal."""
    code = code or CODES.get(status, "refused")
    title = str(_TITLES.get(status) or HTTPStatus(status).phrase)
    body = {
        "type": f"/api/#{code}",
        "title": title,
        "status": status,
        "detail": detail or title,
        "code": code,
        "instance": request.path,
        "errors": errors or [],
    }
    return JsonResponse(body, status=status, content_type=MEDIA_TYPE)


def domain_problem(request: HttpRequest, fault: DomainError) -> HttpResponse:
    """The problem response of a domain error."""
    return problem(request, fault.status, code=fault.code, detail=str(fault.message))


class ApiProblems:
    """Refusals below `/api/v1/` that nobody made a problem of (404, 405, 413, 500) become one here."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.path.startswith(PREFIX) or response.status_code < HTTPStatus.BAD_REQUEST:
            return response
        if response.headers.get("Content-Type") == MEDIA_TYPE:
            return response
        fresh = problem(request, response.status_code)
        if "Allow" in response.headers:
            fresh.headers["Allow"] = response.headers["Allow"]
        return fresh
