"""The page of recommendations, and the short list of them on the front page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.queries.recommending.recommended import nearest, recommended
from gevinst.features.catalogue.web.recommending.reasons import reason
from gevinst.shared.actor import Actor, Right

SHORT, LIKE = 3, 5


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """What is recommended to one of the reader's authorities (`myndighed` in the address chooses)."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    places = list(accounts.authorities().filter(pk__in=actor.authorities(Right.READ)))
    asked = request.GET.get("myndighed", "")
    place = next((each for each in places if each.code == asked), places[0] if places else None)
    facts: dict[str, Any] = {"places": places, "place": place, "found": [], "like": []}
    if place is not None:
        names = dict(accounts.authorities().values_list("pk", "name"))
        found = recommended(actor, place.pk)
        facts["found"] = [(each, reason(each, names)) for each in found]
        facts["like"] = [names[each] for each in nearest(place.pk, LIKE)]
    return render(request, "catalogue/recommending/page.html", facts)


def recommended_panel(request: HttpRequest, _: Any) -> dict[str, Any] | None:
    """The best recommendations to the reader's first authority; as kept at night."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    places = accounts.authorities().filter(pk__in=actor.authorities(Right.READ))
    place = places.first() if actor.roles else None
    found = recommended(actor, place.pk, SHORT, kept_only=True) if place else []
    if not found:
        return None
    ids = {each for one in found for each in (*one.reused_by, *one.run_by)}
    names = dict(accounts.authorities().filter(pk__in=ids).values_list("pk", "name"))
    return {"found": [(each, reason(each, names)) for each in found]}
