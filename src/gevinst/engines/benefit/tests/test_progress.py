"""Expected against measured over the same period."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from gevinst.engines.benefit.progress import per_year, realisation_rate, year_share


@pytest.mark.parametrize(
    ("since", "until", "years"),
    [
        ("2026-01-01", "2026-12-31", "1"),
        ("2028-01-01", "2028-12-31", "1"),
        ("2019-01-01", "2021-12-31", "3"),
        ("2026-01-01", "2026-01-01", "0.0027"),
        ("2027-07-01", "2028-06-30", "1.0014"),
    ],
)
def test_the_years_of_a_period(since: str, until: str, years: str) -> None:
    found = year_share(date.fromisoformat(since), date.fromisoformat(until))
    assert round(found, 4) == Decimal(years)


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="from 2026-02-01"):
        year_share(date(2026, 2, 1), date(2026, 1, 1))


def test_a_part_of_a_year_as_a_year() -> None:
    assert per_year(Decimal(60), date(2026, 1, 1), date(2026, 3, 14)) == Decimal("300.00")


@pytest.mark.parametrize(("expected", "rate"), [(400, "0.7500"), (0, None), (-400, "-0.7500")])
def test_the_rate_is_of_the_same_period(expected: int, rate: str | None) -> None:
    found = realisation_rate(Decimal(60), Decimal(expected), date(2026, 1, 1), date(2026, 3, 14))
    assert found == (Decimal(rate) if rate else None)
