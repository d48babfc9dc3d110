"""Numbers of a case as a terminal shows them."""

from __future__ import annotations

from decimal import Decimal

from gevinst.cli.language import spoken
from gevinst.engines.money import danish


def kr(amount: Decimal) -> str:
    """Whole DKK the Danish way."""
    return danish(amount, 0, "kr.")


def percent(share: Decimal | None) -> str:
    """A share as percent with one decimal; "" for none."""
    return "" if share is None else danish(100 * share, 1, "%")


def years(value: Decimal | None) -> str:
    """Years with one decimal; "" for none."""
    return "" if value is None else danish(value, 1, spoken("år", "years"))
