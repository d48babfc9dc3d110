"""The invented catalogue: its skew, and that the same seed gives the same bytes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.exchange.sample import Place, as_json, sample
from gevinst.engines.exchange.sample.skew import sizes


@given(st.integers(1, 60), st.integers(0, 3000))
def test_sizes_add_up_and_everybody_has_one(authorities: int, more: int) -> None:
    spread = sizes(authorities + more, authorities)
    assert (sum(spread), len(spread), min(spread) >= 1) == (authorities + more, authorities, True)
    assert spread == sorted(spread, reverse=True)


def test_two_hold_nearly_half_and_21_have_fewer_than_ten() -> None:
    spread = sizes(2000, 47)
    assert abs(sum(spread[:2]) / 2000 - 0.47) < 0.01
    assert sum(size < 10 for size in spread) == 21


@pytest.mark.parametrize(("total", "authorities"), [(0, 1), (5, 6), (5, 0)])
def test_too_few_are_no_catalogue(total: int, authorities: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        sizes(total, authorities)


def test_the_same_seed_gives_the_same_bytes() -> None:
    places = [Place("90000001", "Prøveby")]
    made = [as_json(sample(places, 70, seed, date(2026, 1, 1))) for seed in (1, 1, 2)]
    assert (made[0] == made[1], made[0] == made[2]) == (True, False)


def test_nobody_is_named_and_no_address_is_real() -> None:
    text = as_json(sample([Place("90000001", "Prøveby")], 70, 1, date(2026, 1, 1))).decode()
    assert text.count("@") == text.count('.example"')
