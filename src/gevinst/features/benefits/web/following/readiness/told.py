"""The readiness check of a case in words, the weakest theme first."""

from __future__ import annotations

from gevinst.engines.businesscase.readiness.themes import themes
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.following.readiness import answers_of
from gevinst.features.benefits.web.following.frame import Facts
from gevinst.features.benefits.web.following.readiness.answer_words import (
    COLOUR_RULES,
    COLOURS,
    WEAKEST_RULE,
)
from gevinst.features.benefits.web.following.readiness.theme import ICONS, theme_told
from gevinst.features.benefits.web.following.readiness.theme_words import THEMES

ORDER = ("red", "yellow", "", "green")


def checked(case: BusinessCase) -> Facts:
    """The check in words: themes with the weakest first, the colour of the whole and why."""
    kept = answers_of(case)
    result = kept.result
    told = [theme_told(case, kept, one) for one in result.themes]
    told.sort(key=lambda one: (ORDER.index(one["colour"]), one["average"]))
    left_out = [
        {"code": one.code, "title": THEMES[one.code]}
        for one in themes()
        if one.code in kept.not_relevant
    ]
    colour = result.colour.value if result.colour else ""
    weakest = result.weakest.theme.code if result.weakest else ""
    return {
        "themes": told,
        "left_out": left_out,
        "colour": colour,
        "colour_word": COLOURS.get(colour, ""),
        "colour_icon": ICONS.get(colour, "info"),
        "weakest": THEMES.get(weakest, ""),
        "weakest_rule": WEAKEST_RULE,
        "rules": [(ICONS[key], COLOURS[key], rule) for key, rule in COLOUR_RULES.items()],
        "answered": sum(one.answered for one in result.themes),
        "asked": sum(len(one.theme.questions) for one in result.themes),
        "unknown": kept.unknown,
    }
