"""Scores the check: a colour for each theme, the weakest for the whole, a risk for each gap."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.readiness.themes import Question, Theme, themes

MISSING: Final = 0
PARTLY: Final = 1
IN_PLACE: Final = 2

Answers = Mapping[str, int | None]
"""Question code -> 0 missing, 1 partly, 2 in place; None, or no key, is not answered."""


class Colour(StrEnum):
    """How ready, weakest first."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"


# The rule as it is said to the user; `_colour` is the same rule.
COLOUR_RULE: Final[Mapping[Colour, str]] = {
    Colour.RED: "Less than half is in place: the answers average below 1.",
    Colour.YELLOW: "On the way: the average is at least 1, but something is missing, "
    "not answered or only partly there.",
    Colour.GREEN: "Ready: everything is answered, nothing is missing, "
    "and the answers average at least 1.5.",
}
WEAKEST_RULE: Final = "The weakest theme sets the colour of the whole."
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


@dataclass(frozen=True, slots=True)
class Readiness:
    """The whole check: themes in order, the weakest one, and its colour as that of the whole."""

    themes: tuple[ThemeResult, ...]
    weakest: ThemeResult | None
    colour: Colour | None
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class ProposedRisk:
    """A risk for the pool: probability 0-1, consequence as a share of the investment 0-1."""

    code: str
    title: str
    theme: str
    category: str
    probability: Decimal
    share: Decimal

    def consequence(self, investment: Decimal) -> Decimal:
        """The consequence in DKK for an investment in DKK, unrounded.

        Raises `ValueError` for a negative investment.
        """
        if investment < 0:
            raise ValueError(f"an investment of {investment} DKK; write 0 or more")
        return investment * self.share


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
    relevant = _relevant(themes() if held is None else held, not_relevant, answers)
    results = tuple(_result(theme, answers) for theme in relevant)
    scored = [one for one in results if one.average is not None]
    weakest = min(scored, key=_strength) if scored else None
    notes = tuple(_unanswered(one) for one in results if one.open)
    return Readiness(results, weakest, _whole(results, weakest), notes)


def proposed_risks(
    answers: Answers,
    *,
    not_relevant: Collection[str] = (),
    held: Sequence[Theme] | None = None,
) -> tuple[ProposedRisk, ...]:
    """A risk for every question that is answered 0 (missing), in the order of the check.

    Raises `ValueError` as `readiness`.

    >>> (risk,) = proposed_risks({"technology.data.quality": 0, "technology.data.effort": 1})
    >>> risk.code, risk.probability, risk.consequence(Decimal(1_000_000))
    ('readiness.technology.data.quality', Decimal('0.40'), Decimal('200000.00'))
    """
    relevant = _relevant(themes() if held is None else held, not_relevant, answers)
    return tuple(
        ProposedRisk(
            code=f"readiness.{question.code}",
            title=question.risk.title,
            theme=theme.code,
            category=theme.category,
            probability=question.risk.probability,
            share=question.risk.share,
        )
        for theme in relevant
        for question in theme.questions
        if answers.get(question.code) == MISSING
    )


def _relevant(
    held: Sequence[Theme], not_relevant: Collection[str], answers: Answers
) -> tuple[Theme, ...]:
    """The themes that count, once the answers and what is left out are sound."""
    optional = [theme.code for theme in held if theme.optional]
    for code in not_relevant:
        if code not in optional:
            raise ValueError(f"the theme {code!r} cannot be left out; only {', '.join(optional)}")
    known = {question.code for theme in held for question in theme.questions}
    for code, answer in answers.items():
        if code not in known:
            raise ValueError(f"{code!r} is not a question; the questions are {sorted(known)}")
        # A bool is an int to Python; here it would be a slip.
        if answer is not None and (isinstance(answer, bool) or answer not in range(IN_PLACE + 1)):
            raise ValueError(f"{code}: {answer!r} is not an answer; write 0, 1, 2 or None")
    return tuple(theme for theme in held if theme.code not in not_relevant)


def _result(theme: Theme, answers: Answers) -> ThemeResult:
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


def _strength(result: ThemeResult) -> tuple[int, Fraction]:
    """Colour first, then the average: a theme with a gap is weaker than one without."""
    assert result.average is not None
    assert result.colour is not None
    return list(Colour).index(result.colour), result.average


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
