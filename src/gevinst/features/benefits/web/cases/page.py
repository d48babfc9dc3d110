"""One business case: its results, what can be done with it, its versions and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.casework import permissions
from gevinst.features.benefits.casework.models import CaseState, CaseVisibility
from gevinst.features.benefits.casework.paths import plain
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.web.case_charts import case_charts
from gevinst.features.benefits.web.cases.comments import place_title, threads
from gevinst.features.benefits.web.cases.difference_words import told_difference
from gevinst.features.benefits.web.cases.fault_words import fault_words
from gevinst.features.benefits.web.cases.goal import NET, goal_of
from gevinst.features.benefits.web.cases.shown import shown_case, zero_and_one
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


@require_GET
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """The case as it stands."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = queries.case(actor, case_id)
    if request.headers.get("HX-Request"):
        return render(request, "benefits/case_goal.html", _goal(request, case))
    return render(request, "benefits/case_page.html", page_facts(request, case))


def page_facts(request: HttpRequest, case: BusinessCase, **more: Any) -> dict[str, Any]:
    """What the page of a case shows."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    today = timezone.localdate()
    shown = shown_case(case.text, request.GET.get("laesning", ""), today)
    result = shown["result"]
    approved = queries.approved_version(case)
    return {
        "case": case,
        **shown,
        "lines": [(fault.line, fault_words(fault)) for fault in shown["faults"]],
        "table": zero_and_one(result) if result else [],
        "charts": case_charts(case.text),
        **_goal(request, case),
        "steps": _steps(case),
        "versions": queries.case_versions(case),
        "approved": approved,
        "since": told_difference(approved.text, case.text, today) if approved else None,
        "timeline": queries.case_timeline(case),
        "threads": threads(actor, case),
        "about": place_title(plain(case.text) or {}, request.GET.get("sti", "")),
        "visibilities": CaseVisibility.choices,
        "copy_to": accounts.authorities().filter(pk__in=actor.authorities(Right.CONTRIBUTE)),
        "may_edit": permissions.may_edit_case(actor, case),
        "may_write": permissions.may_start_case(actor, case.authority_id),
        "may_approve": permissions.may_approve_case(actor, case),
        "may_comment": permissions.may_comment(actor, case),
        "wrote": actor.user_id in case.edited_by,
        **more,
    }


def _goal(request: HttpRequest, case: BusinessCase) -> dict[str, Any]:
    name, goal = request.GET.get("forudsaetning", ""), request.GET.get("maal", NET)
    return {"case": case, "goal": goal_of(case.text, name, goal, timezone.localdate())}


def _steps(case: BusinessCase) -> list[tuple[str, str]]:
    """How far the case has come."""
    names = [_("Written"), _("Sent for approval"), _("Approved")]
    place = {CaseState.DRAFT: 0, CaseState.PROPOSED: 1}.get(CaseState(case.state), 2)
    done = case.state == CaseState.APPROVED
    return [
        (name, "done" if n < place or done else "current" if n == place else "ahead")
        for n, name in enumerate(names)
    ]


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


def _keep(request: HttpRequest, actor: Actor, case: BusinessCase) -> HttpResponse:
    made = actions.keep_case_version(case=case, reason=request.POST.get("reason", ""), by=actor)
    messages.success(request, _("Version %(n)s is kept.") % {"n": made.number})
    return _to(case, "#versioner")


def _propose(request: HttpRequest, actor: Actor, case: BusinessCase) -> HttpResponse:
    actions.propose_case(case=case, by=actor)
    messages.success(request, _("The case awaits a colleague's approval."))
    return _to(case)


def _approve(request: HttpRequest, actor: Actor, case: BusinessCase) -> HttpResponse:
    made = actions.approve_case(case=case, by=actor, answer=request.POST.get("answer", ""))
    messages.success(request, _("The case is approved as version %(n)s.") % {"n": made.number})
    return _to(case)


def _reject(request: HttpRequest, actor: Actor, case: BusinessCase) -> HttpResponse:
    actions.reject_case(case=case, by=actor, answer=request.POST.get("answer", ""))
    messages.success(request, _("The case is sent back to its writers."))
    return _to(case)


def _withdraw(request: HttpRequest, actor: Actor, case: BusinessCase) -> HttpResponse:
    actions.withdraw_case(case=case, by=actor)
    return _to(case)


def _share(request: HttpRequest, actor: Actor, case: BusinessCase) -> HttpResponse:
    actions.show_case(case=case, visibility=request.POST.get("visibility", ""), by=actor)
    return _to(case)


def _archive(request: HttpRequest, actor: Actor, case: BusinessCase) -> HttpResponse:
    actions.archive_case(case=case, by=actor)
    return _to(case)


def _reopen(request: HttpRequest, actor: Actor, case: BusinessCase) -> HttpResponse:
    actions.reopen_case(case=case, by=actor)
    return _to(case)


def _copy(request: HttpRequest, actor: Actor, case: BusinessCase) -> HttpResponse:
    mine = actor.authorities(Right.CONTRIBUTE)
    stated = request.POST.get("authority", "")
    place = int(stated) if stated.isdecimal() and int(stated) in mine else case.authority_id
    made = actions.copy_case(case=case, by=actor, authority_id=place)
    return redirect("business-case-edit", made.pk)


def _to(case: BusinessCase, anchor: str = "") -> HttpResponse:
    return HttpResponseRedirect(reverse("business-case", args=[case.pk]) + anchor)


@require_GET
def version(request: HttpRequest, case_id: int, number: int) -> HttpResponse:
    """One version: its results, and what differs from another (`?mod=`, else the one before) or the draft."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = queries.case(actor, case_id)
    kept = queries.case_version(case, number)
    against = request.GET.get("mod", "")
    other = _other(case, number, against)
    today = timezone.localdate()
    facts = {
        "case": case,
        "kept": kept,
        "versions": queries.case_versions(case),
        "against": against,
        "other": other,
        "differs": told_difference(other[1], kept.text, today) if other else None,
        **shown_case(kept.text, "", today),
    }
    return render(request, "benefits/case_version.html", facts)


def _other(case: BusinessCase, number: int, against: str) -> tuple[str, str] | None:
    """Name and text of what a version is held against; None where there is nothing."""
    if against == "kladde":
        return _("the draft"), case.text
    wanted = int(against) if against.isdecimal() and len(against) < 9 else number - 1  # noqa: PLR2004
    found = queries.case_versions(case).filter(number=wanted).first()
    if found is None:
        return None
    return _("version %(n)s") % {"n": found.number}, found.text


@require_GET
def download(request: HttpRequest, case_id: int) -> HttpResponse:
    """The case file, or that of a version (`?version=`)."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = queries.case(actor, case_id)
    stated = request.GET.get("version", "")
    wanted = stated.isdecimal() and len(stated) < 9  # noqa: PLR2004
    text = queries.case_version(case, int(stated)).text if wanted else case.text
    answer = HttpResponse(text, content_type="application/yaml; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{case.key}.yaml"'
    return answer


STEPS: dict[str, Callable[[HttpRequest, Actor, BusinessCase], HttpResponse]] = {
    "behold": _keep,
    "send": _propose,
    "godkend": _approve,
    "afvis": _reject,
    "traek-tilbage": _withdraw,
    "synlighed": _share,
    "arkiver": _archive,
    "genaabn": _reopen,
    "kopier": _copy,
}
