"""A person's saved searches: the page of them, saving one, changing and forgetting it."""

from __future__ import annotations

from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gevinst.features.catalogue.actions.searches import keeping
from gevinst.features.catalogue.models import Pace, SavedSearch
from gevinst.features.catalogue.queries.asked import asked_of
from gevinst.features.catalogue.queries.searching.known import saved_searches
from gevinst.features.catalogue.web.search.choices import Chip, chips
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


class Row(NamedTuple):
    """A saved search, and what it asks for."""

    search: SavedSearch
    chips: list[Chip]


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """The saved searches; what is sent is saved as one more."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if request.method == "POST":
        return _save(request, actor)
    rows = [Row(one, chips(asked_of(one.query))) for one in saved_searches(actor)]
    facts = {"rows": rows, "paces": Pace.choices}
    return render(request, "catalogue/search/saved.html", facts)


def _save(request: HttpRequest, actor: Actor) -> HttpResponse:
    given = request.POST
    query = given.get("query", "")[:2000]
    try:
        keeping.save_search(
            query=query, label=given.get("label", ""), pace=given.get("pace", ""), by=actor
        )
    except DomainError as fault:
        if fault.code != "invalid":
            raise
        messages.error(request, fault.message)
        return HttpResponseRedirect(f"{reverse('catalogue')}?{query}")
    messages.success(request, _("The search is saved. You are told when it finds something new."))
    return HttpResponseRedirect(reverse("saved-searches"))


@require_POST
def change(request: HttpRequest, search_id: int) -> HttpResponse:
    """Another name and pace; or, with `forget`, the search is deleted."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    given = request.POST
    if given.get("forget"):
        keeping.forget_search(search_id=search_id, by=actor)
        messages.success(request, _("The search is deleted."))
        return HttpResponseRedirect(reverse("saved-searches"))
    try:
        keeping.change_search(
            search_id=search_id, label=given.get("label", ""), pace=given.get("pace", ""), by=actor
        )
    except DomainError as fault:
        if fault.code != "invalid":
            raise
        messages.error(request, fault.message)
    else:
        messages.success(request, _("The change is saved."))
    return HttpResponseRedirect(reverse("saved-searches"))
