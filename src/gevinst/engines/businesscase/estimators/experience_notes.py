"""Experience cases, and what must be said where they are few, one, or of other sizes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.notes import Note


@dataclass(frozen=True, slots=True)
class Comparable:
    """A finished case: its `value` in the prices of `price_year`, its `size` in any unit, its weight.

    Raises `ValueError` for a size that is not above 0 or a negative weight.
    """

    value: Decimal
    size: Decimal
    weight: Decimal
    price_year: int
    source: str

    def __post_init__(self) -> None:
        """A case can be scaled and weighed."""
        if self.size <= 0:
            raise ValueError(f"{self.source} has the size {self.size}: give a size above 0")
        if self.weight < 0:
            raise ValueError(f"{self.source} has the weight {self.weight}: give 0 or more")


def few_cases(n: int, few: int) -> list[Note]:
    """The note on too few cases."""
    if n >= few:
        return []
    return [Note("few-cases", f"The experience is {n} of at least {few} cases.", {"n": n})]


def pilot_scaled(cases: Sequence[Comparable], size: Decimal) -> list[Note]:
    """The note on one pilot that is made to stand for another size."""
    if len(cases) > 1 or cases[0].size == size:
        return []
    times = size / cases[0].size
    message = f"One case is scaled {times:.3g} times: a pilot rarely grows in proportion."
    return [Note("pilot-scaled", message, {"times": times, "source": cases[0].source})]


def size_outside(cases: Sequence[Comparable], size: Decimal) -> list[Note]:
    """The note on a size that no two cases stand on either side of."""
    low, high = min(case.size for case in cases), max(case.size for case in cases)
    if len(cases) == 1 or low <= size <= high:
        return []
    message = f"The size {size} lies outside the cases, which span {low} to {high}."
    return [Note("size-outside-cases", message, {"size": size, "low": low, "high": high})]
