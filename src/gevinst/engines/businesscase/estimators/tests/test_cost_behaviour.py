"""Amounts that follow a volume: worked tables, and the same from decimals and from arrays."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.estimators import (
    Behaviour,
    Fixed,
    Step,
    Tier,
    Tiered,
    Variable,
    amount,
)

TIERS = (
    Tier(Decimal(0), Decimal(10)),
    Tier(Decimal(100), Decimal(7)),
    Tier(Decimal(300), Decimal(5)),
)
KINDS: list[Behaviour] = [
    Fixed(Decimal(50)),
    Variable(Decimal("2.5")),
    Step(Decimal(100), Decimal(400)),
    Tiered(TIERS),
    Tiered(TIERS, "whole"),
]


@pytest.mark.parametrize(
    ("behaviour", "amounts"),
    [
        (KINDS[0], [50, 50, 50, 50, 50]),
        (KINDS[1], [0, 250, "252.5", 750, 1000]),
        (KINDS[2], [0, 400, 800, 1200, 1600]),
        (KINDS[3], [0, 1000, 1007, 2400, 2900]),
        (KINDS[4], [0, 1000, 707, 2100, 2000]),
    ],
)
def test_the_amount_at_a_volume(behaviour: Behaviour, amounts: list[int | str]) -> None:
    told = [behaviour.at(Decimal(volume)) for volume in (0, 100, 101, 300, 400)]
    assert told == [Decimal(one) for one in amounts]


# Kerteminde, mio. DKK in 2021: net 1.045 after 0.100 of administration and 0.252 of licences; 15 % more
# citizens a year for five years. The sum depends on which of the two costs follow the citizens.
@pytest.mark.parametrize(
    ("fixed", "five_years"),
    [
        ("0", "7.05"),  # all costs follow the citizens
        ("0.100", "7.22"),  # administration does not
        ("0.352", "7.66"),  # neither administration nor licences do
    ],
)
def test_kerteminde_by_cost_behaviour(fixed: str, five_years: str) -> None:
    net, stays = Decimal("1.045"), Decimal(fixed)
    lines = [Variable(net + stays), Fixed(-stays)]
    volumes = [Decimal("1.15") ** year for year in range(5)]
    told = sum(amount(lines, volume) for volume in volumes)
    assert round(told, 2) == Decimal(five_years)
    as_array = amount(lines, np.array([float(volume) for volume in volumes]))
    assert round(float(as_array.sum()), 2) == float(five_years)


def test_a_cost_of_several_parts() -> None:
    assert amount(KINDS[:3], Decimal(101)) == Decimal(50) + Decimal("252.5") + 800


def test_a_cost_has_parts() -> None:
    with pytest.raises(ValueError, match="one behaviour at least"):
        amount([], Decimal(1))


@pytest.mark.parametrize(
    "starts", [(), (1,), (0, 100, 100), (0, 200, 100)], ids=["none", "from 1", "twice", "falling"]
)
def test_tiers_rise_from_zero(starts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="let the first be above 0"):
        Tiered([Tier(Decimal(start), Decimal(1)) for start in starts])


def test_an_array_of_whole_numbers_keeps_the_decimals_of_a_fixed_cost() -> None:
    assert Fixed(Decimal("0.5")).at(np.array([1, 2])).tolist() == [0.5, 0.5]


def test_a_block_has_a_size() -> None:
    with pytest.raises(ValueError, match="size above 0"):
        Step(Decimal(0), Decimal(1))


def test_a_float_a_hair_above_a_block_has_not_begun_the_next() -> None:
    assert Step(Decimal("0.1"), Decimal(1)).at(np.array([0.1 + 0.2]))[0] == 3


@given(st.sampled_from(KINDS), st.lists(st.decimals(0, 1000, places=2), min_size=1, max_size=20))
def test_an_array_says_what_decimals_say(behaviour: Behaviour, volumes: list[Decimal]) -> None:
    one_by_one = [float(behaviour.at(volume)) for volume in volumes]
    at_once = behaviour.at(np.array([[float(volume) for volume in volumes]]))
    assert at_once.shape == (1, len(volumes))
    assert at_once[0] == pytest.approx(one_by_one)


@given(st.sampled_from(KINDS[:4]), st.decimals(0, 1000, places=2), st.decimals(0, 1000, places=2))
def test_more_volume_never_costs_less_but_for_a_price_of_all(
    behaviour: Behaviour, one: Decimal, other: Decimal
) -> None:
    assert behaviour.at(min(one, other)) <= behaviour.at(max(one, other))
