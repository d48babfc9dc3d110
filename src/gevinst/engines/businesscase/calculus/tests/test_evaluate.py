"""Scenario 0 against scenario 1: every effect once, to the øre, whoever looks at it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.line_years import LineFault
from gevinst.engines.businesscase.calculus.tests.cases import benefit, case, cost

ONE_OFF = cost("buy", place="project.acquisition.external", when={"at": 2020}, amount=150)
OLD, NEW = cost("old", "0"), cost("new", continues="old", amount=40)

# parts of a case | gains by year | costs by year
EFFECTS: list[tuple[dict[str, Any], list[int], list[int]]] = [
    ({}, [0, 0, 0], [0, 0, 0]),
    ({"costs": [OLD]}, [100, 100, 100], [0, 0, 0]),
    ({"costs": [OLD, NEW]}, [60, 60, 60], [0, 0, 0]),
    ({"costs": [OLD, {**NEW, "amount": 130}]}, [0, 0, 0], [30, 30, 30]),
    ({"costs": [OLD, {**NEW, "when": {"from": 2021}}]}, [100, 60, 60], [0, 0, 0]),
    ({"costs": [cost("same", "both")]}, [0, 0, 0], [0, 0, 0]),
    (
        {"costs": [cost("same", "both"), ONE_OFF], "benefits": [benefit("time", relieves="same")]},
        [100, 100, 100],
        [150, 0, 0],
    ),
    (
        {"benefits": [benefit("time", when={"years": {"2021": 0.5, "2022": 1}})]},
        [0, 50, 100],
        [0] * 3,
    ),
]


@pytest.mark.parametrize(("parts", "gains", "costs"), EFFECTS)
def test_every_effect_is_counted_once(
    parts: dict[str, Any], gains: list[int], costs: list[int]
) -> None:
    result = evaluate(case(**parts))
    assert (list(result.gain), list(result.cost)) == (gains, costs)
    assert list(result.net) == [gain - spent for gain, spent in zip(gains, costs, strict=True)]


def test_the_two_scenarios_hold_all_that_they_spend() -> None:
    result = evaluate(case(costs=[OLD, NEW, ONE_OFF, cost("same", "both")]))
    assert list(result.cost_0) == [200, 200, 200]
    assert list(result.cost_1) == [290, 140, 140]


def test_results() -> None:
    result = evaluate(case(costs=[ONE_OFF], benefits=[benefit("time")], operation_from=2021))
    assert list(result.cumulative) == [-50, 50, 150]
    assert result.roi() == 1
    assert result.roi("benefit_cost_ratio") == 2
    assert result.roi("net_over_investment") == 1
    assert result.investment == 150
    assert result.annual_net == 100
    assert result.payback() == Decimal("2.5")
    assert result.payback("operation_start") == Decimal("1.5")
    found = result.break_even()
    assert found is not None
    assert (found.year, found.period) == (2021, 2)
    assert result.npv(Decimal(0)) == result.total == 150
    assert result.equivalent_annual_net(Decimal(0)) == 50


def test_hours_and_fte_are_what_scenario_1_does_without() -> None:
    before = cost(
        "old", "0", amount={"driver": "staffing", "fte": 30, "cost": 10, "effective": 1200}
    )
    after = {**before, "id": "new", "scenario": "1", "continues": "old"}
    after["amount"] = {**before["amount"], "fte": 6}
    own = cost("team", amount={"driver": "staffing", "fte": 2, "cost": 10})
    result = evaluate(case(costs=[before, after, own]))
    assert list(result.fte) == [24, 24, 24]
    assert list(result.hours) == [28800, 28800, 28800]


def test_a_reading_brings_its_lines_and_values_in_and_leaves_others_out() -> None:
    made = case(
        assumptions={"x": 100},
        costs=[cost("own", amount="x"), cost("extra", readings=["wide"]), cost("less")],
        readings={"wide": {"title": "wide", "assumptions": {"x": 250}, "without": ["less"]}},
    )
    assert list(evaluate(made).cost) == [200, 200, 200]
    assert list(evaluate(made, "wide").cost) == [350, 350, 350]


def test_an_amount_below_zero_is_refused_with_line_and_year() -> None:
    made = case(assumptions={"x": 1}, costs=[cost("own", amount="x")])
    with pytest.raises(ValueError, match="own: -5 DKK in 2020"):
        evaluate(made, given={"x": Decimal(-5)})


def test_prices_of_another_year_are_brought_to_the_case() -> None:
    line = cost("own", price_year=2019)
    made = case(costs=[line], price_year=2021, price_levels={"general": {"2020": 0.1, "2021": 0.1}})
    assert list(evaluate(made).cost) == [121, 121, 121]


PARTIES = {"parties": ["department", "fund"]}
SHARED = {
    **PARTIES,
    "costs": [
        cost(
            "lease",
            amount=103.33,
            shares=[
                {"from": 2020, "shares": {"department": 0.25, "fund": 0.75}},
                {"from": 2022, "shares": {"department": 1}},
            ],
        )
    ],
    "benefits": [benefit("care", party="department")],
    "transfers": [
        {
            "id": "grant",
            "title": "Grant",
            "from": "fund",
            "to": "department",
            "amounts": {"2020": 7},
        }
    ],
}

# perspective | net by year
PERSPECTIVES: list[tuple[list[str], list[str]]] = [
    ([], ["-3.33", "-3.33", "-3.33"]),
    (["department"], ["81.17", "74.17", "-3.33"]),
    (["fund"], ["-84.50", "-77.50", "0.00"]),
    (["department", "fund"], ["-3.33", "-3.33", "-3.33"]),
]


@pytest.mark.parametrize(("perspective", "net"), PERSPECTIVES)
def test_net_as_a_perspective_sees_it(perspective: list[str], net: list[str]) -> None:
    result = evaluate(case(**SHARED, perspective=perspective))
    assert list(result.net) == [Decimal(each) for each in net]


amounts = st.decimals(0, 10**7, places=2, allow_nan=False)


@given(old=amounts, new=amounts, own=amounts, gain=amounts)
def test_the_net_is_the_difference_of_the_scenarios_and_the_benefits(
    old: Decimal, new: Decimal, own: Decimal, gain: Decimal
) -> None:
    result = evaluate(
        case(
            costs=[
                cost("old", "0", amount=old),
                cost("new", continues="old", amount=new),
                cost("own", amount=own),
            ],
            benefits=[benefit("gain", amount=gain)],
        )
    )
    for t in range(3):
        assert result.net[t] == result.cost_0[t] - result.cost_1[t] + gain
        assert result.net[t] == result.gain[t] - result.cost[t]


shares = st.decimals(0, 1, places=3)


@given(amount=amounts, share=shares, other=shares)
def test_the_parties_sum_to_the_whole_to_the_ore(
    amount: Decimal, share: Decimal, other: Decimal
) -> None:
    second = (1 - share) * other
    split = {"a": share, "b": second, "c": 1 - share - second}
    parts: dict[str, Any] = {
        "parties": ["a", "b", "c"],
        "costs": [cost("own", amount=amount, shares=split)],
        "benefits": [benefit("gain", amount=amount / 3, shares=split)],
    }
    whole = evaluate(case(**parts)).net
    alone = [evaluate(case(**parts, perspective=[party])).net for party in ("a", "b", "c")]
    assert [sum(each) for each in zip(*alone, strict=True)] == list(whole)


def test_what_is_given_to_another_party_is_a_cost_of_the_giver() -> None:
    grant = {"id": "g", "title": "g", "from": "fund", "to": "town", "amounts": {"2020": 50}}
    parts: dict[str, Any] = {"parties": ["town", "fund"], "transfers": [grant]}
    assert evaluate(case(**parts, perspective=["fund"])).roi() == -1
    assert evaluate(case(**parts, perspective=["town"])).roi() is None


def test_the_equal_net_in_each_year_has_the_same_present_value() -> None:
    result = evaluate(case(costs=[ONE_OFF], benefits=[benefit("time")]))
    rate = Decimal("0.1")
    each = result.equivalent_annual_net(rate)
    assert round(each * (1 + 1 / Decimal("1.1") + 1 / Decimal("1.21")), 8) == round(
        result.npv(rate), 8
    )


def test_an_amount_that_is_no_number_names_its_line() -> None:
    made = case(assumptions={"x": 1}, costs=[cost("own", amount="x")])
    with pytest.raises(LineFault, match="own: NaN in 2020 is not an amount"):
        evaluate(made, given={"x": Decimal("NaN")})


def test_shares_that_begin_later_hold_from_the_first_year() -> None:
    shares = [{"from": 2021, "shares": {"a": 0.5, "b": 0.5}}]
    made = case(parties=["a", "b"], perspective=["a"], costs=[cost("own", shares=shares)])
    assert list(evaluate(made).cost) == [50, 50, 50]


def test_years_outside_the_horizon_cost_nothing() -> None:
    made = case(costs=[cost("own")])
    line = replace(made.line("own"), when={2020: Decimal(1), 2030: Decimal(1)})
    assert list(evaluate(replace(made, lines=(line,))).cost) == [100, 0, 0]
