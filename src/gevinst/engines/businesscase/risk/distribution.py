"""The distribution of what the open risks may cost together: exact, or on a grid of stated width."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction

from gevinst.engines.businesscase.estimators import decimal
from gevinst.engines.businesscase.risk.model import LARGEST, Risk, still_open
from gevinst.engines.businesscase.risk.outcomes import Outcomes, of_risk, on_grid, together

# At most so many cells: fine enough to draw, few enough to keep every weight exact.
CELLS = 4000
_NICE = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Distribution:
    """The distribution of a sum of risks (DKK), held as two independent halves of exact whole-number weights.

    Twelve risks of four outcomes have sixteen million sums; two halves of six have four thousand each,
    and every question is answered from those without a rounding. `step` is the grid's width (DKK), None
    where all is exact.
    """

    few: Outcomes
    many: Outcomes
    places: int
    step: Decimal | None = None

    @property
    def mean(self) -> Fraction:
        """The exact mean (DKK): that of the pool, on a grid too."""
        return (self.few.mean() + self.many.mean()) / int(10**self.places)

    @property
    def smallest(self) -> Decimal:
        """The least the risks can cost (DKK)."""
        return Decimal(self.few.amounts[0] + self.many.amounts[0]).scaleb(-self.places)

    @property
    def highest(self) -> Decimal:
        """The most the risks can cost (DKK)."""
        return Decimal(self.few.amounts[-1] + self.many.amounts[-1]).scaleb(-self.places)

    def share(self, amount: Decimal) -> Fraction:
        """The exact probability that the risks cost no more than the amount (DKK)."""
        units = int(amount.scaleb(self.places).to_integral_value(ROUND_FLOOR))
        return Fraction(self._weight(units), self.few.whole * self.many.whole)

    def coverage(self, amount: Decimal) -> Decimal:
        """The share of outcomes (0-1) that the amount (DKK) covers."""
        return decimal(self.share(amount))

    def quantile(self, p: Decimal) -> Decimal:
        """The smallest outcome (DKK) that covers the share `p` at least.

        Raises `ValueError` for a `p` that is not above 0 and at most 1.
        """
        if not 0 < p <= 1:
            raise ValueError(f"a quantile at {p}: give a share above 0 and at most 1")
        wanted = Fraction(p) * self.few.whole * self.many.whole
        low = self.few.amounts[0] + self.many.amounts[0]
        high = self.few.amounts[-1] + self.many.amounts[-1]
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self._weight(middle) >= wanted else (middle + 1, high)
        return Decimal(low).scaleb(-self.places)

    def curve(self, points: int = 101) -> list[tuple[Decimal, Decimal]]:
        """(amount in DKK, share covered) at `points` (2 or more) even amounts from 0 to the highest."""
        amounts = [self.highest * at / (points - 1) for at in range(points)]
        return [(amount, self.coverage(amount)) for amount in amounts]

    def _weight(self, units: int) -> int:
        """The weight of all sums up to so many units."""
        amounts, running = self.many.amounts, (0, *self.many.running)
        return sum(
            weight * running[bisect_right(amounts, units - amount)]
            for amount, weight in zip(self.few.amounts, self.few.weights(), strict=True)
        )


def distribution(risks: Sequence[Risk], step: Decimal | None = None) -> Distribution:
    """The distribution of the sum of the open risks, taken as independent (DKK).

    Up to twelve risks are exact. More, or where `step` (DKK) is given, are laid on a grid: an outcome
    between two cells is split over both so that the mean stays what it is, and an amount is at most one
    step off for each risk.
    Raises `ValueError` for a step that is not above 0.

    >>> from gevinst.engines.businesscase.estimators import ThreePoint
    >>> cost = ThreePoint(Decimal(100), Decimal(100), Decimal(100))
    >>> two = distribution([Risk(name, "", Decimal("0.5"), cost) for name in "ab"])
    >>> two.coverage(Decimal(100)), two.quantile(Decimal("0.9")), two.mean
    (Decimal('0.75'), Decimal('200'), Fraction(100, 1))
    """
    if step is not None and step <= 0:
        raise ValueError(f"a grid of {step} DKK: give a width above 0")
    live = still_open(risks)
    if step is None and len(live) > LARGEST:
        step = width(live)
    places = max([_places(step), *(_places(point) for risk in live for point in _points(risk))])
    parts = [of_risk(risk, places) for risk in live]
    if step is None:
        few, many = together(parts[::2]), together(parts[1::2])
        return Distribution(Outcomes.of(few), Outcomes.of(many), places)
    cell = int(step.scaleb(places))
    laid = together(on_grid(part, cell) for part in parts)
    return Distribution(Outcomes.of({0: 1}), Outcomes.of(laid), places, step)


def width(risks: Sequence[Risk]) -> Decimal:
    """The grid's width (DKK): the least of 1, 2, 5, 10, 20 ... that spans the risks in 4,000 cells.

    >>> from gevinst.engines.businesscase.estimators import ThreePoint
    >>> cost = ThreePoint(Decimal(0), Decimal(0), Decimal(5_000_000))
    >>> width([Risk("a", "", Decimal("0.5"), cost)])
    Decimal('2000')
    """
    least = sum((risk.consequence.maximum for risk in risks), start=Decimal(0)) / CELLS
    decade = Decimal(1)
    while decade * _NICE[-1] < least:
        decade *= 10
    return next(nice * decade for nice in _NICE if nice * decade >= least)


def _points(risk: Risk) -> tuple[Decimal, Decimal, Decimal]:
    """The three amounts of a risk."""
    return risk.consequence.minimum, risk.consequence.likely, risk.consequence.maximum


def _places(amount: Decimal | None) -> int:
    """The decimals that an amount is written with."""
    if amount is None:
        return 0
    exponent = amount.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
