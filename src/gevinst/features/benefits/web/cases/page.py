"""One business case: its results, its versions and what is said of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits.casework import permissions
from gevinst.features.benefits.casework.paths import plain
from gevinst.features.benefits.casework.states import CaseState, CaseVisibility
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.web.case_charts import case_charts
from gevinst.features.benefits.web.cases.comments import place_title, threads
from gevinst.features.benefits.web.cases.goal import goal_form
from gevinst.features.benefits.web.cases.results.shown import shown_case
from gevinst.features.benefits.web.cases.results.year_table import zero_and_one
from gevinst.features.benefits.web.cases.words.difference import told_difference
from gevinst.features.benefits.web.cases.words.faults import fault_words
from gevinst.shared.actor import Actor, Right


@require_GET
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """The case as it stands."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = queries.case(actor, case_id)
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
        "goal": goal_form(case.text),
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


def _steps(case: BusinessCase) -> list[tuple[str, str]]:
    """How far the case has come."""
    names = [_("Written"), _("Sent for approval"), _("Approved")]
    place = {CaseState.DRAFT: 0, CaseState.PROPOSED: 1}.get(CaseState(case.state), 2)
    done = case.state == CaseState.APPROVED
    return [
        (name, "done" if n < place or done else "current" if n == place else "ahead")
        for n, name in enumerate(names)
    ]
