"""Payment proposals: made, listed, read and saved by those who operate the robot."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gevinst.features.operations import actions, queries
from gevinst.features.operations.queries import proposal_file
from gevinst.features.operations.web.robots import reader
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError

PAGE = 50
TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


def operator(request: HttpRequest) -> Actor:
    """Who acts. Raises `DomainError("not-allowed")` for one who operates no robot."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not actor.authorities(Right.OPERATE):
        raise DomainError("not-allowed", _("Payment proposals are for the process owner."))
    return actor


@require_GET
def proposals(request: HttpRequest) -> HttpResponse:
    """Every proposal, newest first."""
    rows = queries.proposals(operator(request))
    page = Paginator(rows, PAGE).get_page(request.GET.get("side"))
    return render(request, "operations/proposals.html", {"page": page})


@require_GET
def proposal(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """One proposal with its lines."""
    found = queries.proposal(operator(request), proposal_id)
    page = Paginator(found.lines.select_related("item"), PAGE).get_page(request.GET.get("side"))
    return render(request, "operations/proposal.html", {"proposal": found, "page": page})


@require_GET
def file(request: HttpRequest, proposal_id: int, kind: str) -> HttpResponse:
    """The proposal as a file."""
    found = queries.proposal(operator(request), proposal_id)
    if kind not in proposal_file.KINDS:
        raise Http404
    response = HttpResponse(proposal_file.content(found, kind), content_type=TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="{proposal_file.name(found, kind)}"'
    return response


@require_POST
def deliver(request: HttpRequest, robot_id: int) -> HttpResponse:
    """Makes a proposal of what is approved."""
    actor = reader(request)
    made = actions.deliver(robot=queries.robot(actor, robot_id), by=actor)
    if made is None:
        messages.info(
            request, _("There is nothing to pay: everything approved is in a proposal already.")
        )
        return HttpResponseRedirect(reverse("robot", args=[robot_id]))
    messages.success(request, _("The payment proposal is made."))
    return HttpResponseRedirect(reverse("proposal", args=[made.pk]))
