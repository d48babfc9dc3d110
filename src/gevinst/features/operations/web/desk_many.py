"""Returns all items of one supplier that have the same reason."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from gevinst.features.operations import actions, queries
from gevinst.features.operations.models import WorkItem
from gevinst.features.operations.web.desk_forms import Return
from gevinst.features.operations.web.desk_state import DeskState, clerk, opened, opened_at
from gevinst.shared.errors import DomainError

AT_MOST = 200


@require_http_methods(["GET", "POST"])
def return_many(request: HttpRequest, robot_id: int, queue: str) -> HttpResponse:
    """The items to choose between with one reason for all; returned on POST."""
    desk = DeskState(request, clerk(request), robot_id, queue)
    party, reason = request.GET.get("leverandoer", ""), request.GET.get("regel", "")
    rows = _rows(desk, party, reason)
    form = Return(request.POST) if request.method == "POST" else Return()
    chosen = (
        set(request.POST.getlist("item"))
        if request.method == "POST"
        else {str(row.pk) for row in rows}
    )
    if request.method == "POST" and form.is_valid():
        answer = _returned(request, desk, [row for row in rows if str(row.pk) in chosen], form)
        if answer is not None:
            return answer
    facts: dict[str, Any] = {
        "desk": desk, "current": desk.line, "party": party, "reason": reason, "rows": rows, "form": form,
        "chosen": chosen, "names": desk.names, "opened": opened(0), "at_most": AT_MOST,
    }  # fmt: skip
    return render(request, "operations/desk_many.html", facts, status=422 if form.errors else 200)


def _rows(desk: DeskState, party: str, reason: str) -> list[WorkItem]:
    wanted = queries.in_queue(desk.robot_id, desk.queue, party=party, reason=reason)
    return list(queries.items(desk.actor, wanted)[:AT_MOST]) if party and desk.line else []


def _returned(
    request: HttpRequest, desk: DeskState, rows: list[WorkItem], form: Return
) -> HttpResponse | None:
    if not rows:
        form.add_error(None, _("Choose at least one item."))
        return None
    began = opened_at(0, request.POST.get("opened", ""))
    try:
        many = actions.return_many(items=rows, by=desk.actor, opened_at=began, **form.cleaned_data)
    except DomainError as fault:
        form.add_error(str(fault.facts["field"]) if "field" in fault.facts else None, fault.message)
        return None
    count, missed = len(many.done), len(many.passed_over)
    messages.success(
        request, ngettext("%d item is returned.", "%d items are returned.", count) % count
    )
    if missed:
        messages.warning(
            request,
            ngettext("A colleague had %d item.", "Colleagues had %d items.", missed) % missed,
        )
    return HttpResponseRedirect(desk.address())
