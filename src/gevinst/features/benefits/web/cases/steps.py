"""Takes a business case a step from its page."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.web.cases.deciding import approve, keep, propose, reject, to_case
from gevinst.features.benefits.web.cases.page import page_facts
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


@require_POST
def step(request: HttpRequest, case_id: int, act: str) -> HttpResponse:
    """Takes the case a step: keep a version, propose, approve, reject, withdraw, share, copy, archive."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = queries.case(actor, case_id)
    if act not in STEPS:
        raise Http404
    try:
        return STEPS[act](request, actor, case)
    except DomainError as fault:
        if fault.code in ("not-allowed", "not-found"):
            raise
        facts = page_facts(request, queries.case(actor, case_id), fault=fault, act=act)
        facts["typed"] = request.POST.get("reason") or request.POST.get("answer", "")
        return render(request, "benefits/case_page.html", facts, status=fault.status)


def _withdraw(request: HttpRequest, actor: Actor, case: BusinessCase) -> HttpResponse:
    actions.withdraw_case(case=case, by=actor)
    return to_case(case)


def _share(request: HttpRequest, actor: Actor, case: BusinessCase) -> HttpResponse:
    actions.show_case(case=case, visibility=request.POST.get("visibility", ""), by=actor)
    return to_case(case)


def _archive(request: HttpRequest, actor: Actor, case: BusinessCase) -> HttpResponse:
    actions.archive_case(case=case, by=actor)
    return to_case(case)


def _reopen(request: HttpRequest, actor: Actor, case: BusinessCase) -> HttpResponse:
    actions.reopen_case(case=case, by=actor)
    return to_case(case)


def _copy(request: HttpRequest, actor: Actor, case: BusinessCase) -> HttpResponse:
    mine = actor.authorities(Right.CONTRIBUTE)
    stated = request.POST.get("authority", "")
    place = int(stated) if stated.isdecimal() and int(stated) in mine else case.authority_id
    made = actions.copy_case(case=case, by=actor, authority_id=place)
    return redirect("business-case-edit", made.pk)


STEPS: dict[str, Callable[[HttpRequest, Actor, BusinessCase], HttpResponse]] = {
    "behold": keep,
    "send": propose,
    "godkend": approve,
    "afvis": reject,
    "traek-tilbage": _withdraw,
    "synlighed": _share,
    "arkiver": _archive,
    "genaabn": _reopen,
    "kopier": _copy,
}
