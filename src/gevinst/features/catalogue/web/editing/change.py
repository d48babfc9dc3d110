"""The full form of a process that is there. What others save meanwhile is not overwritten."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.features.catalogue import history, queries
from gevinst.features.catalogue.actions import drafts as keeping
from gevinst.features.catalogue.actions.editing import save_edit
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.permissions import require_may_change
from gevinst.features.catalogue.web.editing import drafting, sending
from gevinst.features.catalogue.web.editing.form import ProcessForm
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The form; when somebody has changed the same meanwhile it shows what, and asks to save again."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor.user_id is None:
        return sending.sign_in(request)
    process = queries.process(actor, pk)
    require_may_change(actor, process)
    if request.method == "POST" and request.POST.get("act") == "draft":
        return sending.kept_as_draft(request, pk)
    if request.method == "POST":
        return _send(request, process)
    held = sending.waiting(request, pk)
    form = ProcessForm(instance=process, actor=actor, authority_id=process.authority_id)
    drafting.initial(form, held)
    base = held.fields.get("base") if held else 0
    facts = {"base": base or history.latest_event(process), **drafting.page_facts(held)}
    return render(
        request, "catalogue/editing/form.html", {"form": form, "process": process, **facts}
    )


def _send(request: HttpRequest, process: Process) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    sent, latest = request.POST, history.latest_event(process)
    base, conflict = drafting.number(sent.get("base")) or latest, []
    form = ProcessForm(sent, instance=process, actor=actor, authority_id=process.authority_id)
    if form.is_valid():
        try:
            facts = form.facts
            if sending.saved(
                form, lambda: save_edit(process_id=process.pk, by=actor, base=base, **facts)
            ):
                keeping.sent(by=actor, process_id=process.pk, draft_id=None)
                messages.success(request, _("Your changes are saved."))
                return redirect("process", process.pk)
        except DomainError as fault:
            if fault.code != "conflict":
                raise
            conflict = history.differences(process, base, actor)
    facts = {
        "form": form,
        "process": process,
        "base": latest if conflict else base,
        "conflict": conflict,
        **drafting.page_facts(None, sent),
    }
    status = 409 if conflict else 422
    return render(request, "catalogue/editing/form.html", facts, status=status)
