"""Three-point estimates (smallest, likely, largest) in three kinds, and the total of several lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

from gevinst.engines.businesscase.estimators.decimals import decimal, root
from gevinst.engines.businesscase.estimators.estimate import Estimate

Kind = Literal["triangular", "pert", "successive"]
# How the mean weighs smallest, likely and largest: (a+m+b)/3, (a+4m+b)/6, (a+3m+b)/5.
WEIGHTS: Mapping[str, tuple[int, int, int]] = MappingProxyType(
    {"triangular": (1, 1, 1), "pert": (1, 4, 1), "successive": (1, 3, 1)}
)


@dataclass(frozen=True, slots=True)
class ThreePoint:
    """Smallest, likely and largest of something not yet known, in its own unit.

    Raises `ValueError` for points out of order or a kind that is none of the three.

    >>> ThreePoint(Decimal(500), Decimal(1000), Decimal(3000)).mean
    Fraction(1500, 1)
    """

    minimum: Decimal
    likely: Decimal
    maximum: Decimal
    kind: Kind = "triangular"

    def __post_init__(self) -> None:
        """The three stand in order and the kind is known."""
        if not self.minimum <= self.likely <= self.maximum:
            points = f"{self.minimum}, {self.likely}, {self.maximum}"
            raise ValueError(f"three points {points}: give the smallest, the likely, the largest")
        if self.kind not in WEIGHTS:
            raise ValueError(f"three points of kind {self.kind!r}: use one of {', '.join(WEIGHTS)}")

    @property
    def points(self) -> tuple[Fraction, Fraction, Fraction]:
        """The three as exact fractions."""
        return Fraction(self.minimum), Fraction(self.likely), Fraction(self.maximum)

    @property
    def mean(self) -> Fraction:
        """The exact mean by the kind's weights."""
        weights = WEIGHTS[self.kind]
        return sum(
            (w * x for w, x in zip(weights, self.points, strict=True)), start=Fraction(0)
        ) / sum(weights)

    @property
    def variance(self) -> Fraction:
        """The exact variance: of the triangle, ((b-a)/6)^2 for PERT, ((b-a)/5)^2 for successive."""
        a, m, b = self.points
        if self.kind == "triangular":
            return (a * a + m * m + b * b - a * m - a * b - m * b) / 18
        return ((b - a) / (6 if self.kind == "pert" else 5)) ** 2


def three_point(
    minimum: Decimal,
    likely: Decimal,
    maximum: Decimal,
    kind: Kind = "triangular",
    *,
    sources: Sequence[str] = (),
) -> Estimate:
    """The mean and the spread of three points; `low` and `high` are the smallest and the largest.

    Raises `ValueError` as `ThreePoint`.
    Source: triangular and PERT means as in the Danish state's business case model; successive: Lichtenberg.

    >>> three_point(Decimal(60), Decimal(90), Decimal(180), "pert").value
    Decimal('100')
    """
    points = ThreePoint(minimum, likely, maximum, kind)
    mean, sd = decimal(points.mean), root(points.variance)
    return Estimate(mean, sd, minimum, maximum, 1, f"three-point-{kind}", tuple(sources))
