"""The page of what a business case came to against what was expected."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gevinst.features.benefits.queries.cases import case_versions
from gevinst.features.benefits.queries.following.actuals import actual_history, baselines_of
from gevinst.features.benefits.queries.following.realised import followed_case
from gevinst.features.benefits.web.following.frame import frame
from gevinst.features.benefits.web.following.realised.choosing import (
    chosen_line,
    known_values,
    terms_of,
)
from gevinst.features.benefits.web.following.realised.form import ActualForm
from gevinst.features.benefits.web.following.realised.told import realised_told
from gevinst.features.benefits.web.following.realised.words import TERMS
from gevinst.shared.actor import Right


@require_GET
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """The case as it came, so far; `?linje=` and `?aar=` open the form of a line and year."""
    return page(request, case_id)


def page(
    request: HttpRequest, case_id: int, form: ActualForm | None = None, **more: Any
) -> HttpResponse:
    """The page, with the form as it was sent."""
    actor, case, facts = frame(request, case_id, "realised")
    followed = followed_case(case, timezone.localdate())
    may_rebase = facts["may_edit"] and actor.may(Right.OPERATE, case.authority_id)
    facts |= {"followed": followed, "may_rebase": may_rebase}
    if followed is not None:
        chosen = chosen_line(request, followed.result)
        facts |= realised_told(case, followed) | chosen
        if chosen["line"] is not None:
            facts["form"] = form or ActualForm(terms_of(followed.result, chosen["line"].id))
            facts["known"] = known_values(followed, chosen["line"].id, chosen["year"])
    facts |= {
        "history": [(one, TERMS.get(one.term, one.term)) for one in actual_history(case)],
        "baselines": baselines_of(case),
        "versions": case_versions(case),
        **more,
    }
    return render(request, "benefits/realised.html", facts)
