"""What robots cost: the list, a new cost, and the end of one; a freed hour's price beside it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.features.benefits import actions, queries
from gevinst.features.benefits.cost_models import Per
from gevinst.features.benefits.models import RobotCost
from gevinst.features.benefits.permissions import may_set_costs, require_may_set_costs
from gevinst.features.benefits.web.register.cost_forms import CostForm, EndForm
from gevinst.features.benefits.web.register.sending import done
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


@require_http_methods(["GET", "HEAD", "POST"])
def listing(request: HttpRequest) -> HttpResponse:
    """Every cost that the actor may read, and the form of a new one."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    own = queries.own_authorities(actor)
    if own is not None and not own:
        raise DomainError("not-allowed", _("You need a role at an authority to see its benefits."))
    may_set = bool(actor.authorities(Right.OPERATE))
    form = CostForm(actor, request.POST or None) if may_set else None
    if request.method == "POST":
        if form is None:
            raise DomainError("not-allowed", _("You do not have the role that this needs."))
        sent = form

        def make() -> RobotCost:
            return actions.set_cost(by=actor, **sent.facts)

        if done(sent, make):
            messages.success(request, _("The cost is kept."))
            return redirect("robot-costs")
    found = list(queries.costs(actor))
    facts = {
        "costs": [(one, _open(one) and may_set_costs(actor, one.authority_id)) for one in found],
        "several": len({one.authority_id for one in found}) > 1,
        "form": form,
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, "benefits/costs.html", facts, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """The form that ends a cost."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    held = queries.cost(actor, pk)
    require_may_set_costs(actor, held.authority_id)
    form = EndForm(request.POST or None)

    def stop() -> RobotCost:
        return actions.end_cost(cost_id=pk, by=actor, **form.cleaned_data)

    if request.method == "POST" and done(form, stop):
        messages.success(request, _("The cost ends on that day."))
        return redirect("robot-costs")
    facts = {"form": form, "cost": held}
    return render(request, "benefits/cost_end.html", facts, status=422 if form.errors else 200)


def _open(one: RobotCost) -> bool:
    return one.until is None and one.per == Per.MONTH
