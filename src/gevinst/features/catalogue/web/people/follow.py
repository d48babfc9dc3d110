"""The buttons that follow and stop following."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gevinst.features.accounts.queries import authorities
from gevinst.features.catalogue.actions.people.following import follow_authority, follow_process


@require_POST
def process(request: HttpRequest, pk: int) -> HttpResponse:
    """Follows the process, or stops: `on` is 1 or 0."""
    on = request.POST.get("on") != "0"
    follow_process(process_id=pk, by=request.actor, on=on)  # type: ignore[attr-defined]
    _say(request, on=on)
    return _back(request, reverse("process", args=[pk]))


@require_POST
def authority(request: HttpRequest) -> HttpResponse:
    """Follows the authority with `code`, or stops."""
    found = authorities().filter(code=request.POST.get("code", "")).first()
    if found is None:
        raise Http404
    on = request.POST.get("on") != "0"
    follow_authority(authority_id=found.pk, by=request.actor, on=on)  # type: ignore[attr-defined]
    _say(request, on=on)
    return _back(request, reverse("following"))


def _say(request: HttpRequest, *, on: bool) -> None:
    told = _("You are told when it changes.") if on else _("You are not told any more.")
    messages.success(request, told)


def _back(request: HttpRequest, usual: str) -> HttpResponse:
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return HttpResponseRedirect(wanted if safe else usual)
