"""What is done with one benefit: shown, moved, measured, handed over."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gevinst.features.benefits import actions, permissions, queries
from gevinst.features.benefits.models import Benefit, BenefitStep
from gevinst.features.benefits.web.register.benefit_page import actor_of, page_of
from gevinst.features.benefits.web.register.benefit_steps import MEASURE, step_forms
from gevinst.features.benefits.web.register.owner_form import OwnerForm
from gevinst.features.benefits.web.register.sending import done


@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of a benefit."""
    return page_of(request, queries.benefit(actor_of(request), pk))


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, pk: int, target: str) -> HttpResponse:
    """Moves the benefit to `target`, or measures it; GET leads to its page."""
    actor = actor_of(request)
    held = queries.benefit(actor, pk)
    back = redirect("benefit", pk)
    forms = step_forms(held)
    if request.method != "POST":
        return back
    if target not in forms:
        messages.warning(request, _("The benefit cannot go there from where it is."))
        return back
    permissions.require_may_move(actor, held)
    form = step_forms(held, target, request)[target]

    def step() -> BenefitStep:
        if target == MEASURE:
            return actions.measure(benefit_id=pk, given=form.given, by=actor)
        return actions.move(benefit_id=pk, target=target, given=form.given, by=actor)

    if made := done(form, step):
        told = {"state": made.get_target_display()}
        messages.success(request, _("The step is kept. The benefit is: %(state)s.") % told)
        return back
    return page_of(request, held, opened=target, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def owner(request: HttpRequest, pk: int) -> HttpResponse:
    """Gives the benefit to a new owner; GET leads to its page."""
    actor = actor_of(request)
    held = queries.benefit(actor, pk)
    if request.method != "POST":
        return redirect("benefit", pk)
    permissions.require_may_write(actor, held.authority_id)
    form = OwnerForm(held, request.POST)

    def give() -> Benefit:
        chosen = int(form.cleaned_data["owner"])
        return actions.hand_over(benefit_id=pk, owner_id=chosen, by=actor)

    if done(form, give):
        messages.success(request, _("The benefit has a new owner."))
        return redirect("benefit", pk)
    return page_of(request, held, owner_form=form, form=form)
