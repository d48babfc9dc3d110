"""Amounts are exact, rounded half up, and read back as written."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.money import AmountError, danish, half_up, parse, total

cents = st.decimals(min_value=-(10**12), max_value=10**12, places=2)


@pytest.mark.parametrize(
    ("amount", "places", "rounded"),
    [
        ("0.005", 2, "0.01"),
        ("-0.005", 2, "-0.01"),
        ("2.675", 2, "2.68"),
        ("1.4999999999999999999999999999999", 0, "1"),
        ("1234567890123456789012345678.905", 2, "1234567890123456789012345678.91"),
    ],
)
def test_halves_round_away_from_zero(amount: str, places: int, rounded: str) -> None:
    assert half_up(Decimal(amount), places) == Decimal(rounded)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.234,50 kr.", "1234.50"),
        ("1.234.567", "1234567"),
        ("1234,5", "1234.5"),
        ("1234.5", "1234.5"),
        ("-0,75", "-0.75"),
        (" 7 ", "7"),
    ],
)
def test_amounts_are_read_plainly_or_the_danish_way(text: str, amount: str) -> None:
    assert parse(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["", "kr.", "1,2,3", "12.34,5", "1e5", "NaN", "1 234", "١"])
def test_what_is_not_an_amount_is_refused(text: str) -> None:
    with pytest.raises(AmountError) as caught:
        parse(text)
    assert caught.value.code == "bad-amount"


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("0", "0,00 kr."),
        ("-0.001", "0,00 kr."),
        ("1234.5", "1.234,50 kr."),
        ("-1234567.895", "-1.234.567,90 kr."),
    ],
)
def test_amounts_are_written_as_danes_read_them(amount: str, written: str) -> None:
    assert danish(Decimal(amount)) == written


@given(cents)
def test_a_written_amount_is_read_back(amount: Decimal) -> None:
    assert parse(danish(amount)) == amount


@given(st.lists(cents))
def test_a_sum_is_exact_to_the_oere(amounts: list[Decimal]) -> None:
    assert total(amounts) * 100 == sum(int(amount * 100) for amount in amounts)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15))
def test_rounding_moves_an_amount_by_half_an_oere_at_most(amount: Decimal) -> None:
    assert abs(half_up(amount) - amount) <= Decimal("0.005")
