"""The form of the method that is looked at, with what it begins from."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from gevinst.features.benefits.casework.paths import Data, value_at
from gevinst.features.benefits.estimating.inputs import (
    EXPERIENCE,
    MARKET,
    PROJECTION,
    THREE_POINT,
    TRIANGULATION,
)
from gevinst.features.benefits.queries.estimates.comparables import matches
from gevinst.features.benefits.web.estimates.experience_form import ExperienceForm
from gevinst.features.benefits.web.estimates.form import EstimateForm
from gevinst.features.benefits.web.estimates.market_form import MarketForm
from gevinst.features.benefits.web.estimates.operation_years import from_operation
from gevinst.features.benefits.web.estimates.place import Place
from gevinst.features.benefits.web.estimates.projection_form import ProjectionForm
from gevinst.features.benefits.web.estimates.three_point_form import ThreePointForm
from gevinst.features.benefits.web.estimates.triangulation_form import TriangulationForm

FORMS: dict[str, type[EstimateForm]] = {
    PROJECTION: ProjectionForm,
    MARKET: MarketForm,
    THREE_POINT: ThreePointForm,
    TRIANGULATION: TriangulationForm,
    EXPERIENCE: ExperienceForm,
}


def form_of(place: Place, request: HttpRequest) -> EstimateForm:
    """The form with what is kept, fetched or sent."""
    facts: dict[str, Any] = {"kept": place.kept, "years": _years(place.data)}
    if place.method == EXPERIENCE:
        own = str(place.data.get("id", ""))
        facts["matches"] = matches(place.actor, place.assumption, own)
        facts["initial"] = {"price_year": _price_year(place.data)}
        if place.kept.get(EXPERIENCE):
            del facts["initial"]
    if place.method == PROJECTION and request.method != "POST":
        facts["initial"] = from_operation(place, request.GET.get("fra", ""))
    if request.method == "POST":
        facts["data"] = request.POST
    return FORMS[place.method](**facts)


def _years(data: Data) -> tuple[int, int]:
    """The years of operation, to project."""
    first, last = value_at(data, ("operation_from",)), value_at(data, ("years", "to"))
    this = timezone.localdate().year
    start = first if isinstance(first, int) else this
    return start, last if isinstance(last, int) and last >= start else start


def _price_year(data: Data) -> int:
    stated = data.get("price_year") or value_at(data, ("years", "from"))
    return stated if isinstance(stated, int) else timezone.localdate().year
