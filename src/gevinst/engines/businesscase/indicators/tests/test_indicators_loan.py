"""Annuity loans: the printed internal loan, and schedules that add up to the øre."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.indicators import (
    annuity_payment,
    implied_rate,
    loan_interest,
    schedule,
)

D = Decimal

principals = st.decimals(1, 10**8, places=2)
years = st.integers(1, 30)
rates = st.decimals("0", "0.25", places=4)


def test_ext_loan_1_the_interest_of_the_printed_loan() -> None:
    assert loan_interest(D(4246), D(1114), 4) == 210


def test_ext_loan_2_the_rate_of_the_printed_loan() -> None:
    assert str(round(100 * implied_rate(D(4246), D(1114), 4), 6)) == "1.959325"


@given(principals, rates, years)
def test_the_implied_rate_is_the_inverse_of_the_payment(principal: D, rate: D, years: int) -> None:
    assert abs(implied_rate(principal, annuity_payment(principal, rate, years), years) - rate) < D(
        "1e-9"
    )


@pytest.mark.parametrize(("principal", "payment", "years"), [(0, 1, 1), (1, 0, 1), (1, 1, 0)])
def test_no_rate_follows_from_nothing(principal: int, payment: int, years: int) -> None:
    with pytest.raises(ValueError, match="all must be positive"):
        implied_rate(D(principal), D(payment), years)


def test_less_paid_than_lent_is_a_negative_rate() -> None:
    assert implied_rate(D(100), D(50), 1) == D("-0.5")


@given(principals, rates, years)
def test_the_schedule_adds_up_to_the_oere(principal: D, rate: D, years: int) -> None:
    rows = schedule(principal, rate, years, first_year=2025)
    assert [row.year for row in rows] == list(range(2025, 2025 + years))
    assert sum(row.repayment for row in rows) == principal
    assert rows[-1].closing == 0
    assert all(row.interest + row.repayment == row.payment for row in rows)
    assert all(row.opening - row.repayment == row.closing for row in rows)
    assert all(a.closing == b.opening for a, b in pairwise(rows))
    assert len({row.payment for row in rows[:-1]}) <= 1


@given(principals, rates, years)
def test_the_last_payment_differs_by_the_rounding_only(principal: D, rate: D, years: int) -> None:
    payment = annuity_payment(principal, rate, years)
    # At most half an øre of payment and one of interest a year, with interest on them.
    most = D("0.01") * years * (1 + rate) ** years
    assert abs(schedule(principal, rate, years, first_year=1)[-1].payment - payment) <= most


def test_a_fraction_of_an_oere_cannot_be_lent() -> None:
    with pytest.raises(ValueError, match="fractions of an øre"):
        schedule(D("100.001"), D(0), 2, first_year=2025)
