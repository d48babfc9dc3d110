"""What was typed when the session had run out: it waits in the new session until the person has signed in."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.shortcuts import resolve_url

KEY = "catalogue_typed"
MOST = 100_000  # characters


def put(request: HttpRequest, path: str) -> str:
    """Keeps what was sent for `path`; the address to sign in at, which leads back there."""
    text = request.POST.urlencode()
    if len(text) <= MOST:
        request.session[KEY] = {"path": path.partition("?")[0], "data": text}
    return f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': path})}"


def take(request: HttpRequest) -> QueryDict | None:
    """What was kept for the page that is asked for; it is given once."""
    held = request.session.get(KEY)
    if not held or held.get("path") != request.path:
        return None
    del request.session[KEY]
    return QueryDict(held["data"])
