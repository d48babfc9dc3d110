"""The whole conversation of a process, page by page, and saying something in it."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from gevinst.features.catalogue import queries
from gevinst.features.catalogue.actions import talk as actions
from gevinst.features.catalogue.models import Comment, Process
from gevinst.features.catalogue.queries.talk import threads
from gevinst.features.catalogue.talk_rights import require_may_talk
from gevinst.features.catalogue.web.talk.forms import SayForm
from gevinst.features.catalogue.web.talk.panel import rights, say_form
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

THREADS = 25
TYPED = frozenset({"invalid", "person-number"})


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, process_id: int) -> HttpResponse:
    """Reads; a post says something and leads to where it stands on the page of the process."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    process = queries.process(actor, process_id)
    require_may_talk(actor)
    form = say_form(actor, process, *([request.POST] if request.method == "POST" else []))
    if form.is_valid() and (made := _said(actor, process, form)):
        return HttpResponseRedirect(f"{reverse('process', args=[process.pk])}#k-{made.pk}")
    found = threads(actor, process)
    page = Paginator(found, THREADS).get_page(request.GET.get("side") or last_page(len(found)))
    facts: dict[str, Any] = {"page": page, "threads": page, "total": len(found), "form": form}
    facts |= {**rights(actor, process), "answered": _answered(form)}
    status = 422 if form.errors else 200
    return render(request, "catalogue/talk/conversation.html", facts, status=status)


def last_page(number: int) -> int:
    """The page of the newest threads."""
    return max(1, -(-number // THREADS))


def _said(actor: Actor, process: Process, form: SayForm) -> Comment | None:
    """What was said; None, and the reason in the form beside what was typed, when it was refused."""
    facts = form.cleaned_data
    try:
        return actions.comment(
            process_id=process.pk,
            by=actor,
            text=facts["text"],
            internal=facts.get("internal", False),
            reply_to=facts["reply_to"],
        )
    except DomainError as fault:
        if fault.code not in TYPED:
            raise
        form.add_error("text", str(fault.message))
        return None


def _answered(form: SayForm) -> bool:
    """Whether what was typed and refused is a reply."""
    return bool(form.is_bound and form.data.get("reply_to"))
