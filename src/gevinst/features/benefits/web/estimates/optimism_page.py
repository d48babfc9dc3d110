"""A case corrected from outside: by documented uplifts, and by how comparable projects came out."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.features.benefits.casework.paths import plain
from gevinst.features.benefits.casework.permissions import may_edit_case, require_may_start_case
from gevinst.features.benefits.casework.states import CaseState
from gevinst.features.benefits.estimating.plan import plan_of
from gevinst.features.benefits.estimating.public_class import public_class
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.web.estimates.note_told import told
from gevinst.features.benefits.web.estimates.optimism_rows import levels, lines
from gevinst.features.benefits.web.estimates.optimism_scenario import keep
from gevinst.features.benefits.web.estimates.optimism_seen import Seen, corrected_plan, forecast_of
from gevinst.features.benefits.web.estimates.optimism_typed import typed_of
from gevinst.features.benefits.web.estimates.optimism_words import CHOICES
from gevinst.features.benefits.web.following.readiness.theme_words import THEMES
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError
from gevinst.shared.templatetags.gevinst import number

HUNDRED = Decimal(100)


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """The panel; a post keeps the reading that was asked for."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = queries.case(actor, case_id)
    if request.method == "POST":
        require_may_start_case(actor, case.authority_id)
        if case.state == CaseState.ARCHIVED:
            message = _("The case is archived: open it again to write in it.")
            raise DomainError("wrong-state", message)
    known = evaluated(case.text)
    if known.result is None:
        return render(request, "benefits/estimate_optimism.html", {"case": case, "faulty": True})
    typed = typed_of(request, plain(case.text) or {})
    plan = plan_of(known.result)
    seen = Seen(case, typed, plan, corrected_plan(plan, typed), forecast_of(case, plan))
    if request.method == "POST" and seen.found is not None:
        return keep(request, actor, seen)
    facts = _facts(actor, seen)
    return render(
        request, "benefits/estimate_optimism.html", facts, status=422 if typed.fault else 200
    )


def _facts(actor: Actor, seen: Seen) -> dict[str, Any]:
    case, typed, plan, found, class_ = seen.case, seen.typed, seen.plan, seen.found, seen.class_
    today = timezone.localdate()
    return {
        "case": case,
        "typed": typed,
        "choices": [(f"{key[0]}.{key[1]}", words) for key, words in CHOICES.items()],
        "choice": ".".join(typed.choice),
        "choice_words": CHOICES[typed.choice],
        "rows": lines(plan, found) if found else [],
        "left": f"{number(found.left * HUNDRED)} %" if found else "",
        "notes": [told(note, THEMES) for note in found.notes] if found else [],
        "levels": levels(class_) if class_ else [],
        "class_notes": [told(note) for note in class_.notes] if class_ else [],
        "public": public_class(today)[1],
        "own_class": class_ is not None and class_.n is not None,
        "plan": plan,
        "may_edit": may_edit_case(actor, case),
    }
