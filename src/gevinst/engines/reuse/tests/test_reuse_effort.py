"""Expected hours: exact, rounded once, and none where something is unknown."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.reuse.effort import hours_a_year, months_to_earn


@pytest.mark.parametrize(
    ("minutes", "occurrences", "share", "hours"),
    [
        (60, 1, 1, "1.00"),
        (Decimal("0.30"), 1, 1, "0.01"),
        (Decimal("4.50"), 1201, Decimal("0.8"), "72.06"),
        (10, 100, Decimal("0.3333"), "5.56"),
        (7, 0, 1, "0.00"),
        (10, 100, 0, "0.00"),
    ],
)
def test_hours(minutes: Decimal, occurrences: int, share: Decimal, hours: str) -> None:
    assert str(hours_a_year(minutes, occurrences, share)) == hours


@pytest.mark.parametrize("facts", [(None, 1, 1), (1, None, 1), (1, 1, None)])
def test_what_is_unknown_stays_unknown(facts: tuple[int | None, int | None, int | None]) -> None:
    assert hours_a_year(*facts) is None


@pytest.mark.parametrize(
    ("development", "hours", "months"),
    [(36, "72", "6.0"), (10, "120", "1.0"), (None, "5", None), (5, None, None), (5, "0", None)],
)
def test_when_the_making_is_earned(
    development: int | None, hours: str | None, months: str | None
) -> None:
    found = months_to_earn(development, Decimal(hours) if hours is not None else None)
    assert (None if found is None else str(found)) == months


AMOUNTS = st.decimals(0, 9999999, places=2)


@given(AMOUNTS, st.integers(0, 2**31 - 1), st.decimals(0, 1, places=4))
def test_never_further_than_half_a_hundredth_away(
    minutes: Decimal, occurrences: int, share: Decimal
) -> None:
    found = hours_a_year(minutes, occurrences, share)
    exact = Fraction(minutes) * occurrences * Fraction(share) / 60
    assert found is not None
    assert abs(Fraction(found) - exact) <= Fraction(1, 200)
