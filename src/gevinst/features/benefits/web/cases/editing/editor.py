"""The editor of a business case: guided questions and full tables, saved as they are typed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.casework.paths import plain
from gevinst.features.benefits.casework.permissions import require_may_start_case
from gevinst.features.benefits.casework.states import CaseState
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.web.cases.editing.draft import GUIDED, TABS, YAML, Draft
from gevinst.features.benefits.web.cases.editing.page import page_of
from gevinst.features.benefits.web.cases.editing.written import written
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, case_id: int) -> HttpResponse:
    """The editor; what is sent is saved, unless somebody else saved in between."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = queries.case(actor, case_id)
    require_may_start_case(actor, case.authority_id)
    if case.state == CaseState.ARCHIVED:
        raise DomainError("wrong-state", _("The case is archived: open it again to write in it."))
    tab = request.GET.get("del", GUIDED)
    tab = tab if tab in TABS else GUIDED
    if plain(case.text) is None:
        tab = YAML
    if request.method == "POST":
        return _save(request, actor, case, tab)
    return page_of(request, Draft(case, tab, case.text, case.revision))


def _save(request: HttpRequest, actor: Actor, case: BusinessCase, tab: str) -> HttpResponse:
    act = request.POST.get("act", "save")
    revision = _revision(request)
    base = queries.case_text_at(case, revision)
    text, anchor = written(request, base, tab, act)
    if act == "copy":
        made = actions.copy_case(case=case, by=actor, authority_id=case.authority_id, text=text)
        return redirect("business-case-edit", made.pk)
    try:
        row = actions.save_case(case=case, text=text, revision=revision, by=actor)
    except DomainError as fault:
        if fault.code not in ("conflict", "invalid"):
            raise
        return page_of(request, Draft(case, tab, text, revision, conflict=fault))
    if request.headers.get("HX-Request") and act == "save":
        return page_of(request, Draft(row, tab, row.text, row.revision, saved=True))
    address = reverse("business-case-edit", args=[case.pk])
    return HttpResponseRedirect(f"{address}?del={tab}{anchor}")


def _revision(request: HttpRequest) -> int:
    stated = request.POST.get("revision", "")
    return int(stated) if stated.isdecimal() and len(stated) < 10 else 0  # noqa: PLR2004
