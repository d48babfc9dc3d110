"""Publishes a stored case, takes it back, and starts a copy of a published one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gevinst.features.benefits.actions import published as actions
from gevinst.features.benefits.actions.cases.copying import start_case_from_text
from gevinst.features.benefits.publishing.permissions import require_may_publish
from gevinst.features.benefits.queries import cases
from gevinst.features.benefits.queries import published as queries
from gevinst.features.benefits.queries.published import SHIPPED
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, case_id: int) -> HttpResponse:
    """What the case lacks before it can be published; sent, it is out, or taken back with a reason."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = cases.case(actor, case_id)
    require_may_publish(actor, case.authority_id)
    if request.method == "POST":
        if request.POST.get("do") == "withdraw":
            reason = request.POST.get("reason", "")
            actions.withdraw_publication(case=case, reason=reason, by=actor)
            messages.success(request, _("The case is withdrawn. Its address says why."))
        else:
            row = actions.publish(case=case, by=actor)
            messages.success(request, _("The case is published."))
            return redirect("published-case", row.slug)
    version = cases.approved_version(case)
    held = queries.publication_of(case.pk)
    facts = {
        "case": case,
        "version": version,
        "missing": queries.missing(version.text) if version else [],
        "held": held,
        "same": bool(held and version and not held.withdrawn and held.version_id == version.pk),
    }
    return render(request, "benefits/published_publish.html", facts)


@require_POST
def recompute(request: HttpRequest, slug: str) -> HttpResponse:
    """A copy of the case in the editor, at one of the reader's own authorities."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    one = queries.published_case(slug)
    if one.withdrawn:
        raise DomainError("not-found", _("The case is withdrawn."))
    stated = request.POST.get("authority", "")
    mine = sorted(actor.authorities(Right.CONTRIBUTE))
    place = int(stated) if stated.isdecimal() else next(iter(mine), 0)
    origin = f"{SHIPPED}:{one.known.case.id}" if one.origin == SHIPPED else f"published:{slug}"
    case = start_case_from_text(authority_id=place, text=one.text, by=actor, started_from=origin)
    return redirect("business-case-edit", case.pk)
