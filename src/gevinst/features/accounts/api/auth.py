"""Who calls the API: an integration by its token, or a signed-in person who reads."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer

from gevinst.features.accounts import queries
from gevinst.shared.actor import Actor

READING = ("GET", "HEAD")


class Token(HttpBearer):
    """`Authorization: Bearer …`: one role at one authority."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """The integration's actor; it is also put on the request."""
        actor = queries.actor_of_token(token)
        if actor is not None:
            request.actor = actor  # type: ignore[attr-defined]
        return actor


class Session(APIKeyCookie):
    """The session of a signed-in person, for reading only: no form of another site can write through it."""

    param_name = settings.SESSION_COOKIE_NAME

    def __init__(self) -> None:
        super().__init__(csrf=False)

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        """The person's actor; None for a request that writes."""
        if request.method not in READING or not request.user.is_authenticated:
            return None
        found: Actor = request.actor  # type: ignore[attr-defined]
        return found
