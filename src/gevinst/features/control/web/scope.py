"""Who reads, and of which authority's rules."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.features.control import queries
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


def reader(request: HttpRequest) -> Actor:
    """Who acts. Raises `DomainError("not-allowed")` for one who reads of no authority's robots."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not (actor.national or actor.authorities(Right.READ)):
        raise DomainError("not-allowed", _("The rules are for members of an authority."))
    return actor


def open_book(request: HttpRequest, code: str, block_key: str) -> queries.Opened:
    """The rules in force today at that authority. Raises `DomainError("not-found")`."""
    found = queries.place(reader(request), code)
    return queries.opened(found, block_key, timezone.localdate())
