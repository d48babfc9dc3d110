"""The page on which those who made a process tell everybody who reuses it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.features.catalogue import queries
from gevinst.features.catalogue.actions import reuse as actions
from gevinst.features.catalogue.permissions import require_may_change
from gevinst.features.catalogue.web.reuse.forms import AnnounceForm
from gevinst.features.catalogue.web.reuse.trying import posted, tried
from gevinst.shared.actor import Actor


@require_http_methods(["GET", "HEAD", "POST"])
def announce(request: HttpRequest, process_id: int) -> HttpResponse:
    """A new version, an error, a law: written once, told to all adopters."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    process = queries.process(actor, process_id)
    require_may_change(actor, process)
    form = AnnounceForm(posted(request))
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        if tried(form, lambda: actions.announce(process_id=process_id, by=actor, **facts)):
            messages.success(request, _("Those who reuse the process are told."))
            return redirect("process", process_id)
    facts = {"process": process, "form": form, "adopters": process.adopted_by.count()}
    return render(
        request, "catalogue/reuse/announce.html", facts, status=422 if form.errors else 200
    )
