"""What a method's inputs come to, and the decimals it is kept with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from gevinst.engines.businesscase.estimators import Estimate, Projection
from gevinst.engines.money import half_up

ONE = Decimal(1)
# From this size on a number is kept with so many decimals.
ROUGH: Final = ((Decimal(10_000), 0), (Decimal(100), 2), (ONE, 4), (Decimal(0), 6))


@dataclass(frozen=True, slots=True)
class Worked:
    """What a method's inputs come to; `projected` and `series` (by year) only of a projection."""

    method: str
    estimate: Estimate
    projected: Projection | None = None
    series: Mapping[int, Estimate] = field(default_factory=dict)

    @property
    def three(self) -> tuple[Decimal, Decimal, Decimal]:
        """Low, value and high as they are kept: rounded alike, so that they stay in order."""
        low, value, high = rounded(self.estimate.low, self.estimate.value, self.estimate.high)
        return low, value, high


def rounded(*values: Decimal) -> tuple[Decimal, ...]:
    """Values with the decimals that the largest of them bears, half up.

    >>> rounded(Decimal("99.12345"), Decimal("120.555"))
    (Decimal('99.12'), Decimal('120.56'))
    """
    largest = max(abs(value) for value in values)
    places = next(places for least, places in ROUGH if largest >= least)
    return tuple(_shortest(half_up(value, places)) for value in values)


def _shortest(value: Decimal) -> Decimal:
    return Decimal(format(value.normalize(), "f"))
