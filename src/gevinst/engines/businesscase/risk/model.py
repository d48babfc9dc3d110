"""What a risk is, and what an uncertainty is: two things that are never counted as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from gevinst.engines.businesscase.estimators import ThreePoint

Status = Literal["open", "occurred", "expired"]
LARGEST = 12


@dataclass(frozen=True, slots=True)
class Risk:
    """Something that may happen: `probability` (0 up to, not including, 1) and what it costs (DKK).

    `exposure` weighs the years in which it can happen; `mitigation_cost` (DKK) is what lowering it costs
    the project. Raises `ValueError` for a probability outside 0-1, an amount below 0, or an exposure of
    nothing.

    >>> cost = ThreePoint(Decimal(500_000), Decimal(1_000_000), Decimal(3_000_000))
    >>> Risk("delay", "The supplier is late", Decimal("0.2"), cost).expected
    Fraction(300000, 1)
    """

    id: str
    title: str
    probability: Decimal
    consequence: ThreePoint
    category: str = ""
    owner: str = ""
    exposure: Mapping[int, Decimal] = field(default_factory=dict)
    mitigation_cost: Decimal = Decimal(0)
    status: Status = "open"

    def __post_init__(self) -> None:
        """The numbers are those of a risk."""
        where = f"risk {self.id!r}"
        if self.probability == 1:
            raise ValueError(
                f"{where} is certain: a certain cost of unknown size is an Uncertainty"
            )
        if not 0 <= self.probability < 1:
            raise ValueError(f"{where} has the probability {self.probability}: give 0 up to 1")
        if self.consequence.minimum < 0:
            raise ValueError(f"{where} has a consequence below 0: a gain is a benefit line")
        if self.mitigation_cost < 0:
            raise ValueError(f"{where} has a mitigation cost below 0: give 0 or more")
        if self.exposure and (min(self.exposure.values()) < 0 or not any(self.exposure.values())):
            raise ValueError(
                f"{where} has an exposure without weight: give a year a weight above 0"
            )

    @property
    def expected(self) -> Fraction:
        """Probability times mean consequence (DKK), exact."""
        return Fraction(self.probability) * self.consequence.mean


def still_open(risks: Iterable[Risk]) -> list[Risk]:
    """The risks that can still happen."""
    return [risk for risk in risks if risk.status == "open"]


def largest(risks: Iterable[Risk], count: int = LARGEST) -> list[Risk]:
    """The open risks with the highest expected cost, highest first, at most `count`.

    Source: the Danish state's business case model keeps up to twelve.

    >>> cost = ThreePoint(Decimal(1), Decimal(2), Decimal(3))
    >>> [one.id for one in largest([Risk(p, p, Decimal(p), cost) for p in ("0.1", "0.3", "0.2")], 2)]
    ['0.3', '0.2']
    """
    return sorted(still_open(risks), key=lambda risk: -risk.expected)[:count]
