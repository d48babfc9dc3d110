"""The steps of a business case towards approval."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.models import BusinessCase
from gevinst.shared.actor import Actor


def keep(request: HttpRequest, actor: Actor, case: BusinessCase) -> HttpResponse:
    """Keeps a version."""
    made = actions.keep_case_version(case=case, reason=request.POST.get("reason", ""), by=actor)
    messages.success(request, _("Version %(n)s is kept.") % {"n": made.number})
    return to_case(case, "#versioner")


def propose(request: HttpRequest, actor: Actor, case: BusinessCase) -> HttpResponse:
    """Sends the case for approval."""
    actions.propose_case(case=case, by=actor)
    messages.success(request, _("The case awaits a colleague's approval."))
    return to_case(case)


def approve(request: HttpRequest, actor: Actor, case: BusinessCase) -> HttpResponse:
    """Approves the case."""
    made = actions.approve_case(case=case, by=actor, answer=request.POST.get("answer", ""))
    messages.success(request, _("The case is approved as version %(n)s.") % {"n": made.number})
    return to_case(case)


def reject(request: HttpRequest, actor: Actor, case: BusinessCase) -> HttpResponse:
    """Sends the case back."""
    actions.reject_case(case=case, by=actor, answer=request.POST.get("answer", ""))
    messages.success(request, _("The case is sent back to its writers."))
    return to_case(case)


def to_case(case: BusinessCase, anchor: str = "") -> HttpResponse:
    """Leads to the page of the case, or a place in it."""
    return HttpResponseRedirect(reverse("business-case", args=[case.pk]) + anchor)
