"""Who calls the API of business cases."""

from __future__ import annotations

from django.http import HttpRequest

from gevinst.shared.actor import Actor


def caller(request: HttpRequest) -> Actor:
    """The actor of the token or the session."""
    found: Actor = request.auth  # type: ignore[attr-defined]
    return found
