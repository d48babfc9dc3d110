"""Present value, annuities and the internal rate: known factors and what must hold of any series."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.indicators import (
    annuity_factor,
    break_even,
    discount_factors,
    equivalent_annual_net,
    irr,
    npv,
    present_values,
)
from gevinst.engines.businesscase.indicators.roots import positive_roots
from gevinst.engines.businesscase.parameters import by_year

D = Decimal

FALLING = by_year("discount-rate", 2024)
amounts = st.decimals(-(10**9), 10**9, places=2)
nets = st.lists(amounts, min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("figure", "year", "factor"),
    [
        ("base", 0, "1.000000"),
        ("EXT-DF-35", 35, "0.299977"),
        ("EXT-DF-36", 36, "0.292660"),
        ("year 70", 70, "0.126402"),
        ("EXT-DF-71", 71, "0.124534"),
    ],
)
def test_discount_factors(figure: str, year: int, factor: str) -> None:
    assert str(round(discount_factors(year + 1, FALLING)[year], 6)) == factor, figure


def test_no_factors_are_none() -> None:
    assert discount_factors(0, D("0.04")) == ()


@pytest.mark.parametrize(
    ("n", "rates", "sentence"),
    [
        (-1, D(0), "-1 discount factors"),
        (2, D(-1), "the discount rate in year 1 is -1"),
        (3, {2: D("0.01")}, r"no discount rate in year 1: the table begins in \[2\]"),
    ],
)
def test_impossible_rates_are_refused(n: int, rates: D, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        discount_factors(n, rates)


@given(nets, st.integers(0, 5))
def test_at_no_rate_the_present_value_is_the_sum(net: list[D], from_year: int) -> None:
    assert npv(net, D(0), from_year=from_year) == sum(net)


def test_discounting_can_put_the_break_even_off() -> None:
    """IGA is above zero after three years of operation, at 12 % after four."""
    net = [D(-8)] + [D(3)] * 5
    plain, discounted = (
        break_even(
            present_values(net, rate, from_year=0),
            first_year=2019,
            origin="operation_start",
            operation_from=1,
            horizon=6,
        )
        for rate in (D(0), D("0.12"))
    )
    assert plain is not None
    assert discounted is not None
    assert (plain.period, discounted.period) == (3, 4)


@given(nets)
def test_a_year_later_is_worth_one_discounting_less(net: list[D]) -> None:
    now, later = (npv(net, D("0.25"), from_year=year) for year in (0, 1))
    assert abs(now - later * D("1.25")) < D("1e-9")


def test_a_flow_before_the_base_year_is_refused() -> None:
    with pytest.raises(ValueError, match="the first year is 2 before the base year"):
        npv([D(1)], D(0), from_year=-2)


@given(amounts, st.integers(1, 40), st.decimals("-0.05", "0.20", places=3))
def test_equal_yearly_amounts_have_the_present_value(value: D, years: int, rate: D) -> None:
    yearly = equivalent_annual_net(value, years, rate)
    assert abs(npv([yearly] * years, rate, from_year=1) - value) < D("1e-9")


def test_an_annuity_runs_for_a_year_at_least() -> None:
    with pytest.raises(ValueError, match="an annuity over 0 years"):
        annuity_factor(0, D(0))


@pytest.mark.parametrize(
    ("net", "rate"),
    [
        ([-100, 110], "0.1"),
        ([-100, 0, 121], "0.1"),
        ([0, -100, 110, 0], "0.1"),
        ([-100, 50], "-0.5"),
        ([-100, 100], "0"),
        ([-4246, 1114, 1114, 1114, 1114], "0.019593"),
        ([-8, 3, 3, 3, 3, 3], "0.254130"),
    ],
)
def test_one_internal_rate(net: list[int], rate: str) -> None:
    found = irr([D(value) for value in net])
    assert found.rate is not None
    assert round(found.rate, 6) == D(rate)
    assert found.notes == ()


@pytest.mark.parametrize("net", [[], [0], [5, 5], [-5, -1], [10, -10, 10]])
def test_no_internal_rate_is_told(net: list[int]) -> None:
    found = irr([D(value) for value in net])
    assert (found.rate, found.rates) == (None, ())
    assert found.notes[0].code == "no-internal-rate"


def test_several_internal_rates_are_all_told_and_none_is_chosen() -> None:
    found = irr([D(-1000), D(3600), D(-4310), D(1716)])
    assert [str(round(rate, 6).normalize()) for rate in found.rates] == ["0.1", "0.2", "0.3"]
    assert found.rate is None
    assert found.notes[0].code == "several-internal-rates"


def test_a_rate_that_zero_is_only_touched_at_counts_once() -> None:
    """-(1 - 1.1 v)^2: the present value is never positive."""
    found = irr([D(-1), D("2.2"), D("-1.21")])
    assert [str(rate.normalize()) for rate in found.rates] == ["0.1"]


@given(
    st.decimals(1, 10**6, places=2),
    st.lists(st.decimals(1, 10**6, places=2), min_size=1, max_size=15),
)
def test_at_its_internal_rate_an_investment_is_worth_nothing(cost: D, gains: list[D]) -> None:
    found = irr([-cost, *gains])
    assert found.rate is not None
    if found.rate > D("-0.9"):  # nearer -100 % the twelve decimals of the rate are too few
        worth = npv([-cost, *gains], found.rate, from_year=0)
        scale = npv([cost, *gains], found.rate, from_year=0)
        assert abs(worth) <= scale * D("1e-9")


@given(st.lists(st.integers(1, 30), min_size=1, max_size=5, unique=True))
def test_the_roots_are_those_that_made_the_polynomial(roots: list[int]) -> None:
    coefficients = [D(1)]
    for root in roots:
        shifted, scaled = [D(0), *coefficients], [-root * c for c in coefficients] + [D(0)]
        coefficients = [a + b for a, b in zip(shifted, scaled, strict=True)]
    assert [round(root, 9) for root in positive_roots(coefficients)] == sorted(roots)
