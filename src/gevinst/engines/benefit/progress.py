"""Expected against measured: the same period on both sides."""

from __future__ import annotations

from calendar import isleap
from datetime import date
from decimal import Decimal

from gevinst.engines.money import half_up


def year_share(since: date, until: date) -> Decimal:
    """The years of a period, both days included; a whole calendar year is 1, leap or not.

    Raises `ValueError` for a period that ends before it begins.

    >>> year_share(date(2028, 1, 1), date(2028, 12, 31)), year_share(date(2026, 1, 1), date(2026, 3, 14))
    (Decimal('1'), Decimal('0.2'))
    """
    if until < since:
        raise ValueError(f"a period from {since} to {until}")
    share = Decimal(0)
    for year in range(since.year, until.year + 1):
        first, last = max(since, date(year, 1, 1)), min(until, date(year, 12, 31))
        share += Decimal((last - first).days + 1) / (366 if isleap(year) else 365)
    return share


def per_year(value: Decimal, since: date, until: date) -> Decimal:
    """The value of a period as one of a year, two decimals."""
    return half_up(value / year_share(since, until))


def realisation_rate(
    value: Decimal, expected_per_year: Decimal, since: date, until: date
) -> Decimal | None:
    """Measured over expected for the same period, four decimals; None where nothing was expected.

    >>> realisation_rate(Decimal(60), Decimal(400), date(2026, 1, 1), date(2026, 3, 14))
    Decimal('0.7500')
    """
    if not expected_per_year:
        return None
    return half_up(value / (expected_per_year * year_share(since, until)), 4)
