"""Writing a benefit: a new one, and one that is there."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.features.benefits import actions, queries
from gevinst.features.benefits.models import Benefit
from gevinst.features.benefits.permissions import require_may_write
from gevinst.features.benefits.web.register.benefit_form import BenefitForm
from gevinst.features.benefits.web.register.sending import done
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """The form of a new benefit; `?sag=` is the business case it comes from, `?proces=` its process."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not actor.authorities(Right.CONTRIBUTE):
        raise DomainError("not-allowed", _("You do not have the role that this needs."))
    process = request.GET.get("proces", "")
    form = BenefitForm(actor, data=request.POST or None, initial={"process": process})
    case = request.GET.get("sag", "")[:64].replace("\x00", "")

    def make() -> Benefit:
        return actions.create_benefit(by=actor, case_key=case, **form.facts)

    if request.method == "POST" and (made := done(form, make)):
        messages.success(request, _("The benefit is in the register."))
        return redirect("benefit", made.pk)
    return _form(request, {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of a benefit that is there."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    held = queries.benefit(actor, pk)
    require_may_write(actor, held.authority_id)
    form = BenefitForm(actor, held, data=request.POST or None)

    def change() -> Benefit:
        return actions.edit_benefit(benefit_id=pk, by=actor, **form.facts)

    if request.method == "POST" and done(form, change):
        messages.success(request, _("The benefit is changed."))
        return redirect("benefit", pk)
    return _form(request, {"form": form, "benefit": held})


def _form(request: HttpRequest, facts: dict[str, Any]) -> HttpResponse:
    status = 422 if facts["form"].errors else 200
    return render(request, "benefits/benefit_form.html", facts, status=status)
