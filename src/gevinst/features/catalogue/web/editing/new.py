"""The full form of a new process."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.actions import drafts as keeping
from gevinst.features.catalogue.actions.editing import save_new
from gevinst.features.catalogue.models import Draft, Process
from gevinst.features.catalogue.web.editing import drafting, sending
from gevinst.features.catalogue.web.editing.form import ProcessForm
from gevinst.shared.actor import Actor


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """The form of a new process; saved it leads to its page."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor.user_id is None:
        return sending.sign_in(request)
    places = sending.contributing(actor)
    sent = request.POST if request.method == "POST" else None
    if sent is not None and sent.get("act") == "draft":
        return sending.kept_as_draft(request, None)
    held = sending.waiting(request, None)
    place = _place(request, held, places)
    mine = Process(owner_id=actor.user_id, reporter_id=actor.user_id)
    form = ProcessForm(sent, instance=mine, actor=actor, authority_id=place)
    if sent is not None and drafting.number(sent.get("authority")) not in {0, *places}:
        form.add_error(None, _("You are not a contributor at that authority."))
    if sent is not None and form.is_valid() and (made := _made(actor, form, place)):
        keeping.sent(by=actor, process_id=None, draft_id=drafting.number(sent.get("draft")))
        messages.success(request, _("The process is in the catalogue."))
        return redirect("process", made.pk)
    drafting.initial(form, held)
    facts = {
        "form": form,
        "places": accounts.authorities().filter(pk__in=places),
        "place": place,
        **drafting.page_facts(held, sent),
    }
    status = 422 if form.errors else 200
    return render(request, "catalogue/editing/form.html", facts, status=status)


def _made(actor: Actor, form: ProcessForm, place: int) -> Process | None:
    facts = form.facts
    return sending.saved(form, lambda: save_new(by=actor, authority_id=place, **facts))


def _place(request: HttpRequest, held: Draft | None, places: frozenset[int]) -> int:
    """The authority that was chosen; the first of one's own where none was, or another's."""
    given = request.POST.get("authority") or request.GET.get("myndighed")
    if not given and held is not None:
        given = drafting.as_sent(held).get("authority")
    place = drafting.number(given)
    return place if place in places else min(places)
