"""The API reference as a page of ours, drawn on the server from the API's own description."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gevinst.config.api import api
from gevinst.shared.errors import STATUS
from gevinst.shared.problems import CODES

Json = dict[str, Any]
REFUSED = sorted({**{code: status for status, code in CODES.items()}, **STATUS}.items())


class Line(NamedTuple):
    """A parameter or a field: its name, kind, whether it is needed, and what it is."""

    name: str
    kind: str
    needed: bool
    text: str


class Route(NamedTuple):
    """One route as the page shows it."""

    method: str
    path: str
    summary: str
    text: str
    parameters: list[Line]
    sent: list[Line]
    got: list[Line]
    tag: str


def routes(schema: Json) -> list[Route]:
    """Every route of an OpenAPI description: tags in the order they come, a tag's routes together."""
    found = [
        _route(schema, path, method, operation)
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    ]
    tags = list(dict.fromkeys(route.tag for route in found))
    return sorted(found, key=lambda route: tags.index(route.tag))


def _route(schema: Json, path: str, method: str, operation: Json) -> Route:
    return Route(
        method=method.upper(),
        path=path,
        summary=operation.get("summary", ""),
        text=operation.get("description", ""),
        parameters=[
            Line(p["name"], _kind(p["schema"]), p.get("required", False), _text(p))
            for p in operation.get("parameters", [])
        ],
        sent=_fields(schema, operation.get("requestBody", {})),
        got=_fields(schema, operation["responses"].get(200, {})),
        tag=(operation.get("tags") or [""])[0],
    )


def _text(parameter: Json) -> str:
    stated: str = parameter.get("description") or parameter["schema"].get("description", "")
    return stated


def _fields(schema: Json, carrier: Json) -> list[Line]:
    """The fields of a body; of a list, those of one of its things."""
    body = carrier.get("content", {}).get("application/json", {}).get("schema", {})
    found = _resolved(schema, body)
    listed = found.get("properties", {}).get("items", found)
    if "items" in listed:
        found = _resolved(schema, listed["items"])
    needed = found.get("required", [])
    return [
        Line(name, _kind(one), name in needed, one.get("description", ""))
        for name, one in found.get("properties", {}).items()
    ]


def _resolved(schema: Json, part: Json) -> Json:
    if "$ref" not in part:
        return part
    named: Json = schema["components"]["schemas"][part["$ref"].rsplit("/", 1)[1]]
    return named


def _kind(part: Json) -> str:
    if "$ref" in part:
        return str(part["$ref"]).rsplit("/", 1)[1]
    if "anyOf" in part:
        return " | ".join(_kind(one) for one in part["anyOf"])
    if part.get("type") == "array":
        return f"[{_kind(part.get('items', {}))}]"
    return str(part.get("format") or part.get("type", ""))


@login_not_required
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """What the API can do, for whoever wants to use it."""
    schema: Json = api.get_openapi_schema()
    return render(
        request, "shared/api_reference.html", {"routes": routes(schema), "refusals": REFUSED}
    )
