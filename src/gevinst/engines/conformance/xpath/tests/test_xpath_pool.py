"""What is worked out of a string is worked out once, and stays right as the pool grows."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.conformance.xpath.pool import EMPTY, Pool


def test_the_empty_string_is_number_nought() -> None:
    assert Pool().id("") == EMPTY


def test_work_is_done_once_for_each_distinct_string() -> None:
    pool, seen = Pool(), []

    def work(text: str) -> int:
        seen.append(text)
        return len(text)

    ids = pool.ids(["a", "bb", "a"])
    assert pool.worked("length", work, ids).tolist() == [1, 2, 1]
    more = pool.ids([*map(str, range(200)), "bb"])
    assert pool.worked("length", work, more)[-1] == 2
    assert sorted(seen) == sorted({"a", "bb", *map(str, range(200))})


def test_a_string_made_by_work_is_found_again() -> None:
    pool = Pool()
    ids = pool.changed("upper", str.upper, pool.ids(["a", "A"]))
    assert pool.texts(ids) == ["A", "A"]


@given(
    st.lists(st.decimals(-(10**25), 10**25, allow_nan=False).map(lambda d: f"{d:f}"), max_size=20)
)
def test_numbers_are_exact(texts: list[str]) -> None:
    pool = Pool()
    mask, numbers = pool.numbers(pool.ids(texts))
    assert mask.all()
    found = [Fraction(value, 10**numbers.scale) for value in numbers.values.tolist()]
    assert found == [Fraction(Decimal(text)) for text in texts]


@pytest.mark.parametrize("text", ["1", "+1", "-1.", ".5", " 1.50\n", "007"])
def test_these_are_numbers(text: str) -> None:
    pool = Pool()
    assert pool.numbers(pool.ids([text]))[0].all()


@pytest.mark.parametrize("text", ["", "1e3", "1,5", ".", "١", "NaN", "1 2", "--1"])
def test_these_are_not(text: str) -> None:
    pool = Pool()
    mask, numbers = pool.numbers(pool.ids([text]))
    assert not mask.any()
    assert len(numbers) == 0


def test_numbers_learnt_later_do_not_disturb_those_known() -> None:
    pool = Pool()
    first = pool.ids(["1.5"])
    pool.numbers(first)
    mask, numbers = pool.numbers(np.append(first, pool.ids(["20", "x"])))
    assert mask.tolist() == [True, True, False]
    assert [str(value) for value in numbers.decimals()] == ["1.5", "20.0"]


@pytest.mark.parametrize(
    ("text", "is_date"),
    [
        ("2026-11-02", True),
        ("2026-11-02Z", True),
        ("2026-11-02+01:00", True),
        (" 2026-11-02 ", True),
        ("2026-13-01", False),
        ("02.11.2026", False),
        ("", False),
    ],
)
def test_dates(text: str, is_date: bool) -> None:
    pool = Pool()
    assert pool.dates(pool.ids([text]))[0].tolist() == [is_date]
