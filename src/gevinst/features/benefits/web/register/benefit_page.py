"""The page of a benefit."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gevinst.features.benefits import permissions, queries
from gevinst.features.benefits.models import Benefit
from gevinst.features.benefits.web.register.benefit_figures import chart, figures, sample_words
from gevinst.features.benefits.web.register.benefit_steps import asks, road, step_forms
from gevinst.features.benefits.web.register.owner_form import OwnerForm
from gevinst.features.catalogue import queries as catalogue
from gevinst.shared.actor import Actor


def actor_of(request: HttpRequest) -> Actor:
    """Who asks."""
    found: Actor = request.actor  # type: ignore[attr-defined]
    return found


def page_of(request: HttpRequest, held: Benefit, **more: Any) -> HttpResponse:
    """The page, with the form that was sent where it has a fault."""
    actor = actor_of(request)
    opened, form = more.get("opened", ""), more.get("form")
    forms = step_forms(held)
    if opened:
        forms[opened] = form  # type: ignore[assignment]
    steps = [
        (step, queries.standing_of(step, step.expected), sample_words(step))
        for step in reversed(queries.steps(held))
    ]
    titles = catalogue.titles(actor, [held.process_id] if held.process_id else [])
    facts = {
        "benefit": held,
        "process_title": titles.get(held.process_id or 0, ""),
        "road": road(held),
        "figures": figures(held),
        "chart": chart(held),
        "steps": steps,
        "forms": [(name, asks(name), one, name == opened) for name, one in forms.items()],
        "owner_form": OwnerForm(held),
        "may_write": permissions.may_write(actor, held.authority_id),
        "may_move": permissions.may_move(actor, held),
        "due": held.next_measurement_on and held.next_measurement_on <= timezone.localdate(),
        **more,
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, "benefits/benefit.html", facts, status=status)
