"""The page of "we reuse this already", and the one that removes a wrong link."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.features.catalogue import queries
from gevinst.features.catalogue.actions import reuse as actions
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.permissions import require_may_change
from gevinst.features.catalogue.queries.reuse.adoptions import adoption as one
from gevinst.features.catalogue.web.reuse.forms import LinkForm
from gevinst.features.catalogue.web.reuse.trying import posted, tried
from gevinst.shared.actor import Actor, Right

MOST = 500


@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, process_id: int) -> HttpResponse:
    """Which own process reuses the source, and how much of it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    source = queries.process(actor, process_id)
    form = LinkForm(posted(request), processes=_own(actor, source))
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        made = tried(
            form,
            lambda: actions.link(
                process_id=int(facts["process"]),
                source_id=source.pk,
                extent=facts["extent"],
                by=actor,
            ),
        )
        if made:
            messages.success(request, _("Now everybody can see where yours is from."))
            return redirect("process", made.process_id)
    facts = {"process": source, "form": form, "possible": bool(_own(actor, source))}
    return render(request, "catalogue/reuse/link.html", facts, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def unlink(request: HttpRequest, adoption_id: int) -> HttpResponse:
    """Asks once, then removes the link; both processes stay."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    adoption = one(actor, adoption_id)
    require_may_change(actor, adoption.process)
    if request.method == "POST":
        actions.unlink(adoption_id=adoption_id, by=actor)
        messages.success(request, _("The link is removed. Both processes are as they were."))
        return redirect("process", adoption.process_id)
    readable = queries.titles(actor, [adoption.source_id])
    facts = {
        "adoption": adoption,
        "process": adoption.process,
        "source_title": readable.get(adoption.source_id, ""),
    }
    return render(request, "catalogue/reuse/unlink.html", facts)


def _own(actor: Actor, source: Process) -> list[tuple[int, str]]:
    """The processes of the actor's authorities that may be linked, by title."""
    mine = actor.authorities(Right.CONTRIBUTE) - {source.authority_id}
    found = queries.processes(actor, sort="title").filter(authority_id__in=mine)
    rows = found.exclude(adoptions__source=source)[:MOST]
    return [(each.pk, f"{each.title} ({each.authority.name})") for each in rows]
