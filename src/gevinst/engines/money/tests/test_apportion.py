"""Parts sum to the whole, to the øre, whatever the weights."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.money import half_up, rounded_to_sum, split

fractions = st.fractions(min_value=-10_000, max_value=10_000, max_denominator=10_000)


@given(st.dictionaries(st.integers(), fractions), st.integers(0, 4))
def test_rounded_parts_sum_to_the_rounded_sum(parts: dict[int, Fraction], places: int) -> None:
    rounded = rounded_to_sum(parts, places)
    exact = sum(parts.values(), Fraction(0))
    off = abs(sum(map(Fraction, rounded.values())) - exact) * 10**places
    assert off <= Fraction(1, 2)
    assert all(abs(Fraction(rounded[key]) - part) * 10**places < 1 for key, part in parts.items())


@pytest.mark.parametrize(
    ("parts", "rounded"),
    [
        (["1/3", "1/3", "1/3"], ["0.34", "0.33", "0.33"]),
        (["0.005", "0.005"], ["0.01", "0.00"]),
        (["-0.005", "-0.005"], ["0.00", "-0.01"]),
        # What needs no rounding keeps its value.
        (["1.00", "0.333", "0.334", "0.333"], ["1.00", "0.33", "0.34", "0.33"]),
        # A sum that ends on half an øre is rounded away from zero.
        (["0.005"], ["0.01"]),
        (["-0.005"], ["-0.01"]),
        ([], []),
    ],
)
def test_largest_remainders_come_first(parts: list[str], rounded: list[str]) -> None:
    found = rounded_to_sum({number: Fraction(part) for number, part in enumerate(parts)})
    assert [str(part) for part in found.values()] == rounded


@given(
    st.decimals(-1_000_000, 1_000_000, places=3),
    st.dictionaries(st.integers(), st.integers(0, 1000), min_size=1).filter(
        lambda weights: any(weights.values())
    ),
)
def test_a_split_amount_sums_to_it(amount: Decimal, weights: dict[int, int]) -> None:
    parts = split(amount, weights)
    assert sum(parts.values()) == half_up(amount)
    assert all(parts[key] == 0 for key, weight in weights.items() if not weight)


@pytest.mark.parametrize("weights", [{}, {"a": 0}, {"a": 2, "b": -1}])
def test_weights_that_split_nothing_are_refused(weights: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="weights to split by"):
        split(Decimal(1), weights)
