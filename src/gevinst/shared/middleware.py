"""The language a user chose, and domain errors as pages."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from gevinst.shared.errors import DomainError

Next = Callable[[HttpRequest], HttpResponse]


def _language_of(request: HttpRequest) -> str:
    if request.path.startswith("/api/v1/"):
        return translation.get_language_from_request(request)
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


class LanguageByChoice:
    """Danish until the user chooses English; a browser's own language does not decide, but of the API."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        code = _language_of(request)
        request.LANGUAGE_CODE = code
        with translation.override(code):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response


class DomainErrors:
    """A `DomainError` that a view lets through becomes a page that says what to do."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """The page of a domain error; other exceptions are faults and go on."""
        if not isinstance(fault, DomainError):
            return None
        return render(request, "shared/domain_error.html", {"fault": fault}, status=fault.status)
