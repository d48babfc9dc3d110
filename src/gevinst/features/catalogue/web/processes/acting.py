"""Buttons of the process page: a clause holds still, a part comes under the umbrella or goes."""

from __future__ import annotations

import re

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gevinst.features.catalogue import queries
from gevinst.features.catalogue.actions.law import verify
from gevinst.features.catalogue.actions.structure import add_part, remove_part
from gevinst.features.catalogue.models import LegalClause
from gevinst.features.catalogue.permissions import require_may_change
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

_NUMBER = re.compile(r"(?:.*/katalog/)?(\d{1,15})/?$")


@require_POST
def verify_clause(request: HttpRequest, pk: int, clause: int) -> HttpResponse:
    """Somebody has looked: the clause still holds today."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    queries.process(actor, pk)
    if not LegalClause.objects.filter(pk=clause, process=pk).exists():
        raise DomainError("not-found", _("There is no such legal clause."))
    verify(clause_id=clause, by=actor, on=timezone.localdate())
    messages.success(request, _("The legal clause is verified as of today."))
    return redirect(reverse("process", args=[pk]) + "#jura")


@require_POST
def put_part(request: HttpRequest, pk: int) -> HttpResponse:
    """A process, by its number or its address, comes under the umbrella."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    require_may_change(actor, queries.process(actor, pk))
    found = _NUMBER.match(request.POST.get("part", "").strip())
    try:
        if found is None:
            raise DomainError("invalid", _("Write the number or the address of the process."))
        add_part(umbrella_id=pk, process_id=int(found[1]), by=actor)
        messages.success(request, _("The process is under the umbrella."))
    except DomainError as fault:
        if fault.code not in {"invalid", "circle", "not-found"}:
            raise
        messages.error(request, str(fault))
    return redirect(reverse("process", args=[pk]) + "#dele")


@require_POST
def take_part(request: HttpRequest, pk: int, part: int) -> HttpResponse:
    """A process is no part of the umbrella any more."""
    remove_part(umbrella_id=pk, process_id=part, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("The process is out from under the umbrella."))
    return redirect(reverse("process", args=[pk]) + "#dele")
