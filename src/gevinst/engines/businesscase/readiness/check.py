"""Scores the check: a colour for each theme, the weakest for the whole, a risk for each gap."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.readiness.answers import Answers, relevant_themes
from gevinst.engines.businesscase.readiness.theme import Theme
from gevinst.engines.businesscase.readiness.theme_result import (
    Colour,
    ThemeResult,
    strength_of,
    theme_result,
)
from gevinst.engines.businesscase.readiness.themes import themes

"""Question code -> 0 missing, 1 partly, 2 in place; None, or no key, is not answered."""
WEAKEST_RULE: Final = "The weakest theme sets the colour of the whole."


@dataclass(frozen=True, slots=True)
class Readiness:
    """The whole check: themes in order, the weakest one, and its colour as that of the whole."""

    themes: tuple[ThemeResult, ...]
    weakest: ThemeResult | None
    colour: Colour | None
    notes: tuple[Note, ...]


def readiness(
    answers: Answers,
    *,
    not_relevant: Collection[str] = (),
    held: Sequence[Theme] | None = None,
) -> Readiness:
    """How ready the answers say an authority is; themes that are `not_relevant` are left out.

    Raises `ValueError` for a code that is no question, an answer that is not 0, 1, 2 or None, and
    for leaving out a theme that is not optional.

    >>> everything = {q.code: 2 for theme in themes() for q in theme.questions}
    >>> readiness(everything).colour.value
    'green'
    >>> weak = everything | {"financing.plan.agreed": 0}
    >>> readiness(weak).weakest.theme.code, readiness(weak).colour.value
    ('financing', 'yellow')
    """
    relevant = relevant_themes(themes() if held is None else held, not_relevant, answers)
    results = tuple(theme_result(theme, answers) for theme in relevant)
    scored = [one for one in results if one.average is not None]
    weakest = min(scored, key=strength_of) if scored else None
    notes = tuple(_unanswered(one) for one in results if one.open)
    return Readiness(results, weakest, _whole(results, weakest), notes)


def _whole(results: Sequence[ThemeResult], weakest: ThemeResult | None) -> Colour | None:
    """The colour of the weakest; never green while a theme is not answered at all."""
    if weakest is None:
        return None
    unknown = any(one.average is None for one in results)
    return Colour.YELLOW if unknown and weakest.colour is Colour.GREEN else weakest.colour


def _unanswered(result: ThemeResult) -> Note:
    return Note(
        "questions-open",
        f"{result.open} of {len(result.theme.questions)} questions on "
        f"{result.theme.title.lower()} are not answered.",
        {"theme": result.theme.code, "open": result.open},
    )
