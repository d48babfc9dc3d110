"""The page of technologies."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from gevinst.features.catalogue.models import Technology
from gevinst.features.catalogue.queries.registers import systems as looked_up
from gevinst.features.catalogue.web.registers.ours import place, say
from gevinst.features.catalogue.web.registers.systems import words
from gevinst.shared.actor import Actor

PAGE = 50


@login_not_required
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The technologies, with how many processes are built with each."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    text, mine = words(request), place(actor)
    only = request.GET.get("vores") == "1" and mine is not None
    rows = looked_up.technologies(text=text, of=[mine] if only and mine else [])
    page = Paginator(rows, PAGE).get_page(request.GET.get("side"))
    shown = list(page.object_list)
    counted = looked_up.technology_uses(actor, [row.pk for row in shown])
    _systems, had = looked_up.owned([mine] if mine else [])
    facts = {
        "page": page,
        "lines": [(row, counted[row.pk], row.pk in had) for row in shown],
        "text": text,
        "ours": only,
        "contributes": mine is not None,
    }
    return render(request, "catalogue/registers/technologies.html", facts)


@require_POST
def ours(request: HttpRequest, technology_id: int) -> HttpResponseRedirect:
    """We have the technology, or no longer have it."""
    get_object_or_404(Technology, pk=technology_id)
    return say(request, reverse("technologies"), technology_id=technology_id)
