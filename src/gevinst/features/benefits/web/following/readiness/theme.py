"""One theme of the check as the page shows it: its colour, and its questions part by part."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.readiness.answers_file import Answered
from gevinst.engines.businesscase.readiness.proposed_risks import proposed_risks
from gevinst.engines.businesscase.readiness.theme_result import ThemeResult
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.queries.following.readiness import risk_ids
from gevinst.features.benefits.web.following.frame import Facts
from gevinst.features.benefits.web.following.readiness.answer_words import COLOURS
from gevinst.features.benefits.web.following.readiness.question import question_told
from gevinst.features.benefits.web.following.readiness.theme_words import ABOUTS, SUBTHEMES, THEMES
from gevinst.features.benefits.web.following.readiness.tips import TIPS

ICONS = {"red": "error", "yellow": "warning", "green": "success"}


def theme_told(case: BusinessCase, kept: Answered, one: ThemeResult) -> Facts:
    """A theme with its colour and average, and its questions part by part."""
    code = one.theme.code
    colour = one.colour.value if one.colour else ""
    known = evaluated(case.text).result
    investment = known.investment if known else None
    gaps = {gap.code: gap for gap in proposed_risks(kept.answers, not_relevant=kept.not_relevant)}
    held = risk_ids(case)
    return {
        "code": code,
        "title": THEMES[code],
        "about": ABOUTS[code],
        "optional": one.theme.optional,
        "colour": colour,
        "colour_word": COLOURS.get(colour, _("Not answered")),
        "colour_icon": ICONS.get(colour, "help"),
        "average": float(one.average if one.average is not None else -1),
        "answered": one.answered,
        "asked": len(one.theme.questions),
        "parts": [
            {
                "title": SUBTHEMES[sub.code],
                "tip": TIPS[sub.code],
                "weak": any(kept.answers.get(each.code, 2) < 2 for each in sub.questions),  # noqa: PLR2004
                "questions": [
                    question_told(kept, each, gaps, held, investment) for each in sub.questions
                ],
            }
            for sub in one.theme.subthemes
        ],
    }
