"""The hours that automating a process is expected to free, exactly, and when they have paid its making."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from gevinst.engines.money import half_up

Number = Decimal | int


def hours_a_year(
    minutes: Number | None, occurrences: int | None, share: Number | None
) -> Decimal | None:
    """Expected hours/year: minutes each × occurrences/year × share (0-1) / 60; None while one is unknown.

    Rounded half up to hundredths once, at the end.

    >>> hours_a_year(Decimal("4.5"), 1201, Decimal("0.8"))
    Decimal('72.06')
    >>> hours_a_year(10, 100, None) is None
    True
    """
    if minutes is None or occurrences is None or share is None:
        return None
    return _rounded(Fraction(minutes) * occurrences * Fraction(share) / 60, 2)


def months_to_earn(development_hours: Number | None, hours: Decimal | None) -> Decimal | None:
    """Months until the hours freed are as many as it took to develop; None where that never comes.

    >>> months_to_earn(36, Decimal("72.00"))
    Decimal('6.0')
    >>> months_to_earn(36, Decimal(0)) is None
    True
    """
    if development_hours is None or not hours:
        return None
    return _rounded(Fraction(development_hours) * 12 / Fraction(hours), 1)


def _rounded(number: Fraction, decimals: int) -> Decimal:
    """Half up, from the exact fraction."""
    whole = int(number * 10**decimals + Fraction(1, 2))
    return half_up(Decimal(whole).scaleb(-decimals), decimals)
