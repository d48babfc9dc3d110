"""Columns of numbers are exact, also where 64 bits are not enough."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import ROUND_HALF_DOWN, Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.conformance.xpath import numerals
from gevinst.engines.conformance.xpath.numerals import Numbers, numbers_of

WIDE = Context(prec=200)
DECIMALS = st.decimals(-(10**20), 10**20, places=4, allow_nan=False) | st.decimals(
    -1000, 1000, places=2, allow_nan=False
)
PAIRS = st.lists(st.tuples(DECIMALS, DECIMALS.filter(bool)), min_size=1, max_size=6)


def exact(numbers: Numbers) -> list[Fraction]:
    return [Fraction(value, 10**numbers.scale) for value in numbers.values.tolist()]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (numerals.plus, lambda a, b: a + b),
        (lambda a, b: numerals.plus(a, b, -1), lambda a, b: a - b),
        (numerals.product, lambda a, b: a * b),
        (numerals.remainder, lambda a, b: a - b * math.trunc(a / b)),
        (numerals.whole_quotient, lambda a, b: Fraction(math.trunc(a / b))),
    ],
)
@given(pairs=PAIRS)
def test_arithmetic_is_exact(
    ours: Callable[[Numbers, Numbers], Numbers],
    theirs: Callable[[Fraction, Fraction], Fraction],
    pairs: list[tuple[Decimal, Decimal]],
) -> None:
    left, right = zip(*pairs, strict=True)
    result = ours(numbers_of(left), numbers_of(right))
    assert exact(result) == [theirs(Fraction(a), Fraction(b)) for a, b in pairs]


@given(PAIRS)
def test_a_quotient_keeps_eighteen_decimals_unless_it_comes_out_even(
    pairs: list[tuple[Decimal, Decimal]],
) -> None:
    left, right = zip(*pairs, strict=True)
    for found, (a, b) in zip(
        exact(numerals.quotient(numbers_of(left), numbers_of(right))), pairs, strict=True
    ):
        rounded = WIDE.divide(a, b).quantize(Decimal("1e-18"), ROUND_HALF_DOWN, WIDE)
        assert found in (Fraction(a) / Fraction(b), Fraction(rounded))


@given(st.lists(DECIMALS, min_size=1), st.integers(0, 3))
def test_a_half_is_rounded_up(values: list[Decimal], decimals: int) -> None:
    unit = Fraction(1, 10**decimals)
    expected = [math.floor(Fraction(value) / unit + Fraction(1, 2)) * unit for value in values]
    assert exact(numerals.rounded(numbers_of(values), decimals)) == expected


@given(st.lists(DECIMALS))
def test_floor_and_ceiling_are_whole(values: list[Decimal]) -> None:
    numbers = numbers_of(values)
    assert exact(numerals.floored(numbers)) == [math.floor(value) for value in values]
    assert exact(numerals.ceiled(numbers)) == [math.ceil(value) for value in values]


@given(st.lists(DECIMALS, min_size=1), st.lists(DECIMALS, min_size=1))
def test_columns_are_joined_at_one_scale(one: list[Decimal], other: list[Decimal]) -> None:
    joined = numerals.joined([numbers_of(one), numbers_of(other)])
    assert exact(joined) == [Fraction(value) for value in one + other]


@given(st.lists(DECIMALS))
def test_a_number_is_written_without_exponent_and_needless_zeros(values: list[Decimal]) -> None:
    for text, value in zip(numerals.written(numbers_of(values)), values, strict=True):
        assert Decimal(text) == value
        assert "E" not in text
        assert not ("." in text and text.endswith("0"))


def test_an_empty_column_divides() -> None:
    none = numbers_of([])
    assert len(numerals.quotient(none, none)) == 0
