"""Starting a business case: blank, of a process, from a published case, or from a file."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits.queries.cases.library import shipped_cases
from gevinst.features.benefits.web.cases.beginning import started
from gevinst.features.benefits.web.cases.forms import BlankForm, FileForm, ProcessForm, ShippedForm
from gevinst.features.catalogue import queries as catalogue
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError

LISTED = 200


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Four ways to begin; saved, each leads to the guided questions."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    mine = actor.authorities(Right.CONTRIBUTE)
    if not mine:
        raise DomainError(
            "not-allowed", _("You need to be a contributor to start a business case.")
        )
    made = _forms(request, actor, mine)
    how = request.POST.get("how", "")
    form = made.get(how)
    if request.method == "POST" and form is not None and form.is_valid():
        case = started(form, how, actor)
        if case is not None:
            return redirect("business-case-edit", case.pk)
    failed = form if form is not None and form.errors else None
    facts = {"forms": made, "form": failed, "how": how}
    return render(request, "benefits/case_new.html", facts, status=422 if failed else 200)


def _forms(request: HttpRequest, actor: Actor, mine: frozenset[int]) -> dict[str, forms.Form]:
    places = [(str(each.pk), each.name) for each in accounts.authorities().filter(pk__in=mine)]
    found = catalogue.processes(actor, sort="title").filter(authority__in=mine)
    processes = [(str(each.pk), each.title) for each in found[:LISTED]]
    how = request.POST.get("how", "")
    data = {how: request.POST} if request.method == "POST" else {}
    made: dict[str, forms.Form] = {"blank": BlankForm(data.get("blank"), places)}
    if processes:
        chosen = request.GET.get("proces", "")
        made["process"] = ProcessForm(data.get("process"), processes, chosen)
    if shipped_cases():
        chosen = request.GET.get("case", "")
        made["shipped"] = ShippedForm(data.get("shipped"), places, chosen)
    made["file"] = FileForm(
        data.get("file"), places, files=request.FILES if how == "file" else None
    )
    return made
