"""Tornado, switching values, measures and propagation, on cases with known answers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.uncertainty import (
    Event,
    FloatArray,
    Spread,
    analytic,
    break_even,
    npv,
    switching,
    tornado,
    total,
)

# Access to documents: 2,550 cases at 4,380 DKK; 4.7 mio DKK paid once (AKT-07, AKT-11).
BASE, FUND = 11.169001, 4.7
REDUCTION = Spread("reduction", 1 / 3, 0.42, 0.5, "uniform", "share")


def first_year(values: dict[str, FloatArray]) -> FloatArray:
    return (BASE * values["reduction"] - FUND)[:, None]


def curve(of: Callable[[FloatArray], FloatArray]) -> Callable[[dict], FloatArray]:
    return lambda values: of(values["x"])[:, None]


def test_the_published_reduction_switches_inside_its_printed_range() -> None:
    found = switching(first_year, REDUCTION, bounds=(0, 1))
    assert round(100 * found.value, 1) == 42.1
    assert found.inside == found.values
    assert [note.code for note in found.notes] == ["switches-inside-range"]


@pytest.mark.parametrize(
    ("of", "bounds", "values", "codes"),
    [
        (lambda x: x - 7, (0, 10), [7], []),
        (lambda x: x - 4, (0, 10), [4], ["switches-inside-range"]),
        (lambda x: 7 - x, (0, 10), [7], []),
        (lambda x: (x - 2) * (x - 8), (0, 10), [2, 8], ["several-switching-values"]),
        (lambda x: x * 0 + 1, (0, 10), [], ["no-switching-value"]),
        (lambda x: x * 0, (0, 10), [], ["no-switching-value"]),
        (lambda x: x - 11, (0, 10), [], ["no-switching-value"]),
        # A price that falls in steps: the sign changes at the step.
        (lambda x: np.where(x >= 8.5, 5.0, -5.0), (0, 10), [8.5], []),
        (lambda x: x - 10, (0, 10), [10], []),
        (lambda x: x, (0, 10), [], ["no-switching-value"]),
    ],
)
def test_where_the_sign_changes(
    of: Callable, bounds: tuple, values: list[float], codes: list[str]
) -> None:
    found = switching(curve(of), Spread("x", 3, 4, 5), bounds=bounds)
    assert found.values == pytest.approx(values, abs=1e-12)
    assert [note.code for note in found.notes] == codes
    assert found.searched == bounds


@pytest.mark.parametrize("at", [-300.0, 4.0, 900.0])
def test_without_bounds_the_range_is_widened(at: float) -> None:
    assert switching(curve(lambda x: x - at), Spread("x", -1, 4, 5)).value == pytest.approx(at)


def test_a_driver_that_is_never_negative_is_not_searched_below_zero() -> None:
    found = switching(curve(lambda x: x + 300), Spread("x", 0, 4, 5))
    assert (found.value, found.searched[0]) == (None, 0)


def test_a_driver_at_zero_without_width_is_widened_too() -> None:
    assert switching(curve(lambda x: x - 3), Spread("x", 0, 0, 0)).value == pytest.approx(3)


def test_what_never_switches_has_no_value() -> None:
    found = switching(curve(lambda x: x * 0 + 1), Spread("x", 3, 4, 5))
    assert (found.value, found.inside) == (None, ())


def test_of_several_the_one_nearest_the_base_is_told() -> None:
    found = switching(curve(lambda x: (x - 2) * (x - 8)), Spread("x", 1, 3, 5), bounds=(0, 10))
    assert found.value == pytest.approx(2)
    assert found.inside == pytest.approx([2])


def test_the_other_drivers_stand_at_their_base() -> None:
    found = switching(
        lambda v: (v["x"] * v["price"] - 100)[:, None],
        Spread("x", 1, 2, 3),
        others=[Spread("price", 1, 25, 99)],
    )
    assert found.value == pytest.approx(4)


def test_a_switching_value_of_net_present_value() -> None:
    """1,000 now against x a year later at 3.5 %: 1,035."""
    found = switching(
        lambda v: np.column_stack([np.full_like(v["x"], -1000), v["x"]]),
        Spread("x", 900, 1000, 1100),
        npv([1, 1 / 1.035]),
    )
    assert found.value == pytest.approx(1035)


def test_bounds_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(ValueError, match="bounds 5 to 1"):
        switching(first_year, REDUCTION, bounds=(5, 1))


def test_the_tornado_has_the_widest_bar_first() -> None:
    spreads = [Spread("b", 1, 2, 3), Spread("a", 1, 2, 3), Spread("wide", 0, 2, 9)]
    bars = tornado(lambda v: (v["b"] + v["a"] - v["wide"])[:, None], spreads)
    assert [(bar.name, bar.swing) for bar in bars] == [("wide", 9), ("a", 2), ("b", 2)]
    assert [bar.turns for bar in bars] == [True, False, False]
    assert {bar.base for bar in bars} == {2}


def test_a_bar_that_bends_back_keeps_its_length() -> None:
    """Best in the middle: low and high give the same, and yet the driver matters."""
    bar = tornado(curve(lambda x: -((x - 5) ** 2)), [Spread("x", 3, 5, 7)])[0]
    assert (bar.at_low, bar.at_high, bar.swing) == (-4, -4, 4)


def test_a_break_even_that_never_comes_is_an_endless_bar() -> None:
    def outcome(values: dict[str, FloatArray]) -> FloatArray:
        return np.column_stack([np.full_like(values["x"], -10), values["x"], values["x"]])

    bar = tornado(outcome, [Spread("x", 1, 5, 10)], break_even)[0]
    assert (bar.base, bar.at_low, bar.at_high, bar.swing) == (3, np.inf, 2, np.inf)


def test_a_bar_that_is_endless_throughout_has_no_length() -> None:
    bar = tornado(curve(lambda x: -x), [Spread("x", 1, 5, 10)], break_even)[0]
    assert (bar.base, bar.swing) == (np.inf, 0)


def test_a_name_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="x is given twice"):
        tornado(curve(lambda x: x), [Spread("x", 1, 2, 3)] * 2)


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (np.zeros(3), "shape"),
        (np.zeros((2, 4)), "shape"),
        (np.zeros((3, 0)), "shape"),
        (np.full((3, 1), np.nan), "not a number"),
    ],
)
def test_an_outcome_of_another_shape_is_refused(answer: FloatArray, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        tornado(lambda _: answer, [Spread("x", 1, 2, 3)])


def test_factors_for_other_years_are_refused() -> None:
    with pytest.raises(ValueError, match="2 years and there are 3 discount factors"):
        npv([1, 1, 1])(np.zeros((1, 2)))


@pytest.mark.parametrize(
    ("net", "year"), [([-10, 4, 6], 3), ([0, 0], 1), ([-1, 2, -5], 2), ([-1, 0], np.inf)]
)
def test_break_even_is_the_first_year_with_nothing_owed(net: list[float], year: float) -> None:
    assert break_even(np.array([net], dtype=float)).tolist() == [year]


@given(
    st.lists(st.tuples(st.floats(-9, 9), st.floats(0, 5), st.floats(0, 5)), min_size=1, max_size=5),
    st.lists(st.floats(-5, 5), min_size=5, max_size=5),
)
def test_propagation_is_exact_where_the_outcome_is_linear(
    threes: list[tuple[float, float, float]], slopes: list[float]
) -> None:
    spreads = [Spread(f"d{i}", at - a, at, at + b) for i, (at, a, b) in enumerate(threes)]

    def outcome(values: dict[str, FloatArray]) -> FloatArray:
        parts = [k * values[s.name] for k, s in zip(slopes, spreads, strict=False)]
        return np.sum(parts, axis=0)[:, None]

    found = analytic(outcome, spreads)
    pairs = list(zip(slopes, spreads, strict=False))
    assert found.mean == pytest.approx(sum(k * s.mean for k, s in pairs), abs=1e-9)
    assert found.sd**2 == pytest.approx(sum((k * s.sd) ** 2 for k, s in pairs), abs=1e-9)


def test_correlation_adds_twice_the_product_to_the_variance() -> None:
    spreads = [Spread("a", 0, 5, 10, "normal"), Spread("b", 0, 5, 10, "normal")]
    found = analytic(lambda v: (v["a"] + v["b"])[:, None], spreads, correlations={("a", "b"): 0.5})
    score = 2 * np.sin(np.pi * 0.5 / 6)
    assert found.sd**2 == pytest.approx(spreads[0].sd ** 2 * (2 + 2 * score))
    assert found.shares == pytest.approx({"a": 0.5, "b": 0.5})


def test_an_event_is_a_cost_in_its_years() -> None:
    event = Event("delay", 0.2, 100, 100, 100, (0.5, 0.5))
    found = analytic(
        lambda v: np.column_stack([v["x"], v["x"]]), [Spread("x", 50, 50, 50)], events=[event]
    )
    assert found.mean == pytest.approx(80)
    assert found.sd == pytest.approx(40)
    assert found.slopes["delay"] == pytest.approx(-1)


@pytest.mark.parametrize(("at", "chance"), [(5, 0), (-5, 1), (0, 0)])
def test_what_is_certain_is_negative_or_not(at: float, chance: float) -> None:
    found = analytic(curve(lambda x: x), [Spread("x", at, at, at)])
    assert found.probability_negative == chance
    assert found.shares == {"x": 0}


def test_half_of_what_lies_about_zero_is_negative() -> None:
    found = analytic(curve(total_of), [Spread("x", -5, 0, 5)])
    assert found.probability_negative == pytest.approx(0.5)


def total_of(x: FloatArray) -> FloatArray:
    return total(x[:, None])


def test_a_measure_without_a_slope_is_refused() -> None:
    with pytest.raises(ValueError, match="not finite near the means"):
        analytic(curve(lambda x: -x), [Spread("x", 1, 2, 3)], break_even)
