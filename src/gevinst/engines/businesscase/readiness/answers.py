"""The answers to the check: what one may be, and which themes they are held against."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from gevinst.engines.businesscase.readiness.theme import Theme

MISSING: Final = 0
PARTLY: Final = 1
IN_PLACE: Final = 2
Answers = Mapping[str, int | None]


def relevant_themes(
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
