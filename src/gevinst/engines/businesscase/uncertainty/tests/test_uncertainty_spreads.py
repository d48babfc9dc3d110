"""What a spread and an event say of themselves, and that their draws say the same."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gevinst.engines.businesscase.uncertainty import Event, Spread

SHAPES = [
    ("triangular", (2, 3, 7), 4.0, math.sqrt((4 + 9 + 49 - 6 - 14 - 21) / 18)),
    ("pert", (2, 3, 7), 3.5, math.sqrt(1.5 * 3.5 / 7)),
    ("uniform", (2, 3, 7), 4.5, 5 / math.sqrt(12)),
    ("normal", (2, 4, 6), 4.0, 2 / 1.2815515655446004),
    ("discrete", (2, 3, 7), 3.9, math.sqrt(0.3 * 1.9**2 + 0.4 * 0.9**2 + 0.3 * 3.1**2)),
    ("fixed", (2, 3, 7), 3.0, 0.0),
]


def stream() -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(20))


@pytest.mark.parametrize(("shape", "three", "mean", "sd"), SHAPES)
def test_mean_and_sd_of_a_shape(shape: str, three: tuple, mean: float, sd: float) -> None:
    spread = Spread("x", *three, shape)
    assert (spread.mean, spread.sd) == (pytest.approx(mean), pytest.approx(sd))


@pytest.mark.parametrize(("shape", "three", "mean", "sd"), SHAPES)
def test_draws_have_the_mean_and_sd_that_are_told(
    shape: str, three: tuple, mean: float, sd: float
) -> None:
    drawn = Spread("x", *three, shape).draw(stream(), 100_000)
    assert drawn.mean() == pytest.approx(mean, abs=0.02)
    assert drawn.std() == pytest.approx(sd, abs=0.02)


@pytest.mark.parametrize("shape", ["triangular", "pert", "uniform", "discrete", "fixed"])
def test_draws_stay_within_low_and_high(shape: str) -> None:
    drawn = Spread("x", 2, 3, 7, shape).draw(stream(), 10_000)
    assert drawn.min() >= 2
    assert drawn.max() <= 7


def test_a_normal_has_its_low_and_high_as_p10_and_p90() -> None:
    drawn = Spread("x", 2, 4, 6, "normal").draw(stream(), 100_000)
    assert np.mean(drawn < 2) == pytest.approx(0.1, abs=0.005)
    assert np.mean(drawn > 6) == pytest.approx(0.1, abs=0.005)


def test_a_discrete_spread_takes_its_three_values_by_weight() -> None:
    drawn = Spread("x", 2, 3, 7, "discrete", weights=(0.5, 0.25, 0.25)).draw(stream(), 40_000)
    values, counts = np.unique(drawn, return_counts=True)
    assert values.tolist() == [2, 3, 7]
    assert counts / 40_000 == pytest.approx([0.5, 0.25, 0.25], abs=0.01)


@pytest.mark.parametrize("shape", ["triangular", "pert", "uniform", "normal", "discrete"])
def test_a_spread_without_width_is_its_likely_value(shape: str) -> None:
    spread = Spread("x", 3, 3, 3, shape)
    assert spread.draw(stream(), 3).tolist() == [3, 3, 3]
    assert (spread.mean, spread.sd) == (3, 0)


@pytest.mark.parametrize("shape", ["triangular", "pert", "uniform", "normal", "discrete"])
def test_two_draws_in_a_row_are_one_long_draw(shape: str) -> None:
    spread, one = Spread("x", 2, 4, 6, shape), stream()
    parts = np.concatenate([spread.draw(one, 300), spread.draw(one, 700)])
    assert parts.tolist() == spread.draw(stream(), 1000).tolist()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("x", 3, 2, 7), "low <= likely <= high"),
        (("x", 2, 8, 7), "low <= likely <= high"),
        (("x", 2, math.nan, 7), "low <= likely <= high"),
        (("x", 2, 3, math.inf), "low <= likely <= high"),
        (("x", 2, 3, 7, "lognormal"), "lognormal is not one of"),
        (("x", 2, 3, 7, "normal"), "midway"),
        (("x", 2, 3, 7, "discrete", "", (0.5, 0.5, 0.5)), "do not sum to 1"),
        (("x", 2, 3, 7, "discrete", "", (1.5, -0.5, 0)), "do not sum to 1"),
    ],
)
def test_a_spread_that_cannot_be_is_refused_by_name(arguments: tuple, says: str) -> None:
    with pytest.raises(ValueError, match=f"driver x: .*{says}"):
        Spread(*arguments)


def test_an_event_has_the_mean_and_sd_of_its_draws() -> None:
    event = Event("delay", 0.2, 0.5, 1, 3, (1.0,))
    drawn = event.draw(stream(), 200_000)
    assert event.mean == pytest.approx(0.3)
    assert drawn.mean() == pytest.approx(event.mean, abs=0.005)
    assert drawn.std() == pytest.approx(event.sd, abs=0.005)
    assert np.mean(drawn > 0) == pytest.approx(0.2, abs=0.005)


@pytest.mark.parametrize("probability", [0, 1])
def test_an_event_that_never_or_always_occurs(probability: float) -> None:
    drawn = Event("x", probability, 5, 5, 5, (1.0,)).draw(stream(), 100)
    assert set(drawn.tolist()) == {5.0 * probability}


@pytest.mark.parametrize(
    ("probability", "exposure", "says"),
    [
        (1.2, (1.0,), "is not in 0-1"),
        (-0.1, (1.0,), "is not in 0-1"),
        (0.5, (0.5, 0.4), "summing to 1"),
        (0.5, (1.5, -0.5), "summing to 1"),
        (0.5, (), "summing to 1"),
    ],
)
def test_an_event_that_cannot_be_is_refused(probability: float, exposure: tuple, says: str) -> None:
    with pytest.raises(ValueError, match=f"event x: .*{says}"):
        Event("x", probability, 1, 2, 3, exposure)
