"""What must be said of an amount set by hand: a flat rate, mitigation beside it, thin cover."""

from __future__ import annotations

from decimal import Decimal

from gevinst.engines.businesscase.notes import Note

# The shares of the project's cost that buffers are set to by habit.
FLAT_RATES = tuple(Decimal(rate) / 100 for rate in (5, 10, 15, 20, 25, 30))
# An amount rounded to look even is still the flat rate: within a tenth of a percentage point.
_NEAR = Decimal("0.001")
UNEVEN = Decimal("0.5")


def flat_rate(amount: Decimal, project_cost: Decimal | None) -> list[Note]:
    """The note on an amount that is a customary share of the project's cost."""
    if not project_cost:
        return []
    share = amount / project_cost
    rate = next((rate for rate in FLAT_RATES if abs(share - rate) <= _NEAR), None)
    if rate is None:
        return []
    message = f"The reserve is a flat {rate:.0%} of the cost: set it from the risks instead."
    return [Note("flat-rate-buffer", message, {"rate": rate, "amount": amount})]


def mitigation_held(mitigation: Decimal) -> Note:
    """The note on an amount that is the pool and the mitigation together."""
    message = (
        f"The reserve holds mitigation of {mitigation} DKK: it belongs to the project's budget."
    )
    return Note("mitigation-in-pool", message, {"mitigation": mitigation})


def thin_cover(amount: Decimal, covers: Decimal) -> Note:
    """The note on an amount that is more likely to fall short than to suffice."""
    message = (
        f"{amount} DKK covers {covers:.0%} of the outcomes: it more likely falls short than not."
    )
    return Note("reserve-covers-little", message, {"covers": covers})
