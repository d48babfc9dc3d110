"""The readiness check as a case file keeps it: answers by question, and the themes that are left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gevinst.engines.businesscase.readiness.answers import IN_PLACE
from gevinst.engines.businesscase.readiness.check import Readiness, readiness
from gevinst.engines.businesscase.readiness.theme import Theme
from gevinst.engines.businesscase.readiness.themes import themes


@dataclass(frozen=True, slots=True)
class Answered:
    """Answers (0, 1, 2 by question), optional themes left out, and keys that the check does not know."""

    answers: Mapping[str, int]
    not_relevant: frozenset[str]
    unknown: tuple[str, ...] = ()

    @property
    def result(self) -> Readiness:
        """How ready they say the authority is."""
        return readiness(self.answers, not_relevant=self.not_relevant)


def read_answers(kept: object, held: Sequence[Theme] | None = None) -> Answered:
    """What the `readiness` of a case file says; a draft may hold what is not known, and never fails.

    A question has 0, 1 or 2; the code of an optional theme with an empty value leaves the theme out.

    >>> read_answers({"financing.plan.agreed": 2, "citizens": None}).not_relevant
    frozenset({'citizens'})
    """
    known = themes() if held is None else held
    rows = kept if isinstance(kept, Mapping) else {}
    questions = {one.code for theme in known for one in theme.questions}
    optional = {theme.code for theme in known if theme.optional}
    answers = {str(key): value for key, value in rows.items() if _sound(key, value, questions)}
    left_out = frozenset(key for key, value in rows.items() if key in optional and value is None)
    empty = {key for key, value in rows.items() if key in questions and value is None}
    unknown = tuple(str(key) for key in rows if key not in {*answers, *left_out, *empty})
    return Answered(answers, left_out, unknown)


def _sound(key: object, value: object, questions: set[str]) -> bool:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return whole and key in questions and value in range(IN_PLACE + 1)
