"""The warning against writing the same twice: what is like the words that are being written."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gevinst.features.catalogue.queries.similar import alike
from gevinst.features.catalogue.web.reuse.ids import stated_id
from gevinst.shared.actor import Actor

FIELDS = ("title", "summary", "description", "challenge", "solution")
FEWEST = 8  # letters: less says too little to warn by
LIMIT, LONGEST = 5, 2000


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """A fragment for the form (htmx), or a plain page. `uden` is the id of the process being written."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    texts = {name: text[:LONGEST] for name in FIELDS if (text := request.GET.get(name, "").strip())}
    without = stated_id(request.GET.get("uden", ""))
    found = []
    if sum(map(len, texts.values())) >= FEWEST:
        found = alike(actor, texts, limit=LIMIT, without=[without] if without else [])
    fragment = bool(request.headers.get("HX-Request"))
    template = "alike_list.html" if fragment else "alike.html"
    return render(request, f"catalogue/recommending/{template}", {"found": found, "texts": texts})
