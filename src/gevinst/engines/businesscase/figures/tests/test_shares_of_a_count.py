"""A published percentage of n persons must be k of n for a whole k."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.figures.integers import counts, is_possible

D = Decimal

SHARES = [
    (32, "94", 0, 0, [30]),
    (32, "84", 0, 0, [27]),
    (79, "96", 0, 0, [76]),
    (23, "91", 0, 0, [21]),
    (3, "50", 0, 0, []),
    (8, "12.5", 1, 0, [1]),
    (8, "13", 0, 0, [1]),
    (200, "50", 0, 0, [99, 100]),
    (200, "50", 0, 100, [100]),
    (4, "100", 0, 0, [4]),
    (4, "0", 0, 0, [0]),
]


@pytest.mark.parametrize(("n", "percent", "decimals", "low", "expected"), SHARES)
def test_the_counts_behind_a_percentage(
    n: int, percent: str, decimals: int, low: int, expected: list[int]
) -> None:
    assert counts(n, D(percent), decimals, low) == expected
    assert is_possible(n, D(percent), decimals) is bool(counts(n, D(percent), decimals))


def test_a_share_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        counts(0, D(50))


def test_a_percentage_that_says_too_little_is_refused() -> None:
    with pytest.raises(ValueError, match="a more precise percentage"):
        counts(10**8, D(50))


@given(st.integers(1, 400), st.data())
def test_every_count_is_found_from_its_own_percentage(n: int, data: st.DataObject) -> None:
    k = data.draw(st.integers(0, n))
    percent = (D(1000 * k) / n).to_integral_value(rounding="ROUND_HALF_UP") / 10
    assert k in counts(n, percent, 1)
