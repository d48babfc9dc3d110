"""Guests read as much as the settings allow: more is refused with 429 and when to come again."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gevinst.shared.actor import GUEST
from gevinst.shared.guests.address import client, hashed
from gevinst.shared.guests.counting import count
from gevinst.shared.guests.rate import Rate, rate
from gevinst.shared.problems import PREFIX, problem

# What guests may read of the catalogue. Signing in has limits of its own (allauth).
LIMITED = ("/katalog/", "/aabne-data/", PREFIX)
DESCRIPTION = f"{PREFIX.rstrip('/')}/openapi.json"  # the same for everybody, and read from no table
# Whole lists: dear to make, and seldom needed twice in a minute.
_WHOLE = re.compile(r"^/aabne-data/|\.(csv|xlsx|json|jsonld|xml|ttl|rdf|zip|pdf)$")
TOO_MANY = 429


class GuestRate:
    """Counts what a guest asks for, pages and exports apart; who is signed in, or has a token, is let by."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.rates = {"page": rate(settings.GUEST_RATE), "export": rate(settings.GUEST_EXPORT_RATE)}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _limited(request):
            return self.get_response(request)
        what = "export" if _WHOLE.search(request.path) else "page"
        wait = _wait(request, what, self.rates[what], int(time.time()))
        return _refused(request, wait) if wait else self.get_response(request)


def _limited(request: HttpRequest) -> bool:
    if not request.path.startswith(LIMITED) or request.path == DESCRIPTION:
        return False
    if request.path.startswith(PREFIX) and "authorization" in request.headers:
        return False
    return not getattr(request, "actor", GUEST).known


def _wait(request: HttpRequest, what: str, held: Rate, now: int) -> int:
    """Seconds until the next window; 0 while there is room in this one."""
    window = now // held.seconds
    ends_at = (window + 1) * held.seconds
    key = hashed(client(request), what, window)
    return ends_at - now if count(key, ends_at=ends_at, now=now) > held.most else 0


def _refused(request: HttpRequest, wait: int) -> HttpResponse:
    if request.path.startswith(PREFIX):
        told = _("Wait %(n)s seconds, or sign in.") % {"n": wait}
        response = problem(request, TOO_MANY, detail=told)
    else:
        facts = {"wait": wait, "own_search": True}
        response = render(request, "shared/too_many.html", facts, status=TOO_MANY)
    response.headers["Retry-After"] = str(wait)
    response.headers["Cache-Control"] = "no-store"
    return response
