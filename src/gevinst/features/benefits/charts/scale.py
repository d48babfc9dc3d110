"""The unit that amounts of a chart are told in: DKK, thousand DKK or million DKK."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from gevinst.shared.templatetags.gevinst import number

MILLION, THOUSAND = Decimal(1_000_000), Decimal(1_000)
# From here on a unit gives numbers that are short and still tell apart.
FROM_MILLION, FROM_THOUSAND = Decimal(1_000_000), Decimal(10_000)
FEW = 10
MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class Scale:
    """What amounts are divided by, and the unit in words."""

    divisor: Decimal
    unit: str

    def of(self, amount: Decimal | float) -> float:
        """The amount in the unit."""
        return float(Decimal(str(amount)) / self.divisor)

    def words(self, amount: Decimal | float) -> str:
        """The amount in the unit, in the reader's language, with as many decimals as tell something."""
        value = Decimal(str(amount)) / self.divisor
        short = self.divisor == 1 or abs(value) >= 10 * FEW or value == value.to_integral_value()
        told = number(value, 0 if short else 1 if abs(value) >= FEW else 2)
        return told.replace("-", MINUS)


def scale_of(amounts: Iterable[Decimal | float]) -> Scale:
    """The unit that suits the largest of some amounts (DKK)."""
    largest = max((abs(Decimal(str(each))) for each in amounts), default=Decimal(0))
    if largest >= FROM_MILLION:
        return Scale(MILLION, _("DKK million"))
    if largest >= FROM_THOUSAND:
        return Scale(THOUSAND, _("DKK 1,000"))
    return Scale(Decimal(1), _("DKK"))
