"""Suggestions of systems and technologies while one types."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gevinst.features.catalogue.web.editing import choices
from gevinst.shared.actor import Actor, Right


@require_GET
def suggestions(request: HttpRequest, kind: str) -> HttpResponse:
    """The options of a list: what the own authority has first. `kind` is one of `choices.MODELS`."""
    if kind not in choices.MODELS:
        raise Http404
    actor: Actor = request.actor  # type: ignore[attr-defined]
    text = request.GET.get(request.GET.get("field", "q"), "").replace("\0", "")[:120]
    found = choices.suggestions(kind, actor.authorities(Right.READ), text)
    return render(request, "catalogue/editing/suggestions.html", {"found": found})
