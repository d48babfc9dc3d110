"""Three-point estimates (smallest, likely, largest) in three kinds, and the total of several lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

from gevinst.engines.businesscase.estimators.decimals import decimal, root
from gevinst.engines.businesscase.estimators.estimate import Z80, Estimate, united

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


def total(lines: Sequence[Estimate], rho: Decimal = Decimal(0)) -> Estimate:
    """The sum of the lines: means add, variances add with one correlation `rho` between any two.

    `low`/`high` are the 80 % interval of a normal distribution; `n` is the sum of what the lines rest on.
    Raises `ValueError` for no lines, or a `rho` that so many lines cannot have: below -1/(lines - 1) or
    over 1.

    >>> line = Estimate(Decimal(10), Decimal(3), Decimal(5), Decimal(15), 1, "market")
    >>> total([line, line]).value, total([line, line], Decimal(1)).sd
    (Decimal('20'), Decimal('6'))
    """
    _checked_correlation(len(lines), rho)
    sds = [Fraction(line.sd) for line in lines]
    variance = (1 - Fraction(rho)) * sum(s * s for s in sds) + Fraction(rho) * sum(sds) ** 2
    value = decimal(sum((Fraction(line.value) for line in lines), start=Fraction(0)))
    sd = root(Fraction(variance))
    low, high = value - Z80 * sd, value + Z80 * sd
    sources = united([line.sources for line in lines])
    notes = tuple(note for line in lines for note in line.notes)
    return Estimate(value, sd, low, high, sum(line.n for line in lines), "total", sources, notes)


def _checked_correlation(lines: int, rho: Decimal) -> None:
    """A sum has lines, and a correlation that keeps every variance at 0 or more."""
    if not lines:
        raise ValueError("a total of no lines: give one at least")
    lowest = Fraction(-1, lines - 1) if lines > 1 else Fraction(-1)
    if not lowest <= Fraction(rho) <= 1:
        between = f"between {decimal(lowest):.4f} and 1"
        raise ValueError(f"a correlation of {rho} among {lines} lines: give one {between}")
