"""From minutes to hours a year, and from hours to full-time equivalents (FTE)."""

from __future__ import annotations

from decimal import Decimal

from gevinst.engines.businesscase.indicators.returns import ratio


def hours(units: Decimal, minutes: Decimal, periods: Decimal) -> Decimal:
    """Hours/year: units a period x minutes a unit / 60 x periods a year (52 weeks, 12 months, 1 year).

    >>> round(hours(Decimal(223), Decimal("5.3"), Decimal(52)), 1)
    Decimal('1024.3')
    """
    return units * minutes * periods / 60


def fte(hours: Decimal, effective: Decimal) -> Decimal:
    """Full-time equivalents: hours/year over effective hours/year of one.

    Raises: ValueError where the effective hours are not positive.

    >>> round(fte(Decimal("2792.3"), Decimal("1154.4")), 1)
    Decimal('2.4')
    """
    if effective <= 0:
        raise ValueError(f"an FTE of {effective} effective hours: it has more than 0")
    return hours / effective


def effective_from_fte(hours: Decimal, fte: Decimal) -> Decimal | None:
    """The effective hours/year that printed hours and FTE imply, None at 0 FTE.

    >>> round(effective_from_fte(Decimal("2792.3"), Decimal("2.4")))
    1163
    """
    return ratio(hours, fte)
