"""Which authorities I administer, and all that there are."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gevinst.features.accounts import queries
from gevinst.features.accounts.permissions import require_national
from gevinst.features.accounts.web.access import actor


@require_safe
def administration(request: HttpRequest) -> HttpResponse:
    """The way in for an administrator: straight to the one authority, or to a choice."""
    by = actor(request)
    if by.national:
        return redirect("authorities")
    found = list(queries.administered(by))
    if len(found) == 1:
        return redirect("people", code=found[0].code)
    return render(request, "accounts/administration.html", {"authorities": found})


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Every authority with its validity and successor, for a national administrator."""
    require_national(actor(request))
    facts = {
        "authorities": queries.authorities().select_related("successor"),
        "today": timezone.localdate(),
    }
    return render(request, "accounts/authorities.html", facts)
