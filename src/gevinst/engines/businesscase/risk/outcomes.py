"""Discrete outcomes in whole units with whole-number weights: a risk's own, sums of them, and on a grid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from gevinst.engines.businesscase.estimators import WEIGHTS
from gevinst.engines.businesscase.risk.model import Risk


class Outcomes(NamedTuple):
    """Amounts in rising order (whole units), and the running sum of their weights; the last is the whole."""

    amounts: tuple[int, ...]
    running: tuple[int, ...]

    @classmethod
    def of(cls, weights: Mapping[int, int]) -> Outcomes:
        """The outcomes of amount -> weight; an amount of no weight is no outcome."""
        rising = sorted(amount for amount, weight in weights.items() if weight)
        return cls(tuple(rising), tuple(accumulate(weights[amount] for amount in rising)))

    @property
    def whole(self) -> int:
        """What all the weights sum to."""
        return self.running[-1]

    def weights(self) -> list[int]:
        """The weight of each amount."""
        return [
            here - before for before, here in zip((0, *self.running), self.running, strict=False)
        ]

    def mean(self) -> Fraction:
        """The exact mean, in units."""
        pairs = zip(self.amounts, self.weights(), strict=True)
        return Fraction(sum(amount * weight for amount, weight in pairs), self.whole)


def of_risk(risk: Risk, places: int) -> dict[int, int]:
    """Amount in units of 10^-`places` DKK -> weight: 0 if it does not happen, else one of three points.

    The three points carry the weights of the kind's own mean (1-1-1, 1-4-1, 1-3-1), so that the mean of the
    outcomes is the mean of the pool, exactly, and every outcome is an amount that somebody wrote down.
    The spread is never smaller than that of the continuous distribution the three points stand for.

    >>> from decimal import Decimal
    >>> from gevinst.engines.businesscase.estimators import ThreePoint
    >>> of_risk(Risk("a", "", Decimal("0.3"), ThreePoint(Decimal(1), Decimal(2), Decimal(6))), 0)
    {0: 21, 1: 3, 2: 3, 6: 3}
    """
    chance = Fraction(risk.probability)
    shares = WEIGHTS[risk.consequence.kind]
    weights = {0: (chance.denominator - chance.numerator) * sum(shares)}
    for point, share in zip(risk.consequence.points, shares, strict=True):
        amount = int(point * 10**places)
        weights[amount] = weights.get(amount, 0) + chance.numerator * share
    return weights


def together(parts: Iterable[Mapping[int, int]]) -> dict[int, int]:
    """The outcomes of the sum of independent parts; 0 for certain of no parts.

    >>> together([{0: 1, 5: 1}, {0: 1, 5: 1}])
    {0: 1, 5: 2, 10: 1}
    """
    result = {0: 1}
    for part in parts:
        sums: dict[int, int] = {}
        for amount, weight in result.items():
            for more, chance in part.items():
                sums[amount + more] = sums.get(amount + more, 0) + weight * chance
        result = sums
    return result


def on_grid(weights: Mapping[int, int], step: int) -> dict[int, int]:
    """The outcomes moved to multiples of `step`: each between two is split over both so that its mean stays.

    Every weight is multiplied by `step`, so that all stay whole.

    >>> on_grid({0: 3, 25: 1}, 10)
    {0: 30, 20: 5, 30: 5}
    """
    cells: dict[int, int] = {}
    for amount, weight in weights.items():
        low, above = amount // step * step, amount % step
        cells[low] = cells.get(low, 0) + weight * (step - above)
        if above:
            cells[low + step] = cells.get(low + step, 0) + weight * above
    return cells
