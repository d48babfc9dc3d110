"""The REST API `/api/v1`: the rooms' routers, who may call, how refusals look, and its description."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.throttling import AuthRateThrottle

from gevinst import __version__
from gevinst.features.accounts.api.auth import Session, Token
from gevinst.features.benefits.api.cases.routes import router as business_cases
from gevinst.features.benefits.api.cases.way import router as cases_on_their_way
from gevinst.features.benefits.api.following.routes import router as follow_up
from gevinst.features.benefits.api.published import router as published
from gevinst.features.benefits.api.routes import router as benefits
from gevinst.features.catalogue.api.routes import router as catalogue
from gevinst.features.catalogue.api.search import router as catalogue_search
from gevinst.features.control.api.routes import router as control
from gevinst.features.operations.api.archives import router as archives
from gevinst.features.operations.api.responses import router as responses
from gevinst.features.operations.api.routes import router as operations
from gevinst.shared.errors import DomainError
from gevinst.shared.invalid import field_problems
from gevinst.shared.problems import MEDIA_TYPE, domain_problem, problem

FIRST_REFUSAL = 400


class Api(NinjaAPI):
    """Says of refusals which media type they have."""

    def get_openapi_schema(self, *args: Any, **kwargs: Any) -> OpenAPISchema:
        """The description of every route."""
        schema = super().get_openapi_schema(*args, **kwargs)
        for methods in schema["paths"].values():
            for operation in methods.values():
                for status, response in operation["responses"].items():
                    if int(status) >= FIRST_REFUSAL and "application/json" in response.get(
                        "content", {}
                    ):
                        response["content"] = {MEDIA_TYPE: response["content"]["application/json"]}
        return schema


api = Api(
    title="Gevinst",
    version=__version__,
    description="Processes, work items, decisions and runs. Person numbers are masked.",
    auth=[Token(), Session()],
    throttle=[AuthRateThrottle(settings.API_RATE)],
    docs_url=None,
    urls_namespace="api",
)
api.add_router("", catalogue)
api.add_router("", catalogue_search)
api.add_router("", follow_up)
api.add_router("", business_cases)
api.add_router("", cases_on_their_way)
api.add_router("", operations)
api.add_router("", control)
api.add_router("", responses)
api.add_router("", archives)
api.add_router("", benefits)
api.add_router("", published)


@api.exception_handler(DomainError)
def _domain(request: HttpRequest, fault: DomainError) -> HttpResponse:
    return domain_problem(request, fault)


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    return problem(request, 422, errors=field_problems(fault.errors))


@api.exception_handler(AuthenticationError)
def _stranger(request: HttpRequest, fault: AuthenticationError) -> HttpResponse:
    detail = _("Send “Authorization: Bearer …” with a token from your local administrator.")
    response = problem(request, 401, detail=detail)
    response.headers["WWW-Authenticate"] = 'Bearer realm="Gevinst"'
    return response


@api.exception_handler(Throttled)
@api.exception_handler(HttpError)
def _refused(request: HttpRequest, fault: HttpError) -> HttpResponse:
    return problem(request, fault.status_code)


@api.exception_handler(Http404)
def _missing(request: HttpRequest, fault: Http404) -> HttpResponse:
    return problem(request, 404)


@login_not_required
def nothing_here(request: HttpRequest, rest: str) -> HttpResponse:
    """Every address below the API that is none of its own."""
    return problem(request, 404)


def _open(pattern: URLPattern | URLResolver) -> URLPattern:
    """The API asks for a token itself, not for a sign-in page; what it says has an ETag."""
    assert isinstance(pattern, URLPattern)  # ninja includes nothing
    pattern.callback = login_not_required(conditional_page(pattern.callback))
    return pattern


_routes, _app, _namespace = api.urls
urlpatterns: tuple[list[URLPattern], str, str] = (
    [_open(pattern) for pattern in _routes],
    _app,
    _namespace,
)
leftover = path("api/v1/<path:rest>", nothing_here, name="api-nothing")
