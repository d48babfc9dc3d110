"""What must be said of a projection: few years, gaps, history that fluctuates, amounts below zero."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from gevinst.engines.businesscase.estimators.candidate import Candidate
from gevinst.engines.businesscase.notes import Note


def few_years(n: int, few: int) -> list[Note]:
    """The note on a short history."""
    if n >= few:
        return []
    message = f"The projection rests on {n} of at least {few} years."
    return [Note("few-years", message, {"n": n, "few": few})]


def gaps_in_years(years: Sequence[int]) -> list[Note]:
    """The note on years that are missing between the first and the last."""
    missing = sorted(set(range(min(years), max(years))) - set(years))
    if not missing:
        return []
    message = (
        f"The history lacks {', '.join(map(str, missing))}; the projection reckons with the gap."
    )
    return [Note("gap-in-years", message, {"missing": tuple(missing)})]


def fluctuating(chosen: Candidate, limit: Decimal) -> list[Note]:
    """The note on a history that the chosen candidate does not follow."""
    cv = chosen.residual_cv
    if cv is not None and cv <= limit:
        return []
    size = "without bound" if cv is None else f"by {cv:.0%} of its mean"
    message = f"The history departs {size} from the projection (limit {limit:.0%}): it may mislead."
    return [Note("history-fluctuates", message, {"residual_cv": cv, "limit": limit})]


def spreadless(n: int) -> list[Note]:
    """The note on one year, which says nothing of a spread."""
    if n > 1:
        return []
    return [
        Note("no-spread", "One year says nothing of the spread: the interval is empty.", {"n": n})
    ]


def below_zero(points: Sequence[tuple[int, Decimal]], chosen: Candidate) -> list[Note]:
    """The note on a line that falls through zero though no year ever did."""
    below = [year for year, one in chosen.estimates.items() if one.value < 0]
    if not below or min(amount for _, amount in points) < 0:
        return []
    message = f"The projection turns negative in {min(below)} though the history never was."
    return [Note("projected-below-zero", message, {"years": tuple(below)})]
