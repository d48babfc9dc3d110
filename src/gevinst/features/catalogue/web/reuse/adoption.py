"""What an adopter sees and says of its reuse: the report, what changed at the source, what is adapted."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gevinst.features.catalogue import queries
from gevinst.features.catalogue.actions import reuse as actions
from gevinst.features.catalogue.models import Adoption
from gevinst.features.catalogue.permissions import (
    may_change,
    may_read_internal,
    require_may_change,
)
from gevinst.features.catalogue.queries.reuse.adoptions import adoption as one
from gevinst.features.catalogue.queries.reuse.changed import source_change
from gevinst.features.catalogue.web.reuse.forms import ReportForm
from gevinst.features.catalogue.web.reuse.ids import stated_id
from gevinst.features.catalogue.web.reuse.trying import posted, tried
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, adoption_id: int) -> HttpResponse:
    """Hours and what was learnt."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    adoption = one(actor, adoption_id)
    require_may_change(actor, adoption.process)
    form = ReportForm(posted(request), instance=adoption)
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        if tried(form, lambda: actions.report(adoption_id=adoption_id, by=actor, **facts)):
            messages.success(request, _("Thank you. Others can now see what reuse is worth."))
            return redirect("process", adoption.process_id)
    facts = {**_named(actor, adoption), "form": form}
    return render(request, "catalogue/reuse/report.html", facts, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def changes(request: HttpRequest, adoption_id: int) -> HttpResponse:
    """What changed at the source since somebody here looked; for the own authority."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    adoption = one(actor, adoption_id)
    if not may_read_internal(actor, adoption.process):
        raise DomainError("not-found", _("There is no such reuse."))
    if request.method == "POST":
        event = stated_id(request.POST.get("event", ""))
        actions.review(adoption_id=adoption_id, by=actor, seen_event=event)
        messages.success(request, _("The source counts as looked at."))
        return redirect("process", adoption.process_id)
    facts = _named(actor, adoption)
    if facts["source_title"]:
        facts["change"] = source_change(actor, adoption)
    facts["may_change"] = may_change(actor, adoption.process)
    return render(request, "catalogue/reuse/changes.html", facts)


@require_POST
def adapt(request: HttpRequest, adoption_id: int) -> HttpResponse:
    """An item of the list is dealt with: the authority has it, or it is right as it is."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    item = request.POST.get("item", "")
    act = actions.have if request.POST.get("do") == "have" else actions.settle
    act(adoption_id=adoption_id, item=item, by=actor)
    return redirect("process", one(actor, adoption_id).process_id)


def _named(actor: Actor, adoption: Adoption) -> dict[str, Any]:
    titles = queries.titles(actor, [adoption.source_id])
    return {
        "adoption": adoption,
        "process": adoption.process,
        "source_title": titles.get(adoption.source_id, ""),
    }
