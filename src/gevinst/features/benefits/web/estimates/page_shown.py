"""The page of an assumption being estimated."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.features.benefits.estimating.worked import Worked
from gevinst.features.benefits.queries.estimates.requirement import Requirement, requirement
from gevinst.features.benefits.web.cases.evidence_words import METHODS as METHOD_WORDS
from gevinst.features.benefits.web.cases.typed_numbers import shown_number
from gevinst.features.benefits.web.estimates import method_words as words
from gevinst.features.benefits.web.estimates.experience_form import ExperienceForm
from gevinst.features.benefits.web.estimates.form import EstimateForm
from gevinst.features.benefits.web.estimates.operation_years import partial_years
from gevinst.features.benefits.web.estimates.place import Place
from gevinst.features.benefits.web.estimates.shown import shown_result
from gevinst.features.benefits.web.estimates.triangulation_form import TriangulationForm
from gevinst.features.benefits.web.estimates.working import others
from gevinst.shared.templatetags.gevinst import day


def shown_page(
    request: HttpRequest, place: Place, form: EstimateForm, worked: Worked | None, status: int = 200
) -> HttpResponse:
    """The form with the estimate it gives, if any."""
    required = requirement(place.case.text, place.name, timezone.localdate())
    inputs = (
        form.inputs() if form.is_bound and form.is_valid() else place.kept.get(place.method, {})
    )
    facts = {
        **_of_assumption(place),
        **_of_requirement(required),
        **_of_method(place),
        **_of_form(form),
        **_of_operation(request, place),
        "worked": shown_result(worked, inputs, required, place.assumption) if worked else None,
    }
    return render(request, "benefits/estimate_page.html", facts, status=status)


def _of_assumption(place: Place) -> dict[str, Any]:
    held = place.data["assumptions"][place.name]
    method = held.get("method")
    return {
        "case": place.case,
        "name": place.name,
        "title": place.assumption.title or place.name,
        "unit": place.assumption.unit,
        "held": held,
        "by_hand": isinstance(held.get("formula"), str) or isinstance(held.get("by_year"), dict),
        "now": shown_number(held.get("value")),
        "span": " – ".join(shown_number(held[end]) for end in ("low", "high") if end in held),
        "held_method": METHOD_WORDS.get(str(method), "") if method else "",
    }


def _of_requirement(required: Requirement | None) -> dict[str, Any]:
    return {
        "required": required,
        "required_words": words.family_words(required.method) if required else "",
        "rule": _rule(required),
    }


def _of_method(place: Place) -> dict[str, Any]:
    return {
        "method": place.method,
        "method_words": words.METHODS[place.method],
        "about": words.ABOUT[place.method],
        "methods": [(key, word, key in place.kept) for key, word in words.METHODS.items()],
        "others": others(place),
    }


def _of_form(form: EstimateForm) -> dict[str, Any]:
    return {
        "form": form,
        "fetched": bool(form.initial.get("history")),
        "rows": form.rows if isinstance(form, ExperienceForm) else [],
        "parts": form.parts if isinstance(form, TriangulationForm) else [],
    }


def _of_operation(request: HttpRequest, place: Place) -> dict[str, Any]:
    return {
        "counts": list(words.COUNTS.items()) if place.case.process_id else [],
        "partial": partial_years(place, request),
        "asked_count": request.GET.get("fra", ""),
    }


def _rule(required: Requirement | None) -> list[tuple[str, str]]:
    if required is None:
        return []
    return [(_("Source"), required.source), (_("Holds from"), day(required.since))]
