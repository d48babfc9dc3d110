"""An annuity loan: its yearly payment, its interest, the rate it implies and its schedule to the øre."""

from __future__ import annotations

from decimal import Decimal

from gevinst.engines.businesscase.indicators.internal_rate import irr
from gevinst.engines.businesscase.indicators.present_value import annuity_factor


def annuity_payment(principal: Decimal, rate: Decimal, years: int) -> Decimal:
    """The equal payment (DKK, at each year's end) that pays the principal back with interest, unrounded.

    Raises: ValueError where there is not one year or the rate is -100 % or lower.

    >>> annuity_payment(Decimal(1000), Decimal(0), 4)
    Decimal('250')
    >>> round(annuity_payment(Decimal(1000), Decimal("0.02"), 4), 2)
    Decimal('262.62')
    """
    return principal / annuity_factor(years, rate)


def loan_interest(principal: Decimal, payment: Decimal, years: int) -> Decimal:
    """All interest of a loan: what is paid less what was lent (DKK).

    >>> loan_interest(Decimal(4246), Decimal(1114), 4)
    Decimal('210')
    """
    return years * payment - principal


def implied_rate(principal: Decimal, payment: Decimal, years: int) -> Decimal:
    """The yearly rate (0-1) at which equal payments at each year's end pay the principal back.

    Below zero where less is paid than was lent.
    Raises: ValueError where principal, payment or years is not positive.

    >>> round(implied_rate(Decimal(4246), Decimal(1114), 4), 4)
    Decimal('0.0196')
    """
    if principal <= 0 or payment <= 0 or years < 1:
        raise ValueError(
            f"no rate follows from {principal} paid back by {years} times {payment}: all must be positive"
        )
    # One change of sign: there is exactly one rate.
    return irr([-principal] + [payment] * years).rates[0]
