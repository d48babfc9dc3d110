"""The page of "use this": where to, how much, what comes along and what does not."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue import queries
from gevinst.features.catalogue.actions import reuse as actions
from gevinst.features.catalogue.fields import GROUPS, NOT_COPIED
from gevinst.features.catalogue.models import Adoption, Process
from gevinst.features.catalogue.queries.reuse.taking import IDEA, PARTS, taken
from gevinst.features.catalogue.web.reuse.forms import UseForm
from gevinst.features.catalogue.web.reuse.trying import posted, tried
from gevinst.features.catalogue.web.reuse.words import PARTS as NAMES
from gevinst.features.catalogue.web.reuse.words import filled
from gevinst.shared.actor import Actor, Right


@require_http_methods(["GET", "HEAD", "POST"])
def use(request: HttpRequest, process_id: int) -> HttpResponse:
    """The form; answered it leads to the copy, whose page says what to adapt."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    source = queries.process(actor, process_id)
    form = UseForm(posted(request), places=places(actor, source), parts=offered(source))
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        adoption = tried(
            form,
            lambda: actions.adopt(
                source_id=source.pk,
                authority_id=int(facts["authority"]),
                extent=facts["extent"],
                parts=facts["parts"],
                by=actor,
            ),
        )
        if adoption:
            messages.success(request, _("Your copy is made. Now adapt it."))
            return redirect("process", adoption.process_id)
    return _page(request, source, form)


def places(actor: Actor, source: Process) -> list[tuple[int, str]]:
    """The authorities that the actor may make a copy for."""
    mine = actor.authorities(Right.CONTRIBUTE) - {source.authority_id}
    return list(accounts.authorities().filter(pk__in=mine).values_list("pk", "name"))


def offered(source: Process) -> list[str]:
    """The parts in which the source has something to take."""
    hanging = {"law": source.legal_clauses.exists(), "blocks": source.blocks.exists()}
    return [
        part
        for part in PARTS
        if hanging.get(part) or filled(source, set(GROUPS.get(part, ())) - NOT_COPIED)
    ]


def _page(request: HttpRequest, source: Process, form: UseForm) -> HttpResponse:
    whole = taken(Adoption.Extent.WHOLE)
    along = [
        (NAMES[part], filled(source, set(GROUPS.get(part, ())) & whole)) for part in offered(source)
    ]
    facts = {
        "process": source,
        "form": form,
        "possible": bool(form.fields["authority"].choices),  # type: ignore[attr-defined]
        "always": filled(source, IDEA),
        "along": along,
        "behind": filled(source, NOT_COPIED - {"visibility", "phase", "status"}),
    }
    return render(request, "catalogue/reuse/use.html", facts, status=422 if form.errors else 200)
