"""The pages of IT systems."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gevinst.features.catalogue.actions import registers
from gevinst.features.catalogue.models import ItSystem
from gevinst.features.catalogue.queries.registers import systems as looked_up
from gevinst.features.catalogue.web.registers.ours import place, say
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError

PAGE = 30
SHOWN = 20


@login_not_required
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The systems, with how many processes name each."""
    actor = _actor(request)
    text, mine = words(request), place(actor)
    only = request.GET.get("vores") == "1" and mine is not None
    rows = looked_up.systems(text=text, of=[mine] if only and mine else [])
    page = Paginator(rows, PAGE).get_page(request.GET.get("side"))
    shown = list(page.object_list)
    counted = looked_up.uses(actor, [row.pk for row in shown])
    had, _technologies = looked_up.owned([mine] if mine else [])
    facts = {
        "page": page,
        "lines": [(row, counted[row.pk], row.pk in had) for row in shown],
        "text": text,
        "ours": only,
        "contributes": mine is not None,
        "imports": actor.national or bool(actor.authorities(Right.ADMINISTER)),
        "merges": actor.national,
    }
    return render(request, "catalogue/registers/systems.html", facts)


@login_not_required
@require_safe
def show(request: HttpRequest, system_id: int) -> HttpResponse:
    """One system: what it is for, who has it, which processes work with it."""
    actor = _actor(request)
    system, mine = looked_up.system(system_id), place(actor)
    had, _technologies = looked_up.owned([mine] if mine else [])
    rows = looked_up.processes_of(actor, system_id)
    facts = {
        "system": system,
        "uses": looked_up.uses(actor, [system_id])[system_id],
        "owners": looked_up.owners(system_id) if request.user.is_authenticated else [],
        "processes": rows[:SHOWN],
        "has": system.pk in had,
        "contributes": mine is not None,
    }
    return render(request, "catalogue/registers/system.html", facts)


@require_POST
def ours(request: HttpRequest, system_id: int) -> HttpResponseRedirect:
    """We have the system, or no longer have it."""
    looked_up.system(system_id)
    return say(request, reverse("system", args=[system_id]), system_id=system_id)


@require_POST
def merge(request: HttpRequest) -> HttpResponseRedirect:
    """Puts two names of one system together."""
    labels = (request.POST.get("behold", ""), request.POST.get("fjern", ""))
    keys = [" ".join(label.casefold().split())[:120] for label in labels]
    found = dict(ItSystem.objects.filter(key__in=keys).values_list("key", "pk"))
    ids = [found.get(key) for key in keys]
    if ids[0] is None or ids[1] is None:
        raise DomainError("not-found", _("Both names must be those of systems on the list."))
    kept = registers.merge_systems(keep_id=ids[0], drop_id=ids[1], by=_actor(request))
    messages.success(request, _("The two systems are one now."))
    return HttpResponseRedirect(reverse("system", args=[kept.pk]))


def words(request: HttpRequest) -> str:
    """What was typed into the box."""
    return request.GET.get("q", "").replace("\0", "").strip()[:200]


def _actor(request: HttpRequest) -> Actor:
    found: Actor = request.actor  # type: ignore[attr-defined]
    return found
