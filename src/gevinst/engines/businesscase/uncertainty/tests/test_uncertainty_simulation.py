"""The simulation: what it tells, and what must not change it."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gevinst.engines.businesscase.uncertainty import (
    Correlations,
    Event,
    FloatArray,
    Quantiles,
    Spread,
    analytic,
    break_even,
    compare,
    npv,
    rank_correlation,
    simulate,
)

SPREADS = [
    Spread("visits", 200, 223, 250, "pert"),
    Spread("minutes", 4, 5.3, 8),
    Spread("rate", 300, 346, 400, "uniform"),
    Spread("staff", 1, 2, 3, "discrete"),
]


def outcome(values: dict[str, FloatArray]) -> FloatArray:
    yearly = values["visits"] * values["minutes"] * 52 / 60 * values["rate"] - 1e5 * values["staff"]
    return np.column_stack([np.full_like(yearly, -3e5), yearly, yearly, yearly])


def copied(values: dict[str, FloatArray]) -> FloatArray:
    """Every driver as a column, so that a test sees the draws."""
    return np.column_stack(list(values.values()))


@given(seed=st.integers(0, 2**32), chunk=st.integers(1, 7000), n=st.integers(100, 6000))
@settings(max_examples=15, deadline=None)
def test_the_chunk_changes_nothing(seed: int, chunk: int, n: int) -> None:
    chunk = max(chunk, n // 50)
    correlations = {("visits", "minutes"): 0.4}
    measure = npv([1, 0.9662, 0.9335, 0.9019])
    seen = [
        simulate(outcome, SPREADS, n, seed, correlations=correlations, measure=measure, chunk=size)
        for size in (chunk, 5000)
    ]
    assert seen[0] == seen[1]


def test_another_seed_gives_another_answer_within_its_error() -> None:
    one, other = (simulate(outcome, SPREADS, 10_000, seed) for seed in (1, 2))
    assert one.mean != other.mean
    assert abs(one.mean - other.mean) < 4 * one.mean_error


def test_another_driver_moves_no_draw_of_the_rest() -> None:
    few = simulate(outcome, SPREADS, 1000, 3)
    more = simulate(outcome, [Spread("idle", 0, 1, 2), *SPREADS], 1000, 3)
    assert (more.mean, more.fan) == (few.mean, few.fan)


@pytest.mark.parametrize("n", [100, 5_000, 12_345])
def test_every_draw_is_counted_once(n: int) -> None:
    seen = simulate(outcome, SPREADS, n, 1, bins=25)
    assert (seen.n, len(seen.histogram)) == (n, 25)
    assert sum(each.count for each in seen.histogram) == n


def test_quantiles_of_a_uniform_driver_are_known() -> None:
    seen = simulate(lambda v: v["x"][:, None], [Spread("x", 0, 50, 100, "uniform")], 50_000, 5)
    told = seen.measure
    assert [told.p10, told.p50, told.p80, told.p90] == pytest.approx([10, 50, 80, 90], abs=1)
    assert seen.quantile_errors.p50 == pytest.approx(1.96 * 100 * 0.5 / 50_000**0.5, rel=0.25)
    assert seen.mean_error == pytest.approx(100 / 12**0.5 / 50_000**0.5, rel=0.02)


def test_the_chance_of_a_loss_is_the_share_of_draws_below_zero() -> None:
    seen = simulate(lambda v: v["x"][:, None], [Spread("x", -25, 0, 75, "uniform")], 20_000, 5)
    assert seen.probability_negative == pytest.approx(0.25, abs=0.01)


def test_the_fan_has_the_cumulative_of_every_year() -> None:
    seen = simulate(lambda v: np.column_stack([v["x"]] * 3), [Spread("x", 0, 5, 9)], 500, 5)
    medians = [year.p50 for year in seen.fan]
    assert medians == pytest.approx([medians[0], 2 * medians[0], 3 * medians[0]])


def test_a_break_even_that_never_comes_has_no_year() -> None:
    """100 paid, x a year for three years: reached in year 3 from 50 up, never in a third of the draws."""
    seen = simulate(
        lambda v: np.column_stack([np.full_like(v["x"], -100), v["x"], v["x"]]),
        [Spread("x", 20, 50, 110, "uniform")],
        20_000,
        5,
    )
    assert seen.break_even == Quantiles(2.0, 3.0, None, None)
    assert seen.probability_never == pytest.approx(1 / 3, abs=0.01)


def test_the_error_of_a_quantile_that_is_never_reached_is_unknown() -> None:
    from gevinst.engines.businesscase.uncertainty.quantiles import half_width

    values = np.array([1.0] * 600 + [np.inf] * 400)
    assert half_width(values) == Quantiles(0.0, 0.0, None, None)


def test_contributions_follow_the_squared_spread() -> None:
    """x has three times the spread of y: nine tenths of the variance; z has no part."""
    spreads = [Spread(name, 0, 5, 10, "uniform") for name in "xyz"]
    seen = simulate(lambda v: (3 * v["x"] - v["y"])[:, None], spreads, 20_000, 5)
    told = {each.name: each for each in seen.contributions}
    assert [each.name for each in seen.contributions] == ["x", "y", "z"]
    assert told["x"].share == pytest.approx(0.9, abs=0.03)
    assert told["y"].correlation == pytest.approx(-0.3, abs=0.04)
    assert told["z"].share == pytest.approx(0, abs=0.001)
    assert sum(each.share for each in seen.contributions) == pytest.approx(1)


def test_nothing_uncertain_has_no_contributions() -> None:
    seen = simulate(lambda v: v["x"][:, None], [Spread("x", 5, 5, 5)], 100, 5)
    assert (seen.sd, seen.contributions[0].share) == (0, 0)
    assert seen.measure == Quantiles(5, 5, 5, 5)


@pytest.mark.parametrize("wished", [-0.9, -0.3, 0.0, 0.5, 0.8, 0.95])
def test_a_wished_rank_correlation_is_reached(wished: float) -> None:
    assert spearman(wished, Spread("b", 0, 9, 10)) == pytest.approx(wished, abs=0.02)


def spearman(wished: float, other: Spread) -> float:
    held: list[FloatArray] = []

    def watched(values: dict[str, FloatArray]) -> FloatArray:
        held.append(copied(values))
        return held[-1]

    spreads = [Spread("a", 0, 1, 10, "pert"), other]
    simulate(watched, spreads, 10_000, 8, correlations={("a", "b"): wished})
    drawn = np.concatenate(held)
    return rank_correlation(drawn[:, 0], drawn[:, 1])


def test_correlation_reorders_draws_and_changes_none() -> None:
    seen = [
        simulate(copied, SPREADS[:2], 4000, 8, correlations=each)
        for each in (None, {("visits", "minutes"): 0.7})
    ]
    assert seen[0].fan[0] == seen[1].fan[0]
    assert seen[0].fan[1] != seen[1].fan[1]


ABC = [Spread(name, 0, 5, 10) for name in "abc"] + [Spread("still", 1, 1, 1)]


@pytest.mark.parametrize(
    ("correlations", "says"),
    [
        ({("a", "b"): 0.9, ("b", "c"): 0.9, ("a", "c"): -0.9}, "not positive definite"),
        ({("a", "c"): 0.1, ("b", "c"): 0.99, ("a", "b"): -0.7}, "0.99 of b and c"),
        ({("a", "b"): 0.9, ("b", "c"): 0.9, ("a", "c"): 0.1}, r"0\.9 of (a|b) and (b|c)"),
        ({("a", "b"): 1.0}, "a and b: 1.0 is not between"),
        ({("a", "b"): -1.0}, "a and b: -1.0 is not between"),
        ({("a", "d"): 0.5}, "a and d: d is not a driver"),
        ({("a", "still"): 0.5}, "a and still: still is not a driver that varies"),
        ({("a", "a"): 0.5}, "a and a: give every pair"),
        ({("a", "b"): 0.5, ("b", "a"): 0.5}, "a and b: give every pair"),
    ],
)
def test_correlations_that_cannot_be_are_refused_with_the_pair(
    correlations: Correlations, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        simulate(copied, ABC, 100, 1, correlations=correlations)


def test_an_event_costs_when_it_occurs() -> None:
    event = Event("delay", 0.25, 10, 10, 10, (0.0, 1.0))
    seen = simulate(
        lambda v: np.column_stack([v["x"], v["x"]]),
        [Spread("x", 3, 3, 3)],
        20_000,
        5,
        events=[event],
    )
    assert seen.probability_negative == pytest.approx(0.25, abs=0.01)
    assert (seen.fan[0].p50, seen.fan[1].p10, seen.fan[1].p50) == (3, -4, 6)
    assert seen.contributions[0].name == "delay"


def test_an_event_over_other_years_is_refused() -> None:
    with pytest.raises(ValueError, match=r"event delay has 1 years of exposure .* 4 years"):
        simulate(outcome, SPREADS, 100, 1, events=[Event("delay", 0.2, 1, 2, 3, (1.0,))])


@pytest.mark.parametrize("given", [{"n": 99}, {"seed": -1}, {"chunk": 0}, {"bins": 0}])
def test_too_few_are_refused(given: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="give n of at least 100"):
        simulate(outcome, SPREADS, **given)


@pytest.mark.parametrize(("n", "codes"), [(9_999, ["few-draws"]), (10_000, [])])
def test_few_draws_are_told(n: int, codes: list[str]) -> None:
    assert [note.code for note in simulate(outcome, SPREADS, n).notes] == codes


def test_nothing_uncertain_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing is uncertain"):
        simulate(outcome, [])


def test_a_measure_that_is_not_finite_is_refused() -> None:
    with pytest.raises(ValueError, match="not finite in every draw"):
        simulate(lambda v: -v["x"][:, None], [Spread("x", 1, 2, 3)], 100, measure=break_even)


def test_propagation_and_simulation_agree_on_a_straight_case() -> None:
    def straight(values: dict[str, FloatArray]) -> FloatArray:
        return (3 * values["visits"] - values["minutes"] + values["rate"])[:, None]

    correlations = {("visits", "rate"): 0.6}
    first = analytic(straight, SPREADS, correlations=correlations)
    second = simulate(straight, SPREADS, 20_000, 2, correlations=correlations)
    assert compare(first, second, share=0.03) == ()


def test_where_the_result_bends_the_two_are_told_to_differ() -> None:
    spreads = [Spread("x", -10, 0, 10)]
    first, second = (
        tell(lambda v: (v["x"] ** 2)[:, None], spreads) for tell in (analytic, simulate)
    )
    notes = compare(first, second)
    assert [note.facts["figure"] for note in notes] == ["mean", "sd"]
    assert {note.code for note in notes} == {"analytic-and-simulated-differ"}
    assert compare(replace(first, mean=second.mean, sd=second.sd), second) == ()


def test_a_hundred_thousand_draws_stay_within_bounds() -> None:
    """Ten years of 30 drivers: all drivers kept would be 24 MB beside the 10 MB that are."""
    spreads = [Spread(f"d{number}", 0, 1, 2) for number in range(30)]

    def ten_years(values: dict[str, FloatArray]) -> FloatArray:
        yearly = np.sum(list(values.values()), axis=0)
        return np.repeat(yearly[:, None], 10, axis=1)

    tracemalloc.start()
    try:
        simulate(ten_years, spreads, 100_000, 1)
        assert tracemalloc.get_traced_memory()[1] < 22e6
    finally:
        tracemalloc.stop()
