"""The page of the readiness check of a business case: six themes, the weakest first."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gevinst.features.benefits.queries.following.pool import pool_standing
from gevinst.features.benefits.web.following.frame import frame
from gevinst.features.benefits.web.following.readiness.told import checked


@require_GET
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """The check as it stands."""
    return page(request, case_id)


def page(request: HttpRequest, case_id: int, **more: Any) -> HttpResponse:
    """The page, with what a refusal adds."""
    _actor, case, facts = frame(request, case_id, "readiness")
    pool = pool_standing(case, timezone.localdate())
    labelled = [(f"P{int(p * 100)}", value) for p, value in pool.quantiles]
    facts |= {**checked(case), "pool": pool, "quantiles": labelled, **more}
    return render(request, "benefits/readiness.html", facts)
