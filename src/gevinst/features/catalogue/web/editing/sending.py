"""What the forms of processes share: who may send, what a refusal looks like, and what is kept for later."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gevinst.features.catalogue.models import Draft, Process
from gevinst.features.catalogue.queries.drafts import draft, draft_of
from gevinst.features.catalogue.web.editing import drafting, stash
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


def contributing(actor: Actor) -> frozenset[int]:
    """Where `actor` may add processes. Raises `DomainError("not-allowed")` when that is nowhere."""
    places = actor.authorities(Right.CONTRIBUTE)
    if not places:
        raise DomainError("not-allowed", _("You need to be a contributor to add a process."))
    return places


def sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page and back; what was typed waits."""
    return redirect(stash.put(request, request.get_full_path()))


def saved(form: Any, action: Callable[[], Process]) -> Process | None:
    """What the action gave; None, and its complaint in the form, when it refused the input."""
    try:
        return action()
    except DomainError as fault:
        if fault.code != "invalid":
            raise
        form.add_error(None, str(fault.message))
        return None


def kept_as_draft(request: HttpRequest, process_id: int | None) -> HttpResponse:
    """Keeps what was sent, for later; who has overtaken oneself in another window is told."""
    try:
        drafting.keep(request, request.POST, process_id)
        messages.success(request, _("Your draft is kept. Nobody else sees it."))
    except DomainError as fault:
        if fault.code != "conflict":
            raise
        _keep_beside(request, process_id)
    return redirect("process-drafts")


def waiting(request: HttpRequest, process_id: int | None) -> Draft | None:
    """The draft that the form begins with: what was typed when the session had run out, or a kept one."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if process_id is None:
        held = draft(actor, drafting.number(request.GET.get("kladde")))
        held = held if held and held.process_id is None else None
    else:
        held = draft_of(actor, process_id)
    data = stash.take(request) if request.method == "GET" else None
    if data is None:
        return held
    known = data.copy()
    if held is not None:
        known["draft"], known["revision"] = str(held.pk), str(held.fields.get("revision", 0))
    else:
        known["draft"] = known["revision"] = "0"
    messages.info(request, _("You were signed out. What you typed is here: look it over and save."))
    return drafting.keep(request, known, process_id)


def _keep_beside(request: HttpRequest, process_id: int | None) -> None:
    """Of a new process a draft more is kept; of one that is there the other window's stays."""
    if process_id is None:
        data = request.POST.copy()
        data["draft"] = data["revision"] = "0"
        drafting.keep(request, data, None)
        messages.warning(
            request, _("The draft was changed in another window: this is kept beside it.")
        )
        return
    raise DomainError(
        "conflict",
        _(
            "Your draft was changed in another window. Go back, copy what you need, and open it anew."
        ),
    )
