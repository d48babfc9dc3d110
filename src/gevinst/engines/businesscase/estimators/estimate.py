"""What every estimator returns: a value, its spread, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from gevinst.engines.businesscase.estimators.decimals import decimal
from gevinst.engines.businesscase.notes import Note

# Half the width of an 80 % interval of a normal distribution, in standard deviations.
Z80 = Decimal("1.28155156554")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with `sd` and the interval `low`-`high`, all in the unit of what is estimated.

    `low`/`high` are an 80 % interval or the smallest and largest seen, as the method says; `n` counts the
    observations behind (a judgement is one); `sources` name where they come from.
    Raises `ValueError` for a negative `sd` or a `low` above `high`.

    >>> Estimate(Decimal(10), Decimal(2), Decimal(8), Decimal(13), 3, "market").method
    'market'
    """

    value: Decimal
    sd: Decimal
    low: Decimal
    high: Decimal
    n: int
    method: str
    sources: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()

    def __post_init__(self) -> None:
        """A spread is never negative and an interval never upside down."""
        if self.sd < 0:
            raise ValueError(f"an estimate has a standard deviation of {self.sd}: give 0 or more")
        if self.low > self.high:
            raise ValueError(f"an estimate reaches from {self.low} to {self.high}: swap the two")

    def noted(self, *notes: Note) -> Estimate:
        """The same estimate with more notes behind those it has."""
        return replace(self, notes=(*self.notes, *notes))


def united(names: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Every source once, in the order first met.

    >>> united([("a", "b"), ("b", "c")])
    ('a', 'b', 'c')
    """
    return tuple(dict.fromkeys(name for group in names for name in group))


def checked_weights(weights: Sequence[Decimal], what: str) -> None:
    """Nothing, where the weights are 0 or more and sum to exactly 1.

    Raises `ValueError` that says what they sum to.
    """
    if any(weight < 0 for weight in weights):
        raise ValueError(f"a weight of {min(weights)} in {what}: weights are 0 or more")
    # Every weight is exact, so is the sum: 0.3 + 0.3 + 0.4 is 1 and 0.33 three times is not.
    whole = sum((Fraction(weight) for weight in weights), start=Fraction(0))
    if whole != 1:
        raise ValueError(f"the weights of {what} sum to {decimal(whole)}: they must sum to 1")
