"""My profile, and the language I choose."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gevinst.features.accounts import actions, queries
from gevinst.features.accounts.models import User
from gevinst.shared.actor import Actor, Right

YEAR = 365 * 24 * 3600


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Who I am here, what I may do, how I sign in; with no role, whom to ask for one."""
    held = queries.roles_of(request.user.pk)
    facts = {
        "roles": held,
        "ask": [] if held else queries.whom_to_ask(request.user.pk),
        "desk_mails": User.DeskMail.choices if _actor(request).authorities(Right.WORK_DESK) else [],
    }
    return render(request, "accounts/profile.html", facts)


@require_POST
def desk_mail(request: HttpRequest) -> HttpResponse:
    """Keeps how often I get e-mail about the desk."""
    actions.choose_desk_mail(how_often=request.POST.get("desk_mail", ""), by=_actor(request))
    messages.success(request, _("Your choice is kept."))
    return HttpResponseRedirect(reverse("profile"))


def _actor(request: HttpRequest) -> Actor:
    found: Actor = request.actor  # type: ignore[attr-defined]
    return found


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keeps the chosen language in a cookie and goes back to where it was chosen."""
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        back, {request.get_host()}, require_https=request.is_secure()
    )
    response = HttpResponseRedirect(back if safe else "/")
    chosen = request.POST.get("language", "")
    if chosen in dict(settings.LANGUAGES):
        actions.choose_language(language=chosen, by=_actor(request))
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=YEAR,
            secure=settings.HTTPS,
            httponly=True,
            samesite="Lax",
        )
    return response
