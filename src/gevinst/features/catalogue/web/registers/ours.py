"""The authority that says "we have this": the one where the actor contributes, the first of several."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from gevinst.features.catalogue.actions import registers
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


def place(actor: Actor) -> int | None:
    """Its id; None for those who contribute nowhere."""
    return min(actor.authorities(Right.CONTRIBUTE), default=None)


def say(request: HttpRequest, back: str, **named: Any) -> HttpResponseRedirect:
    """Keeps what was said by the button (`ja` or `nej`), and goes back to where it was."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    where = place(actor)
    if where is None:
        raise DomainError("not-allowed", _("Only a contributor at an authority may say this."))
    if request.POST.get("har") == "nej":
        registers.miss(authority_id=where, by=actor, **named)
        messages.success(request, _("It is off your authority's list."))
    else:
        registers.have(authority_id=where, by=actor, **named)
        messages.success(request, _("It is on your authority's list."))
    stated = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(stated, {request.get_host()})
    return HttpResponseRedirect(stated if safe else back)
