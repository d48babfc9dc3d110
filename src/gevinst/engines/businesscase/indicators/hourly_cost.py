"""What an effective hour costs, with pay, pension, overhead and hours kept apart."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.indicators.returns import ratio


@dataclass(frozen=True, slots=True)
class HourlyCost:
    """What an effective hour costs, its parts kept apart.

    `pay` and `pension` are DKK/year of one FTE, `overhead` a share of both (0.2 is 20 %), `effective`
    hours/year.
    Raises: ValueError where the effective hours are not positive.

    >>> round(HourlyCost(Decimal(400_000), Decimal(0), Decimal(0), Decimal("1154.4")).per_hour, 1)
    Decimal('346.5')
    """

    pay: Decimal
    pension: Decimal
    overhead: Decimal
    effective: Decimal

    def __post_init__(self) -> None:
        if self.effective <= 0:
            raise ValueError(f"an FTE of {self.effective} effective hours: it has more than 0")

    @property
    def per_fte(self) -> Decimal:
        """DKK/year of one FTE with pension and overhead."""
        return (self.pay + self.pension) * (1 + self.overhead)

    @property
    def per_hour(self) -> Decimal:
        """DKK/effective hour."""
        return self.per_fte / self.effective

    def value(self, hours: Decimal) -> Decimal:
        """What so many effective hours cost (DKK)."""
        return hours * self.per_fte / self.effective


def effective_from_price(per_fte: Decimal, per_hour: Decimal) -> Decimal | None:
    """The effective hours/year that a yearly and an hourly price imply, None where an hour is free.

    >>> round(effective_from_price(Decimal(482_667), Decimal(390)))
    1238
    """
    return ratio(per_fte, per_hour)
