"""The heat map: risks laid out by probability and consequence, five by five, with its bounds stated."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from gevinst.engines.businesscase.risk.heat import Heat, heat
from gevinst.engines.businesscase.risk.model import Risk, still_open

SIZE = 5
# Our own bounds: where one class ends and the next begins. Consequences in DKK.
PROBABILITIES = tuple(Decimal(p) for p in ("0.05", "0.20", "0.40", "0.60"))
CONSEQUENCES = tuple(Decimal(c) for c in (100_000, 500_000, 1_000_000, 5_000_000))


@dataclass(frozen=True, slots=True)
class Cell:
    """A place on the map: both classes 1-5, its heat, and the ids of the risks in it."""

    probability: int
    consequence: int
    heat: Heat
    risks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Five rows (likeliest first) of five cells (smallest consequence first), and the bounds.

    A risk on a bound belongs to the class above it.
    """

    rows: tuple[tuple[Cell, ...], ...]
    probabilities: tuple[Decimal, ...]
    consequences: tuple[Decimal, ...]


def heat_map(
    risks: Sequence[Risk],
    probabilities: Sequence[Decimal] = PROBABILITIES,
    consequences: Sequence[Decimal] = CONSEQUENCES,
) -> HeatMap:
    """The open risks on the map, by probability and mean consequence (DKK); heat follows class times class.

    Raises `ValueError` for bounds that are not four rising numbers.

    >>> from gevinst.engines.businesscase.estimators import ThreePoint
    >>> cost = ThreePoint(Decimal(500_000), Decimal(1_000_000), Decimal(3_000_000))
    >>> drawn = heat_map([Risk("late", "", Decimal("0.2"), cost)])
    >>> [(cell.probability, cell.consequence, cell.heat) for row in drawn.rows for cell in row if cell.risks]
    [(3, 4, 'high')]
    """
    _checked(probabilities, "probability")
    _checked(consequences, "consequence")
    places: dict[tuple[int, int], list[str]] = {}
    for risk in still_open(risks):
        likely = _class(Fraction(risk.probability), probabilities)
        place = likely, _class(risk.consequence.mean, consequences)
        places.setdefault(place, []).append(risk.id)
    rows = tuple(
        tuple(Cell(p, c, heat(p, c), tuple(places.get((p, c), ()))) for c in range(1, SIZE + 1))
        for p in range(SIZE, 0, -1)
    )
    return HeatMap(rows, tuple(probabilities), tuple(consequences))


def _class(number: Fraction, bounds: Sequence[Decimal]) -> int:
    """The class, 1 below the first bound."""
    return bisect_right([Fraction(bound) for bound in bounds], number) + 1


def _checked(bounds: Sequence[Decimal], what: str) -> None:
    """Four bounds make five classes."""
    if len(bounds) != SIZE - 1 or any(low >= high for low, high in pairwise(bounds)):
        told = ", ".join(map(str, bounds))
        raise ValueError(f"the bounds of {what} are {told}: give {SIZE - 1} rising numbers")
