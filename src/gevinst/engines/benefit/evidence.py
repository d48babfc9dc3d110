"""How well a figure is known: grades A to E, and what a small sample is worth."""

from __future__ import annotations

from gevinst.engines.businesscase.model.benefit_state import Grade
from gevinst.engines.businesscase.notes import Note

SMALL = 30  # below this a mean of minutes is shown with its number of observations


MEASURED = frozenset({Grade.A, Grade.B, Grade.C})
OF_KIND = {"log": Grade.A, "measured": Grade.B, "estimated": Grade.D}


def grade_of(evidence: str) -> Grade:
    """The grade that a word for evidence, or a letter, stands for.

    Raises `ValueError` for anything else.

    >>> grade_of("measured"), grade_of("e")
    (<Grade.B: 'B'>, <Grade.E: 'E'>)
    """
    word = evidence.strip()
    return OF_KIND.get(word.lower()) or Grade(word.upper())


def worst(grades: frozenset[Grade] | set[Grade]) -> Grade | None:
    """The weakest of them, which is what a sum of figures rests on; None of nothing."""
    return max(grades, default=None)


def sample_note(grade: Grade, n: int | None) -> Note | None:
    """What to say of the sample behind a measurement; None where there is nothing to say.

    >>> sample_note(Grade.B, 1).code
    'single-case'
    """
    if grade is not Grade.B:
        return None
    if n is None:
        return Note("sample-not-stated", "The number of cases measured is not stated.", {})
    if n == 1:
        return Note("single-case", "One case was measured; do not scale it linearly.", {"n": 1})
    if n < SMALL:
        return Note("small-sample", f"Only {n} cases were measured.", {"n": n})
    return None
