"""Values and changes with the digits that say something."""

from __future__ import annotations

import math
from decimal import Decimal

from gevinst.shared.templatetags.gevinst import number

HUNDRED = Decimal(100)
DIGITS = 5


def shown(value: Decimal) -> str:
    """A value with the digits that say something."""
    return number(value, places(value)) if value else "0"


def places(value: Decimal) -> int:
    """As many decimals as give five digits; none of a whole number."""
    if value == value.to_integral_value():
        return 0
    return max(0, DIGITS - 1 - math.floor(math.log10(abs(value))))


def signed(share: Decimal) -> str:
    """A change in per cent with its sign."""
    sign = "+" if share > 0 else ""
    return f"{sign}{number(share * HUNDRED, 1)} %"
