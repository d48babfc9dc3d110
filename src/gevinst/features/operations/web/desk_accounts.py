"""At the desk: a clerk's word that the account of an item is the supplier's."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.features.operations import actions, queries
from gevinst.features.operations.models import WorkItem
from gevinst.features.operations.queries.suppliers_said import account_of, standing
from gevinst.features.operations.web.control_forms import Confirmation
from gevinst.features.operations.web.controls import done
from gevinst.features.operations.web.desk import shown
from gevinst.features.operations.web.desk_state import DeskState, clerk
from gevinst.shared.errors import DomainError


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, robot_id: int, queue: str, item_id: int) -> HttpResponse:
    """Adds the clerk's word, and shows the item again; what was typed stays where it cannot be done."""
    desk = DeskState(request, clerk(request), robot_id, queue)
    item = queries.item(desk.actor, item_id)
    if request.method == "GET":
        return HttpResponseRedirect(desk.address(item_id))
    sender, account = account_of(item)
    if not account:
        raise DomainError("not-found", _("The item names no account."))
    form = Confirmation(request.POST)
    facts: dict[str, Any] = {
        "authority_id": item.authority_id,
        "sender": sender,
        "account": account,
    }
    if form.is_valid() and done(
        form, lambda: actions.confirm_account(**facts, by=desk.actor, **form.cleaned_data)
    ):
        messages.success(request, _told(item))
        return HttpResponseRedirect(desk.address(item_id))
    page = shown(desk, item)
    if page["account"]:
        page["account"]["form"] = form
    return render(request, "operations/desk.html", page, status=422)


def _told(item: WorkItem) -> str:
    if standing(item.authority_id, *account_of(item)).confirmed:
        return _("Two people have confirmed the account. Press Check again.")
    return _("Your word is kept. Another person has to confirm the account too.")
