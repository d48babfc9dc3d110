"""A shared cost in parts: they sum to the whole for any amount and weights."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.benefit import CostKind, CostRow, Per
from gevinst.engines.benefit.charges import charges, divided
from gevinst.engines.benefit.costs import span

AMOUNTS = st.decimals(0, 10_000_000, places=2)


@given(AMOUNTS, st.dictionaries(st.text(max_size=3), st.integers(1, 1000), min_size=1))
def test_the_parts_sum_to_the_whole(amount: Decimal, weights: dict[str, int]) -> None:
    assert sum(divided(amount, weights).values()) == amount


@pytest.mark.parametrize("weights", [{}, {"a": 0}, {"a": 3, "b": -1}])
def test_weights_that_divide_nothing_are_refused(weights: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="weights"):
        divided(Decimal(1), weights)


@given(AMOUNTS, st.integers(1, 28))
def test_a_monthly_charge_cut_in_two_costs_the_same(amount: Decimal, day: int) -> None:
    """To the øre, for each part is rounded."""
    last = date(2026, 1, 31)
    whole = CostRow("751", CostKind.TEAM, amount, Per.MONTH, date(2026, 1, 1), last)
    first = CostRow("751", CostKind.TEAM, amount, Per.MONTH, date(2026, 1, 1), date(2026, 1, day))
    rest = CostRow("751", CostKind.TEAM, amount, Per.MONTH, date(2026, 1, day + 1), last)
    parts = [sum(charges(one, None, last).values()) for one in (first, rest)]
    assert abs(sum(parts) - sum(charges(whole, None, last).values())) <= Decimal("0.01")


def test_from_when_until_when_costs_are_booked() -> None:
    def booked(per: Per, until: date | None = None) -> CostRow:
        return CostRow("751", CostKind.TEAM, Decimal(1), per, date(2026, 1, 1), until)

    assert span([]) is None
    assert span([booked(Per.MONTH)]) == (date(2026, 1, 1), None)
    assert span([booked(Per.ONCE)]) == (date(2026, 1, 1), date(2026, 1, 1))
    ended = booked(Per.MONTH, date(2026, 5, 1))
    assert span([booked(Per.ONCE), ended]) == (date(2026, 1, 1), date(2026, 5, 1))
