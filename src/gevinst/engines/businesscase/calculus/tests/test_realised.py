"""A case against what came: rates, forecast, net, slippage, and why a line came out otherwise."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.calculus.deviations import explained, terms
from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.realised import realised
from gevinst.engines.businesscase.calculus.tests.cases import benefit, case, cost

D = Decimal
BUILD: dict[str, Any] = {"place": "project.acquisition.external", "when": {"at": 2020}}
# build 200 in 2020, run 10 a year, time 100 a year from 2021 on: net -210, 90, 90
PLAN = case(
    costs=[cost("build", amount=200, **BUILD), cost("run", amount=10)],
    benefits=[benefit("time", amount=100, when={"from": 2021}, owner="home care")],
)


def followed(actuals: dict[str, dict[int, Decimal]], plan: Any = PLAN, **other: Any) -> Any:
    return realised(evaluate(plan), actuals, **other)


def row(found: Any, name: str) -> Any:
    return next(each for each in found.effects if each.effect.line.id == name)


def test_nothing_measured_is_the_plan() -> None:
    found = followed({})
    assert found.forecast == found.expected == (D(-210), D(90), D(90))
    assert (found.rate, found.came, found.slippage.months) == (None, 0, None)
    assert found.gain_measured == (None, None, None)
    assert found.gain_expected == (D(0), D(100), D(100))


# actual gain in 2021 | rate | forecast of 2022
TABLE = [(D(80), D("0.8"), D(80)), (D(120), D("1.2"), D(120)), (D(0), D(0), D(0))]


@pytest.mark.parametrize(("came", "rate", "ahead"), TABLE)
def test_the_rest_comes_at_the_rate_to_date(came: Decimal, rate: Decimal, ahead: Decimal) -> None:
    found = followed({"time": {2021: came}})
    assert (found.rate, row(found, "time").forecast) == (rate, (D(0), came, ahead))
    assert found.forecast == (D(-210), came - 10, ahead - 10)
    assert found.gain_measured == (None, came, None)
    assert (found.came, found.due) == (came, 100)
    assert found.owners["home care"].variance == came - 100


def test_running_costs_are_carried_on_and_a_projects_are_not() -> None:
    found = followed({"run": {2020: D(15)}, "build": {2020: D(250)}})
    assert row(found, "run").forecast == (D(15), D(15), D(15))
    assert row(found, "build").forecast == (D(250), D(0), D(0))
    assert found.costs.variance == 55


def test_what_the_pool_has_paid_is_told_by_line() -> None:
    found = followed({"build": {2020: D(250)}}, pool=D(60), drawn={"build": D(40), "run": D(5)})
    assert (found.costs.uncovered, found.costs.pool_left) == (5, 15)
    assert [note.code for note in found.costs.notes] == ["draw-without-overrun"]


def test_a_year_left_out_is_forecast() -> None:
    assert row(followed({"time": {2022: D(50)}}), "time").forecast == (D(0), D(50), D(50))


def test_the_actuals_of_the_file_hold_until_others_are_given() -> None:
    plan = case(benefits=[benefit("time", actuals={2020: 70, 2021: 80})])
    found = row(followed({"time": {2021: D(90)}}, plan), "time")
    assert found.actual == (D(70), D(90), None)


def test_a_gain_by_difference_is_measured_on_the_line_that_goes_on() -> None:
    plan = case(costs=[cost("then", "0"), cost("now", amount=30, continues="then")])
    found = followed({"now": {2020: D(40)}}, plan)
    assert row(found, "then").actual == (D(60), None, None)
    assert row(found, "then").rate == D("0.8571")
    assert found.forecast[0] == 60


def test_a_gain_by_difference_waits_for_all_of_its_lines() -> None:
    after = [cost(name, amount=10, continues="then") for name in ("one", "two")]
    plan = case(costs=[cost("then", "0"), *after])
    assert row(followed({"one": {2020: D(5)}}, plan), "then").actual == (None, None, None)


def test_what_is_spared_without_a_line_that_goes_on_is_told_itself() -> None:
    plan = case(costs=[cost("then", "0"), cost("same", "both")])
    found = followed({"then": {2020: D(90)}}, plan)
    assert row(found, "then").actual[0] == 90
    assert [each.effect.line.id for each in found.effects] == ["then"]


def test_nothing_expected_has_no_rate_and_carries_nothing_on() -> None:
    plan = case(benefits=[benefit("time", amount=100, when={"from": 2021})])
    found = row(followed({"time": {2020: D(5)}}, plan), "time")
    assert (found.rate, found.forecast) == (None, (D(5), D(100), D(100)))


def test_break_even_slips() -> None:
    plan = case(costs=[cost("build", amount=100, **BUILD)], benefits=[benefit("time", amount=80)])
    found = followed({"time": {2020: D(60)}}, plan)
    assert (found.slippage.expected, found.slippage.actual) == (D("15.0"), D("20.0"))


amounts = st.dictionaries(st.integers(2020, 2022), st.decimals(0, 500, places=2), max_size=3)


@given(amounts, amounts, amounts)
def test_the_effects_sum_to_the_net(one: Any, two: Any, three: Any) -> None:
    found = followed({"time": one, "run": two, "build": three})
    for series, net in (("expected", found.expected), ("forecast", found.forecast)):
        rows = [[each.effect.sign * v for v in getattr(each, series)] for each in found.effects]
        assert tuple(map(sum, zip(*rows, strict=True))) == net


VISITS = case(
    parties=["town", "state"],
    assumptions={"visits": 200, "minutes": 6, "rate": 300, "fte": 3, "pay": 500_000, "none": 0},
    benefits=[
        benefit(
            "time",
            amount={
                "driver": "time",
                "units": "visits",
                "minutes": "minutes",
                "periods": 52,
                "rate": "rate",
            },
            when={"years": {2020: D("0.5"), 2021: 1}},
        ),
        benefit("staff", amount={"driver": "staffing", "fte": "fte", "cost": "pay"}),
        benefit("zero", amount={"driver": "volume", "units": "none", "price": 5}),
        benefit("plain", amount=5),
    ],
)


def test_a_deviation_is_split_between_volume_time_and_price() -> None:
    came = {"units": D(223), "minutes": D(5)}
    found = explained(VISITS, VISITS.line("time"), 2021, came)
    assert found is not None
    assert found.total == D(223 * 5 - 200 * 6) * 52 / 60 * 300
    assert (found.parts["units"], found.parts["minutes"]) == (D("32890.00"), D("-54990.00"))
    assert not any((found.parts["rate"], found.parts["periods"], found.other))


def test_half_a_year_deviates_by_half() -> None:
    found = explained(VISITS, VISITS.line("time"), 2020, {"rate": D(310)})
    assert found is not None
    assert (found.total, found.product) == (D("5200.00"), D("161200.00"))


def test_what_no_term_tells_is_other() -> None:
    found = explained(VISITS, VISITS.line("staff"), 2020, {"fte": D(2)}, D(900_000))
    assert found is not None
    assert (found.parts["fte"], found.other) == (D(-500_000), D(-100_000))
    assert found.total == D(-600_000)


NOT_SPLIT: list[tuple[str, int, dict[str, Decimal]]] = [
    ("plain", 2020, {"units": D(1)}),
    ("time", 2022, {"units": D(1)}),
    ("time", 2020, {}),
    ("time", 2020, {"fte": D(1)}),
    ("zero", 2020, {"units": D(1)}),
]


@pytest.mark.parametrize(("name", "year", "came"), NOT_SPLIT)
def test_not_split(name: str, year: int, came: dict[str, Decimal]) -> None:
    assert explained(VISITS, VISITS.line(name), year, came) is None


def test_terms_are_those_of_the_driver() -> None:
    assert terms(VISITS, VISITS.line("staff"), 2021) == {"fte": 3, "cost": 500_000}
    assert terms(VISITS, VISITS.line("plain"), 2021) == {}


@given(*[st.decimals(0, 500, places=1)] * 4)
def test_the_parts_sum_to_the_deviation(u: Any, m: Any, r: Any, dkk: Any) -> None:
    came = {"units": u, "minutes": m, "rate": r}
    found = explained(VISITS, VISITS.line("time"), 2021, came, dkk)
    assert found is not None
    assert found.total == dkk - evaluate(VISITS).lines["time"].dkk[1]
