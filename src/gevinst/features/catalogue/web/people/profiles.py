"""Profiles: my own to write, colleagues' to read."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gevinst.features.catalogue.actions.people.profile import write_profile
from gevinst.features.catalogue.models import Profile
from gevinst.features.catalogue.queries.people.profiles import (
    colleagues,
    places,
    profile,
    worked_on,
)
from gevinst.features.catalogue.web.people.forms import ProfileForm
from gevinst.shared.actor import Actor


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Who works where: all of my own authorities, those who let themselves be shown at the others."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    offered = places(actor)
    code = request.GET.get("myndighed", "")
    chosen = next((one for one in offered if one.code == code), offered[0] if offered else None)
    facts = {
        "places": offered,
        "chosen": chosen,
        "people": colleagues(actor, chosen.pk) if chosen else [],
    }
    return render(request, "catalogue/people/list.html", facts)


@require_safe
def show(request: HttpRequest, user_id: int) -> HttpResponse:
    """What a person works on and answers for, with the processes that the reader may see."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = profile(actor, user_id)
    facts = {
        "person": found.user,
        "profile": found.profile,
        "roles": found.roles,
        "mine": user_id == actor.user_id,
        "processes": worked_on(actor, user_id),
    }
    return render(request, "catalogue/people/profile.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    """My own profile."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    held = Profile.objects.filter(user=actor.user_id).first()
    form = ProfileForm(request.POST or None, instance=held)
    if request.method == "POST" and form.is_valid():
        write_profile(by=actor, **form.cleaned_data)
        messages.success(request, _("Your profile is kept."))
        return redirect("colleague", user_id=actor.user_id)
    status = 422 if form.errors else 200
    return render(request, "catalogue/people/edit.html", {"form": form}, status=status)
