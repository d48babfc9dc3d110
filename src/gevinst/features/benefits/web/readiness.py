"""The readiness check of a business case: six themes, the weakest first, and a risk for each gap."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gevinst.engines.businesscase.readiness.answers_file import Answered
from gevinst.engines.businesscase.readiness.proposed_risks import proposed_risks
from gevinst.engines.businesscase.readiness.theme import Question
from gevinst.engines.businesscase.readiness.theme_result import ThemeResult
from gevinst.engines.businesscase.readiness.themes import themes
from gevinst.features.benefits.actions.readiness import (
    add_gap_to_pool,
    answer_readiness,
    leave_out_theme,
    risk_id,
)
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.queries.readiness import answers_of, pool_standing, risk_ids
from gevinst.features.benefits.web import readiness_words as words
from gevinst.features.benefits.web.readiness_frame import (
    OUT_OF_SIGHT,
    Facts,
    as_int,
    done,
    frame,
    shown_again,
)
from gevinst.features.benefits.web.readiness_tips import TIPS
from gevinst.shared.errors import DomainError

ICONS = {"red": "error", "yellow": "warning", "green": "success"}
ORDER = ("red", "yellow", "", "green")


@require_GET
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """The check as it stands."""
    return page(request, case_id)


def page(request: HttpRequest, case_id: int, **more: Any) -> HttpResponse:
    """The page, with what a refusal adds."""
    _actor, case, facts = frame(request, case_id, "readiness")
    pool = pool_standing(case, timezone.localdate())
    labelled = [(f"P{int(p * 100)}", value) for p, value in pool.quantiles]
    facts |= {**checked(case), "pool": pool, "quantiles": labelled, **more}
    return render(request, "benefits/readiness.html", facts)


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
    title = str(words.RISKS.get(question, ""))
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


def checked(case: BusinessCase) -> Facts:
    """The check in words: themes with the weakest first, the colour of the whole and why."""
    kept = answers_of(case)
    result = kept.result
    told = [_theme(case, kept, one) for one in result.themes]
    told.sort(key=lambda one: (ORDER.index(one["colour"]), one["average"]))
    left_out = [
        {"code": one.code, "title": words.THEMES[one.code]}
        for one in themes()
        if one.code in kept.not_relevant
    ]
    colour = result.colour.value if result.colour else ""
    weakest = result.weakest.theme.code if result.weakest else ""
    return {
        "themes": told,
        "left_out": left_out,
        "colour": colour,
        "colour_word": words.COLOURS.get(colour, ""),
        "colour_icon": ICONS.get(colour, "info"),
        "weakest": words.THEMES.get(weakest, ""),
        "weakest_rule": words.WEAKEST_RULE,
        "rules": [
            (ICONS[key], words.COLOURS[key], rule) for key, rule in words.COLOUR_RULES.items()
        ],
        "answered": sum(one.answered for one in result.themes),
        "asked": sum(len(one.theme.questions) for one in result.themes),
        "unknown": kept.unknown,
    }


def _theme(case: BusinessCase, kept: Answered, one: ThemeResult) -> Facts:
    code = one.theme.code
    colour = one.colour.value if one.colour else ""
    known = evaluated(case.text).result
    investment = known.investment if known else None
    gaps = {gap.code: gap for gap in proposed_risks(kept.answers, not_relevant=kept.not_relevant)}
    held = risk_ids(case)
    return {
        "code": code,
        "title": words.THEMES[code],
        "about": words.ABOUTS[code],
        "optional": one.theme.optional,
        "colour": colour,
        "colour_word": words.COLOURS.get(colour, _("Not answered")),
        "colour_icon": ICONS.get(colour, "help"),
        "average": float(one.average if one.average is not None else -1),
        "answered": one.answered,
        "asked": len(one.theme.questions),
        "parts": [
            {
                "title": words.SUBTHEMES[sub.code],
                "tip": TIPS[sub.code],
                "weak": any(kept.answers.get(each.code, 2) < 2 for each in sub.questions),  # noqa: PLR2004
                "questions": [
                    _question(kept, each, gaps, held, investment) for each in sub.questions
                ],
            }
            for sub in one.theme.subthemes
        ],
    }


def _question(
    kept: Answered, one: Question, gaps: dict[str, Any], held: set[str], investment: Decimal | None
) -> Facts:
    gap = gaps.get(f"readiness.{one.code}")
    given = kept.answers.get(one.code)
    return {
        "code": one.code,
        "id": one.code.replace(".", "-"),
        "text": words.QUESTIONS[one.code],
        "answer": given,
        "options": [
            (value, word, value == given) for value, word in reversed(words.ANSWERS.items())
        ],
        "in_pool": risk_id(one.code) in held,
        "gap": gap
        and {
            "title": words.RISKS[one.code],
            "probability": gap.probability * 100,
            "share": gap.share * 100,
            "consequence": None if not investment else gap.consequence(investment),
        },
    }
