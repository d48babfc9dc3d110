"""An uncertainty: a cost that is sure to come and is not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from gevinst.engines.businesscase.estimators import Estimate, ThreePoint, total
from gevinst.engines.businesscase.estimators.three_point import three_point


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """A certain cost of unknown size (DKK): it has no probability and is no part of a pool.

    >>> cost = ThreePoint(Decimal(80), Decimal(100), Decimal(180))
    >>> Uncertainty("data", "Cleaning of data", cost).supplement
    Fraction(20, 1)
    """

    id: str
    title: str
    cost: ThreePoint
    category: str = ""
    owner: str = ""

    @property
    def supplement(self) -> Fraction:
        """What the mean lies above the likely (DKK): the line's own correction."""
        return self.cost.mean - Fraction(self.cost.likely)


def uncertain_cost(lines: Iterable[Uncertainty], rho: Decimal = Decimal(0)) -> Estimate:
    """The total of certain costs of unknown size (DKK): means add, variances add with correlation `rho`.

    Raises `ValueError` as `estimators.total`.

    >>> cost = ThreePoint(Decimal(80), Decimal(100), Decimal(180))
    >>> uncertain_cost([Uncertainty("data", "Cleaning of data", cost)]).value
    Decimal('120')
    """
    return total(
        [
            three_point(
                one.cost.minimum,
                one.cost.likely,
                one.cost.maximum,
                one.cost.kind,
                sources=(one.id,),
            )
            for one in lines
        ],
        rho,
    )
