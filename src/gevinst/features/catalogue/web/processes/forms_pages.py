"""Creating and changing a process."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.features.catalogue import actions, queries
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.permissions import require_may_change
from gevinst.features.catalogue.web.processes.forms import ProcessForm
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """The form of a new process; saved it leads to its page."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not actor.authorities(Right.CONTRIBUTE):
        raise DomainError("not-allowed", _("You need to be a contributor to add a process."))
    form = ProcessForm(request.POST or None, actor=actor)
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        authority = facts.pop("authority").pk
        if made := _saved(form, lambda: actions.create(by=actor, authority_id=authority, **facts)):
            messages.success(request, _("The process is in the catalogue."))
            return redirect("process", made.pk)
    return _page(request, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of a process that is there."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    process = queries.process(actor, pk)
    require_may_change(actor, process)
    form = ProcessForm(request.POST or None, instance=process, actor=actor)
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        if _saved(form, lambda: actions.update(process_id=pk, by=actor, **facts)):
            messages.success(request, _("Your changes are saved."))
            return redirect("process", pk)
    return _page(request, form, process)


def _saved(form: ProcessForm, action: Callable[[], Process]) -> Process | None:
    """What the action gave; None, and its complaint in the form, when it refused the input."""
    try:
        return action()
    except DomainError as fault:
        if fault.code != "invalid":
            raise
        form.add_error(None, str(fault.message))
        return None


def _page(request: HttpRequest, form: ProcessForm, process: Process | None) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "catalogue/form.html", {"form": form, "process": process}, status=status)
