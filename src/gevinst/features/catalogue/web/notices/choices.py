"""What a person chooses: how often each kind comes by e-mail, and what is followed."""

from __future__ import annotations

from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gevinst.features.accounts.queries import authorities
from gevinst.features.catalogue.actions.notices.choosing import choose_paces
from gevinst.features.catalogue.models import NoticeKind, Pace
from gevinst.features.catalogue.queries.people.following import (
    followed_authorities,
    followed_processes,
)
from gevinst.features.catalogue.queries.people.pacing import PACES, choices
from gevinst.shared.actor import Actor


class Choice(NamedTuple):
    """A kind with the pace that holds, and whether that is what comes without a choice."""

    kind: str
    label: str
    pace: str
    usual: bool


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """How often each kind comes by e-mail."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if request.method == "POST":
        stated = {kind: request.POST.get(kind, "") for kind in NoticeKind.values}
        choose_paces(paces={key: pace for key, pace in stated.items() if pace}, by=actor)
        messages.success(request, _("Your choice is kept."))
        return redirect("notice-choices")
    held = choices(actor.user_id or 0)
    rows = [
        Choice(kind.value, str(kind.label), held[kind], held[kind] == PACES[kind])
        for kind in NoticeKind
    ]
    facts = {"rows": rows, "paces": Pace.choices, "email": request.user.email}  # type: ignore[union-attr]
    return render(request, "catalogue/notices/choices.html", facts)


@require_safe
def following(request: HttpRequest) -> HttpResponse:
    """What the person follows, and authorities to follow."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    held = followed_authorities(actor)
    taken = [one.authority_id for one in held if one.authority_id is not None]
    facts = {
        "processes": followed_processes(actor),
        "authorities": held,
        "others": authorities().exclude(pk__in=taken),
    }
    return render(request, "catalogue/notices/following.html", facts)
