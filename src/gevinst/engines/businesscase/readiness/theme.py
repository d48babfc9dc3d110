"""A theme of the check as values: its sub-themes, its questions, and the risk of each."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class DefaultRisk:
    """The risk of a missing answer: probability 0-1, consequence as a share of the investment 0-1."""

    title: str
    probability: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the check, its code `theme.subtheme.question`."""

    code: str
    text: str
    risk: DefaultRisk


@dataclass(frozen=True, slots=True)
class Subtheme:
    """A part of a theme, its code `theme.subtheme`."""

    code: str
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """A success factor; an `optional` one may be left out of a check where it is not relevant."""

    code: str
    title: str
    about: str
    category: str
    optional: bool
    subthemes: tuple[Subtheme, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question of the theme, in order."""
        return tuple(one for subtheme in self.subthemes for one in subtheme.questions)
