"""How well a process suits automation: the nine answers weighed into a score that can be followed.

The weights are Gevinst's own. Seven tenths say whether it can be automated at all, three tenths the gain;
in a question marked `against`, a high degree speaks against automating.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

VALUES: Mapping[str, Fraction] = {
    "very_high": Fraction(1),
    "high": Fraction(2, 3),
    "low": Fraction(1, 3),
    "very_low": Fraction(0),
}
ENOUGH = 50  # weight that must be answered before there is a score


@dataclass(frozen=True, slots=True)
class Question:
    """One of the nine; the weights of all are 100 together."""

    name: str
    weight: int
    against: bool = False


QUESTIONS = (
    Question("level_professional", 20, against=True),
    Question("level_change", 10, against=True),
    Question("level_structured", 15),
    Question("level_uniform", 10),
    Question("level_digital", 15),
    Question("level_quality", 5),
    Question("level_speed", 5),
    Question("level_routine", 10),
    Question("level_return", 10),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """`value` is 0-1 in favour of automating, None while unanswered; `gain` what a best answer would add."""

    question: Question
    level: str
    value: Fraction | None
    gain: int

    @property
    def points(self) -> Fraction:
        """What the answer gives of the question's weight."""
        return (self.value or 0) * Fraction(self.question.weight)


@dataclass(frozen=True, slots=True)
class Suitability:
    """`score` is 0-100 over what is answered, None while less than `ENOUGH` of the weight is."""

    score: int | None
    answered: int
    answers: tuple[Answer, ...]

    @property
    def raises(self) -> tuple[Answer, ...]:
        """The answers that would raise the score most if they could be made better, the most first."""
        able = [each for each in self.answers if each.gain > 0]
        return tuple(sorted(able, key=lambda each: -each.gain))

    @property
    def unanswered(self) -> tuple[Question, ...]:
        """The questions still to answer."""
        return tuple(each.question for each in self.answers if each.value is None)


def suitability(levels: Mapping[str, str]) -> Suitability:
    """The score of answers by question; "unknown", "" and what is no level count as not answered.

    >>> best = {q.name: "very_low" if q.against else "very_high" for q in QUESTIONS}
    >>> suitability(best).score, suitability({**best, "level_digital": "very_low"}).score
    (100, 85)
    >>> suitability({"level_digital": "high"}).score is None
    True
    """
    values = {each: _value(each, levels.get(each.name, "")) for each in QUESTIONS}
    weight = sum(each.weight for each, value in values.items() if value is not None)
    points = sum((value or 0) * each.weight for each, value in values.items())
    answers = tuple(
        Answer(each, levels.get(each.name, ""), value, _gain(each, value, weight))
        for each, value in values.items()
    )
    score = _rounded(100 * Fraction(points) / weight) if weight >= ENOUGH else None
    return Suitability(score, sum(value is not None for value in values.values()), answers)


def _value(question: Question, level: str) -> Fraction | None:
    value = VALUES.get(level)
    return 1 - value if value is not None and question.against else value


def _gain(question: Question, value: Fraction | None, weight: int) -> int:
    return 0 if value is None else _rounded(100 * (1 - value) * question.weight / weight)


def _rounded(number: Fraction) -> int:
    """Half up."""
    return int(number + Fraction(1, 2))
