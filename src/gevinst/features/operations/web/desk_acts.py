"""What a clerk does with one item: every button of the desk is one POST, then the next item opens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from gevinst.features.operations import actions, queries
from gevinst.features.operations.models import Decision, WorkItem
from gevinst.features.operations.web.desk import shown
from gevinst.features.operations.web.desk_forms import Approval, Hold, Return
from gevinst.features.operations.web.desk_state import DeskState, clerk, opened_at
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

Act = Callable[[WorkItem, Actor, dict[str, Any], datetime | None], object]
FORMS: dict[str, tuple[str, Callable[[Any], Form]]] = {
    "godkend": ("approval", Approval),
    "returner": ("return_form", Return),
    "afvent": ("hold", Hold),
}
STAYS = frozenset({"tag", "giv-slip", "fortryd", "overtag"})


def _approve(item: WorkItem, by: Actor, typed: dict[str, Any], opened: datetime | None) -> Decision:
    return actions.approve(item=item, by=by, opened_at=opened, **typed)


def _return(item: WorkItem, by: Actor, typed: dict[str, Any], opened: datetime | None) -> Decision:
    return actions.return_to_supplier(item=item, by=by, opened_at=opened, **typed)


def _hold(item: WorkItem, by: Actor, typed: dict[str, Any], opened: datetime | None) -> Decision:
    until: date = typed["until"]
    return actions.hold(item=item, by=by, until=until, text=typed["text"], opened_at=opened)


ACTS: dict[str, Act] = {
    "godkend": _approve,
    "returner": _return,
    "afvent": _hold,
    "kontroller": lambda item, by, typed, opened: actions.recheck(
        item=item, by=by, opened_at=opened
    ),
    "tag": lambda item, by, typed, opened: actions.take(item=item, by=by),
    "giv-slip": lambda item, by, typed, opened: actions.release(item=item, by=by),
    "fortryd": lambda item, by, typed, opened: actions.undo(item=item, by=by),
    "overtag": lambda item, by, typed, opened: actions.resume(item=item, by=by),
}


@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, robot_id: int, queue: str, item_id: int, event: str) -> HttpResponse:
    """Does it, and goes on to the next item of the queue; what was typed stays where it cannot be done.

    A GET is a reload of what could not be done, or the way back from signing in: it leads to the item.
    """
    if event not in ACTS:
        raise Http404
    desk = DeskState(request, clerk(request), robot_id, queue)
    item = queries.item(desk.actor, item_id)
    if request.method == "GET":
        return HttpResponseRedirect(desk.address(item_id))
    following = desk.follow_up(item_id)
    name, form = _form(event, request)
    if form is not None and not form.is_valid():
        return _again(desk, item, 422, {name: form, "open_form": name})
    began = opened_at(item_id, request.POST.get("opened", ""))
    try:
        result = ACTS[event](item, desk.actor, form.cleaned_data if form else {}, began)
    except DomainError as fault:
        if fault.code == "not-allowed":
            raise
        return _failed(desk, item, fault, name, form)
    return HttpResponseRedirect(_where_to(desk, item_id, following, event, result))


def _form(event: str, request: HttpRequest) -> tuple[str, Form | None]:
    if event not in FORMS:
        return "", None
    name, kind = FORMS[event]
    return name, kind(request.POST)


def _failed(
    desk: DeskState, item: WorkItem, fault: DomainError, name: str, form: Form | None
) -> HttpResponse:
    field = str(fault.facts.get("field", ""))
    if form is not None and field in form.fields:
        form.add_error(field, fault.message)
        return _again(desk, item, fault.status, {name: form, "open_form": name})
    fresh = queries.item(desk.actor, item.pk)
    return _again(desk, fresh, fault.status, {"fault": fault})


def _again(desk: DeskState, item: WorkItem, status: int, more: dict[str, Any]) -> HttpResponse:
    facts = shown(desk, item, **{key: value for key, value in more.items() if key})
    return render(desk.request, "operations/desk.html", facts, status=status)


def _where_to(
    desk: DeskState, item_id: int, following: int | None, event: str, result: object
) -> str:
    if event in STAYS:
        return desk.address(item_id)
    done = {"gjort": result.pk} if isinstance(result, Decision) else {}
    return desk.address(following, **done)
