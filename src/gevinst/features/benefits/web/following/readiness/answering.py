"""An answer, a theme left out, a gap that becomes a risk of the pool."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gevinst.features.benefits.actions.following.gaps import add_gap_to_pool
from gevinst.features.benefits.actions.following.readiness import answer_readiness, leave_out_theme
from gevinst.features.benefits.web.following.frame import (
    OUT_OF_SIGHT,
    as_int,
    done,
    frame,
    shown_again,
)
from gevinst.features.benefits.web.following.readiness.page import page
from gevinst.features.benefits.web.following.readiness.risk_words import RISKS
from gevinst.features.benefits.web.following.readiness.told import checked
from gevinst.shared.errors import DomainError


@require_POST
def answer(request: HttpRequest, case_id: int) -> HttpResponse:
    """Takes an answer; a fragment where the page asked for one."""
    actor, case, _facts = frame(request, case_id, "readiness")
    question = request.POST.get("question", "")
    given, was = as_int(request.POST.get("answer", "")), as_int(request.POST.get("was", ""))
    fault = None
    try:
        case = answer_readiness(case=case, question=question, answer=given, was=was, by=actor)
    except DomainError as refusal:
        if not request.headers.get("HX-Request") or refusal.code in OUT_OF_SIGHT:
            return shown_again(request, case_id, page, refusal)
        fault = refusal
    theme = question.partition(".")[0]
    if request.headers.get("HX-Request"):
        return _fragment(request, case_id, theme, fault)
    return done(request, case, "case-readiness", anchor=f"#tema-{theme}")


@require_POST
def leave_out(request: HttpRequest, case_id: int) -> HttpResponse:
    """A theme is not relevant for the case, or is again."""
    actor, case, _facts = frame(request, case_id, "readiness")
    theme, left_out = request.POST.get("theme", ""), request.POST.get("left_out") == "1"
    try:
        leave_out_theme(case=case, theme=theme, left_out=left_out, by=actor)
    except DomainError as fault:
        return shown_again(request, case_id, page, fault)
    return done(request, case, "case-readiness", anchor=f"#tema-{theme}")


@require_POST
def add_gap(request: HttpRequest, case_id: int) -> HttpResponse:
    """A gap becomes a risk of the pool."""
    actor, case, _facts = frame(request, case_id, "readiness")
    question = request.POST.get("question", "")
    title = str(RISKS.get(question, ""))
    try:
        add_gap_to_pool(case=case, question=question, title=title, by=actor)
    except DomainError as fault:
        return shown_again(request, case_id, page, fault)
    said = _("“%(title)s” is in the risk pool now.") % {"title": title}
    return done(request, case, "case-readiness", said, f"#tema-{question.partition('.')[0]}")


def _fragment(
    request: HttpRequest, case_id: int, theme: str, fault: DomainError | None
) -> HttpResponse:
    """The theme that was answered, and the summary beside it."""
    _actor, case, facts = frame(request, case_id, "readiness")
    told = checked(case)
    one = next((each for each in told["themes"] if each["code"] == theme), None)
    facts |= {**told, "theme": one, "fault": fault, "open": True, "swapped": True}
    return render(request, "benefits/readiness_answered.html", facts)
