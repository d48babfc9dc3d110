"""The list of business cases, and starting a new one in four ways."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gevinst.features.benefits.casework.states import CaseState
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.queries.cases.headline import headline
from gevinst.features.benefits.web.cases.words.figures import figure_words
from gevinst.shared.actor import Actor, Right

PAGE = 30
LISTED = 200
SHOWN = ("net", "roi", "break_even")
FILE_BYTES = 2_000_000


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """The business cases that one may read, last changed first, with their headline figures."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    wanted = queries.CasesWanted(
        text=request.GET.get("q", ""),
        state=request.GET.get("tilstand", ""),
        own=request.GET.get("hvis", "") == "egne",
    )
    page = Paginator(queries.cases(actor, wanted), PAGE).get_page(request.GET.get("side"))
    facts = {
        "page": page,
        "rows": [(case, _figures(case)) for case in page],
        "wanted": wanted,
        "filtered": any(request.GET.get(name) for name in ("q", "tilstand", "hvis")),
        "states": CaseState.choices,
        "may_start": bool(actor.authorities(Right.CONTRIBUTE)),
    }
    return render(request, "benefits/case_list.html", facts)


def _figures(case: BusinessCase) -> list[str]:
    found = headline(case.text, timezone.localdate())
    return [figure_words(name, found.get(name)) if found else "" for name in SHOWN]
