"""The split of a product's deviation: known by hand for small ones, by every order for the rest."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.realisation import Change, shapley_of_product, split_deviation
from gevinst.engines.money import half_up

Pair = tuple[Decimal, Decimal]
values = st.decimals(-1000, 1000, places=3)
pairs = st.lists(st.tuples(values, values), min_size=1, max_size=5)


def drivers(given_pairs: list[Pair]) -> dict[str, Change]:
    return {f"d{number}": Change(*pair) for number, pair in enumerate(given_pairs)}


@given(pairs)
def test_the_parts_are_the_mean_over_every_order(given_pairs: list[Pair]) -> None:
    mean = [Fraction(0)] * len(given_pairs)
    orders = list(permutations(range(len(given_pairs))))
    for order in orders:
        held = [Fraction(expected) for expected, _ in given_pairs]
        for place in order:
            before = prod(held)
            held[place] = Fraction(given_pairs[place][1])
            mean[place] += (prod(held) - before) / len(orders)
    assert list(shapley_of_product(drivers(given_pairs)).values()) == mean


@given(pairs, st.fractions(-60, 60, max_denominator=60))
def test_the_parts_sum_to_the_deviation_to_the_ore(
    given_pairs: list[Pair], factor: Fraction
) -> None:
    found = split_deviation(drivers(given_pairs), factor)
    came = prod(Fraction(actual) for _, actual in given_pairs)
    due = prod(Fraction(expected) for expected, _ in given_pairs)
    off = Fraction(found.total) - factor * (came - due)
    assert sum(found.parts.values()) == found.total
    assert abs(off) <= Fraction(1, 200)


@given(st.tuples(values, values), st.integers(2, 6))
def test_drivers_that_change_alike_get_equal_parts(pair: Pair, count: int) -> None:
    parts = shapley_of_product(drivers([pair] * count))
    assert len(set(parts.values())) == 1


@given(pairs)
def test_a_driver_that_came_as_expected_has_no_part(given_pairs: list[Pair]) -> None:
    parts = split_deviation({**drivers(given_pairs), "same": Change(Decimal(3), Decimal(3))}).parts
    assert parts["same"] == 0


@given(pairs)
def test_the_order_of_naming_changes_nothing(given_pairs: list[Pair]) -> None:
    named = drivers(given_pairs)
    turned = dict(reversed(named.items()))
    assert shapley_of_product(named) == shapley_of_product(turned)


def test_visits_times_minutes_times_price() -> None:
    """Vejle's 223 visits a week of 5.3 minutes at 346.5 DKK an hour, had 240 of 6 been expected."""
    came = {
        "visits": Change(Decimal(240), Decimal(223)),
        "minutes": Change(Decimal(6), Decimal("5.3")),
        "price": Change(Decimal("346.5"), Decimal("346.5")),
    }
    found = split_deviation(came, Fraction(52, 60))
    assert found.total == half_up(
        (Decimal(223) * Decimal("5.3") - 1440) * Decimal("346.5") * 52 / 60
    )
    # Two drivers share their product of changes in equal halves: -17 x 5.65 and -0.7 x 231.5 minutes
    # a week; both end on half an øre, and the first named takes it.
    assert {name: str(part) for name, part in found.parts.items()} == {
        "visits": "-28843.81",
        "minutes": "-48663.62",
        "price": "0.00",
    }


def test_many_drivers_are_no_trouble() -> None:
    thirty = drivers([(Decimal("1"), Decimal("1.1"))] * 30)
    found = split_deviation(thirty)
    assert found.total == half_up(Decimal("1.1") ** 30 - 1)
    assert max(found.parts.values()) - min(found.parts.values()) <= Decimal("0.01")


def test_nothing_to_split_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one driver"):
        split_deviation({})
