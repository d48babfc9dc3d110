"""Drafts: kept while one types, listed, and thrown out."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gevinst.features.catalogue import queries
from gevinst.features.catalogue.actions import drafts as keeping
from gevinst.features.catalogue.models import Draft
from gevinst.features.catalogue.permissions import require_may_change
from gevinst.features.catalogue.queries.drafts import drafts
from gevinst.features.catalogue.web.editing import drafting, stash
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


class Line(NamedTuple):
    """A draft in the list: what it is of, and where one goes on."""

    draft: Draft
    title: str
    path: str


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """What one has begun and not sent."""
    return render(request, "catalogue/editing/drafts.html", {"lines": lines(request.actor)})  # type: ignore[attr-defined]


def lines(actor: Actor) -> list[Line]:
    """The drafts of `actor`, newest first."""
    return [Line(one, _title(one), _path(one)) for one in drafts(actor)]


@login_not_required
@require_POST
def keep(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Keeps what is typed so far; answers with the line that says so."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    path = _form_path(request, pk)
    if actor.user_id is None:
        facts: dict[str, Any] = {"sign_in": stash.put(request, path)}
        return render(request, "catalogue/editing/kept.html", facts)
    if pk is not None:
        require_may_change(actor, queries.process(actor, pk))
    try:
        held = drafting.keep(request, request.POST, pk)
        facts = {"swapped": True, **drafting.page_facts(held)}
    except DomainError as fault:
        facts = {"fault": fault, "path": path}
    return render(request, "catalogue/editing/kept.html", facts)


@require_POST
def discard(request: HttpRequest, draft: int) -> HttpResponse:
    """Throws a draft out."""
    keeping.discard(by=request.actor, draft_id=draft)  # type: ignore[attr-defined]
    return redirect("process-drafts")


def _title(draft: Draft) -> str:
    typed = drafting.as_sent(draft).get("title", "").strip()
    if draft.process is not None:
        return typed or draft.process.title
    return typed or _("A process without a title")


def _path(draft: Draft) -> str:
    if draft.process_id is not None:
        return reverse("process-edit", args=[draft.process_id])
    name = "process-share" if draft.fields.get("form") == "quick" else "process-create"
    return f"{reverse(name)}?kladde={draft.pk}"


def _form_path(request: HttpRequest, pk: int | None) -> str:
    if pk is not None:
        return reverse("process-edit", args=[pk])
    name = "process-share" if request.POST.get("form") == "quick" else "process-create"
    held = drafting.number(request.POST.get("draft"))
    return f"{reverse(name)}?kladde={held}" if held else reverse(name)
