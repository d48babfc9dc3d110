"""What the page of an assumption being estimated is made of, part by part."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from gevinst.features.benefits.publishing.units import unit_words
from gevinst.features.benefits.queries.estimates.requirement import Requirement
from gevinst.features.benefits.web.cases.typed.numbers import shown_number
from gevinst.features.benefits.web.cases.words.evidence import METHODS as METHOD_WORDS
from gevinst.features.benefits.web.estimates import method_words as words
from gevinst.features.benefits.web.estimates.experience_form import ExperienceForm
from gevinst.features.benefits.web.estimates.form import EstimateForm
from gevinst.features.benefits.web.estimates.operation_years import partial_years
from gevinst.features.benefits.web.estimates.place import Place
from gevinst.features.benefits.web.estimates.triangulation_form import TriangulationForm
from gevinst.features.benefits.web.estimates.working import others
from gevinst.shared.templatetags.gevinst import day


def of_assumption(place: Place) -> dict[str, Any]:
    """The assumption as it stands: its value, range and method."""
    held = place.data["assumptions"][place.name]
    method = held.get("method")
    return {
        "case": place.case,
        "name": place.name,
        "title": place.assumption.title or place.name,
        "unit": unit_words(place.assumption.unit),
        "held": held,
        "by_hand": isinstance(held.get("formula"), str) or isinstance(held.get("by_year"), dict),
        "now": shown_number(held.get("value")),
        "span": " – ".join(shown_number(held[end]) for end in ("low", "high") if end in held),
        "held_method": METHOD_WORDS.get(str(method), "") if method else "",
    }


def of_requirement(required: Requirement | None) -> dict[str, Any]:
    """The method that is called for, and whose rule it is."""
    return {
        "required": required,
        "required_words": words.family_words(required.method) if required else "",
        "rule": _rule(required),
    }


def of_method(place: Place) -> dict[str, Any]:
    """The method that is looked at, and the others."""
    return {
        "method": place.method,
        "method_words": words.METHODS[place.method],
        "about": words.ABOUT[place.method],
        "methods": [(key, word, key in place.kept) for key, word in words.METHODS.items()],
        "others": others(place),
    }


def of_form(form: EstimateForm) -> dict[str, Any]:
    """The form with what its method has beside the fields."""
    return {
        "form": form,
        "fetched": bool(form.initial.get("history")),
        "rows": form.rows if isinstance(form, ExperienceForm) else [],
        "parts": form.parts if isinstance(form, TriangulationForm) else [],
    }


def of_operation(request: HttpRequest, place: Place) -> dict[str, Any]:
    """What can be fetched from operation, and what was."""
    return {
        "counts": list(words.COUNTS.items()) if place.case.process_id else [],
        "partial": partial_years(place, request),
        "asked_count": request.GET.get("fra", ""),
    }


def _rule(required: Requirement | None) -> list[tuple[str, str]]:
    if required is None:
        return []
    return [(_("Source"), required.source), (_("Holds from"), day(required.since))]
