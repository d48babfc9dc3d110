"""The page of the risk pool: what it should hold, how sure that is, the map, and the ledger."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from gevinst.features.benefits.queries.following.pool import pool_standing
from gevinst.features.benefits.web.following.frame import frame
from gevinst.features.benefits.web.following.pool.figures import pool_chart, pool_figures
from gevinst.features.benefits.web.following.pool.form import PoolForm
from gevinst.features.benefits.web.following.pool.heat import heat_table
from gevinst.features.benefits.web.following.pool.ledger import risk_row, statement
from gevinst.shared.templatetags.gevinst import dkk, number

NOTES = {
    "pool-below-zero": gettext_lazy(
        "More has left the pool than it held. Set more aside, or correct it."
    ),
    "pool-short": gettext_lazy("The pool holds less than the open risks call for."),
    "many-risks": gettext_lazy("The pool has more than twelve risks. Keep the largest ones."),
}


@require_GET
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """The pool as it stands today."""
    return page(request, case_id)


def page(
    request: HttpRequest, case_id: int, form: PoolForm | None = None, **more: Any
) -> HttpResponse:
    """The page, with the form as it was sent."""
    _actor, case, facts = frame(request, case_id, "pool")
    today = timezone.localdate()
    found = pool_standing(case, today)
    facts |= {
        "pool": found,
        "figures": pool_figures(found),
        "risks": [risk_row(found, one) for one in found.risks],
        "chart": pool_chart(found),
        "curve": [
            (dkk(value, 0), f"{number(share * 100, 1)} %") for value, share in found.curve[::10]
        ],
        "map": heat_table(found.map, {one.id: one.title for one in found.risks}),
        "statement": statement(case),
        "notes": [NOTES[note.code] for note in found.standing.notes if note.code in NOTES],
        "form": form or PoolForm(case, list(found.risks)),
        **more,
    }
    return render(request, "benefits/readiness_pool.html", facts)
