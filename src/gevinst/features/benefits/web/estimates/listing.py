"""Every assumption of a case: what it is, how it was estimated, and how its size calls for it to be."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gevinst.features.benefits.casework.paths import plain
from gevinst.features.benefits.casework.permissions import may_edit_case
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.web.estimates.listing_rows import rows_of
from gevinst.shared.actor import Actor


@require_GET
def listing(request: HttpRequest, case_id: int) -> HttpResponse:
    """The assumptions of a case, those that move most first."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = queries.case(actor, case_id)
    data = plain(case.text)
    rows = [] if data is None else rows_of(data, case.text)
    facts = {
        "case": case,
        "rows": rows,
        "unreadable": data is None,
        "may_edit": may_edit_case(actor, case) and data is not None,
    }
    return render(request, "benefits/estimate_list.html", facts)
