"""Offers as a trimmed mean."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.estimators import Offer, market


def offers(*amounts: int) -> list[Offer]:
    """Offers of whole amounts."""
    return [Offer(Decimal(amount), f"supplier {amount}") for amount in amounts]


@pytest.mark.parametrize(
    ("asked", "trim", "value", "sd", "codes"),
    [
        ((80, 100, 120), "0", "100", "20", []),
        ((100,), "0", "100", "0", ["few-offers"]),
        ((90, 110), "0", "100", "14.142136", ["few-offers"]),
        ((80, 100, 120, 400), "0.25", "110", "150.886271", []),
        ((80, 100, 120, 400), "0.2", "175", "150.886271", ["trim-cuts-none"]),
        ((1, 2, 3, 4, 5, 6, 7, 8, 9, 100), "0.1", "5.5", "30.152391", []),
    ],
)
def test_the_mean_of_what_is_not_cut(
    asked: tuple[int, ...], trim: str, value: str, sd: str, codes: list[str]
) -> None:
    told = market(offers(*asked), Decimal(trim))
    assert (told.value, round(told.sd, 6)) == (Decimal(value), Decimal(sd))
    assert (told.low, told.high, told.n) == (min(asked), max(asked), len(asked))
    assert [note.code for note in told.notes] == codes


def test_one_dialogue_with_two_prices_is_one_source() -> None:
    told = market([Offer(Decimal(1), "A"), Offer(Decimal(2), "A"), Offer(Decimal(3), "B")])
    assert told.sources == ("A", "B")


@pytest.mark.parametrize(
    ("asked", "trim", "fault"),
    [((), "0", "no offers"), ((1, 2), "0.5", "trim of 0.5"), ((1, 2), "-0.1", "trim of -0.1")],
)
def test_what_is_no_market_is_refused(asked: tuple[int, ...], trim: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        market(offers(*asked), Decimal(trim))


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=20), st.decimals(0, "0.49", places=2))
def test_the_value_lies_among_the_offers(asked: list[int], trim: Decimal) -> None:
    told = market(offers(*asked), trim)
    assert told.low <= told.value <= told.high
