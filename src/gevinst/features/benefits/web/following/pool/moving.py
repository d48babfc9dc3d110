"""Takes a movement of the risk pool."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gevinst.features.benefits.actions.following.pool import expire_risk, move_pool
from gevinst.features.benefits.queries.following.pool import pool_standing
from gevinst.features.benefits.readiness_models import PoolMove
from gevinst.features.benefits.web.following.frame import done, frame, shown_again
from gevinst.features.benefits.web.following.pool.form import PoolForm
from gevinst.features.benefits.web.following.pool.page import page
from gevinst.shared.errors import DomainError


@require_POST
def move(request: HttpRequest, case_id: int) -> HttpResponse:
    """Takes a movement."""
    actor, case, _facts = frame(request, case_id, "pool")
    risks = list(pool_standing(case, timezone.localdate()).risks)
    form = PoolForm(case, risks, request.POST)
    if not form.is_valid():
        answer = page(request, case_id, form)
        answer.status_code = 422
        return answer
    told = form.cleaned_data
    facts = {"case": case, "day": told["day"], "reason": told["reason"], "by": actor}
    try:
        if told["kind"] == "expire":
            expire_risk(risk=told["risk"], **facts)
        else:
            occurred = told["kind"] == "occurred"
            kind = PoolMove.DRAW if occurred else told["kind"]
            move_pool(
                kind=kind, amount=told["amount"], risk=told["risk"], line=told["line"],
                occurred=occurred, **facts,
            )  # fmt: skip
    except DomainError as fault:
        form.add_error(
            fault.facts.get("field") if fault.facts.get("field") in form.fields else None,
            str(fault),
        )
        return shown_again(request, case_id, page, fault, form=form)
    return done(
        request, case, "case-pool", _("The movement is written in the ledger."), "#hovedbog"
    )
