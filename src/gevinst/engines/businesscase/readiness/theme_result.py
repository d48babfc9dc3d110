"""How one theme comes out of the check: its average, its colour, its gaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from gevinst.engines.businesscase.readiness.answers import MISSING, PARTLY, Answers
from gevinst.engines.businesscase.readiness.theme import Question, Theme


class Colour(StrEnum):
    """How ready, weakest first."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"


# The rule as it is said to the user; `_colour` is the same rule.
COLOUR_RULE: Final[Mapping[Colour, str]] = {
    Colour.RED: "Less than half is in place: the answers average below 1.",
    Colour.YELLOW: "The average is at least 1, but something is missing, "
    "not answered or only partly there.",
    Colour.GREEN: "Everything is answered, nothing is missing, "
    "and the answers average at least 1.5.",
}
_GREEN_FROM: Final = Fraction(3, 2)


@dataclass(frozen=True, slots=True)
class ThemeResult:
    """One theme: its average 0-2 (exact), colour (None while nothing is answered), and its gaps."""

    theme: Theme
    average: Fraction | None
    colour: Colour | None
    answered: int
    missing: tuple[Question, ...]

    @property
    def open(self) -> int:
        """How many questions are not answered."""
        return len(self.theme.questions) - self.answered


def theme_result(theme: Theme, answers: Answers) -> ThemeResult:
    """How a theme comes out of the answers."""
    given = [(question, answers.get(question.code)) for question in theme.questions]
    scores = [score for _question, score in given if score is not None]
    average = Fraction(sum(scores), len(scores)) if scores else None
    missing = tuple(question for question, score in given if score == MISSING)
    sound = not missing and len(scores) == len(given)
    return ThemeResult(theme, average, _colour(average, sound), len(scores), missing)


def _colour(average: Fraction | None, sound: bool) -> Colour | None:
    if average is None:
        return None
    if average < PARTLY:
        return Colour.RED
    return Colour.GREEN if sound and average >= _GREEN_FROM else Colour.YELLOW


def strength_of(result: ThemeResult) -> tuple[int, Fraction]:
    """Colour first, then the average: a theme with a gap is weaker than one without."""
    assert result.average is not None
    assert result.colour is not None
    return list(Colour).index(result.colour), result.average
