"""Who calls the API of the catalogue."""

from __future__ import annotations

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from gevinst.features.accounts import queries as accounts
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


def caller(request: HttpRequest) -> Actor:
    """The actor of the token or the session."""
    found: Actor = request.auth  # type: ignore[attr-defined]
    return found


def authority_of(actor: Actor, code: str) -> int:
    """The id of the authority with `code`; without one the only one where `actor` has a role.

    Raises `DomainError("not-found")`.
    """
    if not code:
        held = actor.authorities(Right.READ)
        if len(held) == 1:
            return next(iter(held))
        raise DomainError("not-found", _("Say which authority it is."))
    try:
        return int(accounts.authority_by_code(code).pk)
    except ObjectDoesNotExist as fault:
        raise DomainError("not-found", _("There is no authority with this code.")) from fault
