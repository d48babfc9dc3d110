"""The overview of published cases: filters, cards, order."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from gevinst.features.benefits.queries import published as queries
from gevinst.features.benefits.queries.published import PublishedWanted
from gevinst.features.benefits.web.published.card import card_of
from gevinst.features.benefits.web.published.filters import PARAMETERS, chips_of, filters_of

SORTS: dict[str, Promise] = {
    queries.NEWEST: _("Newest"),
    queries.EFFECT: _("Largest effect"),
    queries.TITLE: _("Title"),
}


@login_not_required
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Every published case that fits, as cards."""
    wanted = _wanted(request)
    found = queries.published(wanted)
    facts = {
        "wanted": wanted,
        "cards": [card_of(one) for one in found],
        "filters": filters_of(wanted),
        "chips": chips_of(wanted),
        "sorts": [(key, label, key == wanted.sort) for key, label in SORTS.items()],
        "all": len(queries.published()),
    }
    return render(request, "benefits/published_list.html", facts)


def _wanted(request: HttpRequest) -> PublishedWanted:
    given = {facet: request.GET.get(name, "") for facet, (name, _title) in PARAMETERS.items()}
    sort = request.GET.get("sorter", "")
    return PublishedWanted(
        text=request.GET.get("q", "").strip(),
        sort=sort if sort in SORTS else queries.NEWEST,
        **given,
    )
