"""The history of a process: who changed what, a page at a time."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gevinst.features.catalogue import history as past
from gevinst.features.catalogue import queries
from gevinst.shared.actor import Actor

PAGE = 30


@require_GET
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Newest first; for those who are signed in."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    process = queries.process(actor, pk)
    pages = Paginator(past.history(process, actor), PAGE)
    facts = {"process": process, "page": pages.get_page(request.GET.get("side"))}
    return render(request, "catalogue/history.html", facts)
