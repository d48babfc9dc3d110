"""Handing over: what people who have left still hold, and what I hold myself."""

from __future__ import annotations

from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from gevinst.features.catalogue.actions.people.handing import hand_over
from gevinst.features.catalogue.queries.people.handover import Holding, abandoned, own
from gevinst.features.catalogue.web.people.forms import HandOverForm
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


class Group(NamedTuple):
    """One person at one authority, with the form that hands over what they hold."""

    holding: Holding
    form: HandOverForm
    mine: bool


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """A form for each person and authority; sending one hands over what is marked in it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    groups = [_group(request, actor, one) for one in [*abandoned(actor), *own(actor)]]
    sent = next((group for group in groups if group.form.is_bound), None)
    if sent is not None and sent.form.is_valid() and _done(request, actor, sent):
        return redirect("hand-over")
    facts = {
        "groups": groups,
        "form": sent.form if sent else None,
        "administers": actor.national or bool(actor.authorities(Right.ADMINISTER)),
    }
    return render(request, "catalogue/people/handing.html", facts, status=422 if sent else 200)


def _group(request: HttpRequest, actor: Actor, holding: Holding) -> Group:
    key = f"{holding.person.pk}-{holding.authority.pk}"
    sent = request.method == "POST" and request.POST.get("group") == key
    form = HandOverForm(
        request.POST if sent else None,
        held=holding.processes,
        leaver_id=holding.person.pk,
        by=actor,
        auto_id=f"id_{key}_%s",
    )
    return Group(holding, form, holding.person.pk == actor.user_id)


def _done(request: HttpRequest, actor: Actor, group: Group) -> bool:
    stated = group.form.cleaned_data
    try:
        count = hand_over(
            process_ids=stated["processes"],
            from_id=group.holding.person.pk,
            to_id=stated["to"],
            mailbox=stated["mailbox"] or None,
            by=actor,
        )
    except DomainError as fault:
        group.form.add_error(None, str(fault.message))
        return False
    told = ngettext("%(n)s process is handed over.", "%(n)s processes are handed over.", count)
    messages.success(request, told % {"n": count})
    return True
