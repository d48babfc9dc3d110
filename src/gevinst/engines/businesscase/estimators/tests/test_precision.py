"""Which method an amount calls for, and what an estimate must hold."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gevinst.engines.businesscase.estimators import (
    Estimate,
    Threshold,
    precision,
    required_method,
)


@pytest.mark.parametrize(
    ("amount", "method"),
    [
        (0, "three-point"),
        (99_999, "three-point"),
        (100_000, "experience"),
        (999_999, "experience"),
        (1_000_000, "market"),
        (-1_000_000, "market"),  # a saving of that size calls for as much
        (15_000_000, "triangulation"),
    ],
)
def test_precision_follows_the_amount(amount: int, method: str) -> None:
    assert required_method(Decimal(amount)) == method


def test_the_thresholds_are_an_argument_in_any_order() -> None:
    own = [Threshold(Decimal(500), "market"), Threshold(Decimal(0), "projection")]
    assert [required_method(Decimal(amount), own) for amount in (499, 500)] == [
        "projection",
        "market",
    ]


@pytest.mark.parametrize(
    ("method", "amount", "noted"),
    [
        ("three-point-pert", 50_000, False),
        ("three-point-pert", 100_000, True),
        ("projection-linear", 100_000, False),  # ranks as experience does
        ("projection-linear", 1_000_000, True),
        ("market", 1_000_000, False),
        ("triangulation", 20_000_000, False),
        ("market", 20_000_000, True),
        ("total", 20_000_000, False),  # its lines are judged
    ],
)
def test_a_method_below_what_is_called_for_is_noted(method: str, amount: int, noted: bool) -> None:
    guess = Estimate(Decimal(1), Decimal(0), Decimal(1), Decimal(1), 1, method)
    told = precision(guess, Decimal(amount))
    assert (told is not None) == noted
    assert told is None or told.facts["method"] == method


def test_an_unranked_method_cannot_be_called_for() -> None:
    with pytest.raises(ValueError, match="use one of three-point, projection"):
        Threshold(Decimal(0), "guess")


def test_thresholds_reach_down_to_every_amount() -> None:
    with pytest.raises(ValueError, match="starts at 0"):
        required_method(Decimal(5), [Threshold(Decimal(10), "market")])


@pytest.mark.parametrize(
    ("sd", "low", "high", "fault"), [(-1, 1, 2, "deviation of -1"), (1, 2, 1, "from 2 to 1")]
)
def test_an_estimate_has_a_spread_the_right_way_up(
    sd: int, low: int, high: int, fault: str
) -> None:
    with pytest.raises(ValueError, match=fault):
        Estimate(Decimal(1), Decimal(sd), Decimal(low), Decimal(high), 1, "market")
