"""The page of an assumption being estimated."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gevinst.features.benefits.estimating.worked import Worked
from gevinst.features.benefits.queries.estimates.requirement import requirement
from gevinst.features.benefits.web.estimates.form import EstimateForm
from gevinst.features.benefits.web.estimates.page_facts import (
    of_assumption,
    of_form,
    of_method,
    of_operation,
    of_requirement,
)
from gevinst.features.benefits.web.estimates.place import Place
from gevinst.features.benefits.web.estimates.shown import shown_result


def shown_page(
    request: HttpRequest, place: Place, form: EstimateForm, worked: Worked | None, status: int = 200
) -> HttpResponse:
    """The form with the estimate it gives, if any."""
    required = requirement(place.case.text, place.name, timezone.localdate())
    inputs = (
        form.inputs() if form.is_bound and form.is_valid() else place.kept.get(place.method, {})
    )
    facts = {
        **of_assumption(place),
        **of_requirement(required),
        **of_method(place),
        **of_form(form),
        **of_operation(request, place),
        "worked": shown_result(worked, inputs, required, place.assumption) if worked else None,
    }
    return render(request, "benefits/estimate_page.html", facts, status=status)
