"""The post-control report: what counts as a sign, and what does not."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.blockkit.arrays import table
from gevinst.engines.invoicing.postcontrol import (
    DIGITS,
    benford,
    first_digit,
    price_creep,
    round_amounts,
    scores,
    split_candidates,
    volume_outliers,
)

D = Decimal
JANUARY = date(2026, 1, 5)
INVOICES = {"supplier": "str", "on": "date", "amount": "money", "reference": "str"}
LINES = {"supplier": "str", "code": "str", "on": "date", "price": "decimal"}


def invoices(*amounts: str, days: int = 1) -> pa.Table:
    """Invoices of one supplier, so many days apart."""
    rows = [
        {
            "supplier": "A",
            "on": JANUARY + timedelta(days * n),
            "amount": D(each),
            "reference": f"r{n}",
        }
        for n, each in enumerate(amounts)
    ]
    return table(INVOICES, rows)


@pytest.mark.parametrize(
    ("amounts", "found"),
    [
        (("1000", "2000", "1234.50"), ["r0", "r1"]),
        (("1000", "1234.50", "2000.01"), None),
        (("1000", "2000", *["17.50"] * 9), None),
        (("0", "0"), None),
        ((), None),
    ],
)
def test_round_amounts(amounts: tuple[str, ...], found: list[str] | None) -> None:
    signs = round_amounts(invoices(*amounts))
    assert [list(each.references) for each in signs] == ([found] if found else [])


def prices(*given_: int | None) -> pa.Table:
    """A line a month of one supplier and code."""
    rows = [
        {
            "supplier": "A",
            "code": "MR01",
            "on": date(2026, n, 1),
            "price": None if each is None else D(each),
        }
        for n, each in enumerate(given_, 1)
    ]
    return table(LINES, rows)


@pytest.mark.parametrize(
    ("given_", "rise"),
    [
        ((100, 102, 104, 106), "6.00"),
        ((100, 100, 102, 104, 104, 106, None), "6.00"),
        ((100, 102, 101, 106), None),
        ((100, 103, 106), None),
        ((100, 101, 102, 103), None),
        ((0, 1, 2, 3), None),
        ((), None),
    ],
)
def test_price_creep(given_: tuple[int | None, ...], rise: str | None) -> None:
    signs = price_creep(prices(*given_))
    assert [str(each.figure) for each in signs] == ([rise] if rise else [])


def test_a_month_far_from_the_others_is_an_outlier() -> None:
    counts = [10, 11, 9, 10, 12, 8, 40]
    rows = [
        {"supplier": "A", "code": "MR01", "on": date(2026, month, 1), "price": D(1)}
        for month, count in enumerate(counts, 1)
        for _ in range(count)
    ]
    [sign] = volume_outliers(table(LINES, rows))
    assert (sign.of, sign.kind, sign.count) == ("A MR01 2026-07", "volume-outlier", 100)
    assert "medianen er 10" in sign.text.da


def test_no_lines_have_no_outliers() -> None:
    assert volume_outliers(table(LINES, [])) == []


@pytest.mark.parametrize("counts", [[], [5], [1, 2, 3, 4, 100], [7] * 12])
def test_too_few_or_all_alike_say_nothing(counts: list[int]) -> None:
    assert scores(counts) == [0.0] * len(counts)


def test_one_odd_month_among_equal_ones_is_seen() -> None:
    assert scores([5] * 11 + [50])[-1] > 3.5


def test_powers_of_two_follow_the_law_and_fixed_rates_do_not() -> None:
    lawful, fixed = benford(D(2) ** n for n in range(1000)), benford([D("1185.00")] * 1000)
    assert (lawful.enough, lawful.text.en[:16]) == (True, "The fit is close")
    assert lawful.chi_square < 15.507 < fixed.chi_square
    assert fixed.text.en.startswith("The fit is no ")


def test_few_amounts_are_said_to_be_few() -> None:
    few = benford([D(1), D(0)])
    assert (few.count, few.enough) == (1, False)
    assert "too few" in few.text.en
    assert benford([]).deviation == 0


@given(st.decimals("0.01", "99999999", places=2))
def test_the_first_digit_does_not_depend_on_the_unit(amount: Decimal) -> None:
    assert first_digit(amount) == first_digit(amount * 1000) == int(str(amount).lstrip("0.")[0])
    assert first_digit(amount) in DIGITS


@pytest.mark.parametrize(
    ("amounts", "days", "runs"),
    [
        (("9500", "9700", "200"), 1, [["r0", "r1"]]),
        (("9500", "9700"), 8, []),
        (("9500", "10000", "8999.99"), 1, []),
        (("9500", "9600", "9700"), 7, [["r0", "r1", "r2"]]),
        ((), 1, []),
    ],
)
def test_split_candidates(amounts: tuple[str, ...], days: int, runs: list[list[str]]) -> None:
    signs = split_candidates(invoices(*amounts, days=days), D(10000), D(1000), 7)
    assert [list(each.references) for each in signs] == runs


@given(st.permutations(range(6)))
def test_the_order_of_rows_changes_nothing(order: list[int]) -> None:
    whole = invoices("1000", "2000", "9500", "9700", "9600", "17.50")
    mixed = whole.take(order)
    splits: Any = [split_candidates(each, D(10000), D(1000), 7) for each in (whole, mixed)]
    assert splits[0] == splits[1]
    assert [s.figure for s in round_amounts(whole)] == [s.figure for s in round_amounts(mixed)]
