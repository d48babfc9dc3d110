"""A case by party: the parts sum to the whole, agreements change the shares, a grant changes who gains."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.parties import of_parties
from gevinst.engines.businesscase.calculus.tests.cases import benefit, case, cost
from gevinst.engines.businesscase.model.case import Case

BUILD: dict[str, Any] = {"place": "project.acquisition.external", "when": {"at": 2020}}
TOWN_STATE = {"parties": ["town", "state"]}


def dkk(*amounts: int) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, amounts))


def grant(**other: Any) -> Case:
    """The state pays 150 of the 200 that it costs to build; the town gains 50 a year from 2021 on."""
    return case(
        **TOWN_STATE,
        costs=[cost("build", amount=200, **BUILD)],
        benefits=[benefit("time", amount=50, when={"from": 2021})],
        transfers=[
            {"id": "fund", "title": "Fund", "from": "state", "to": "town", "amounts": {2020: 150}}
        ],
        operation_from=2021,
        **other,
    )


def test_a_grant_moves_the_net_and_leaves_the_whole() -> None:
    found = of_parties(grant())
    assert found.split.net == {"town": dkk(-50, 50, 50), "state": dkk(-150, 0, 0)}
    assert found.split.total == found.result.net == dkk(-200, 50, 50)


def test_negative_for_all_together_and_positive_for_one() -> None:
    split = of_parties(grant()).split
    assert split.cumulative(["town"])[-1] == 50
    assert split.cumulative(["town", "state"])[-1] == -100


def test_the_perspective_of_the_case_changes_nothing_here() -> None:
    assert of_parties(grant(perspective=["town"])).split == of_parties(grant()).split


def test_a_party_without_part_is_left_with_nothing() -> None:
    found = of_parties(case(parties=["town", "bystander"], costs=[cost("run")]))
    assert found.split.net["bystander"] == dkk(0, 0, 0)


def test_a_case_without_parties_has_one_and_no_incentives() -> None:
    found = of_parties(case(costs=[cost("run")]))
    assert list(found.split.net.values()) == [dkk(-100, -100, -100)]
    assert found.notes == ()


def test_a_line_is_shared_and_stepped_down_when_the_party_has_recouped() -> None:
    made = case(
        parties=["department", "fund"],
        costs=[cost("lease", amount=80, shares={"department": 0.25, "fund": 0.75})],
        benefits=[benefit("time", amount=30)],
        agreements={"step_down": [{"after": {"department": 1}, "recouped": "department"}]},
    )
    found = of_parties(made)
    assert found.split.net == {"department": dkk(10, -50, -50), "fund": dkk(-60, 0, 0)}
    assert [found.shares["lease"][year].get("fund", 0) for year in (2020, 2021)] == [
        Decimal("0.75"),
        0,
    ]
    assert set(found.shares["time"][2020]) == {"department"}


def test_a_volume_that_is_passed_steps_down_only_the_lines_named() -> None:
    half = {"town": 0.5, "state": 0.5}
    made = case(
        **TOWN_STATE,
        assumptions={"robots": {"by_year": {2020: 90, 2021: 103}}},
        costs=[cost("lease", shares=half), cost("help", shares=half)],
        agreements={
            "volume": "robots",
            "step_down": [{"lines": ["lease"], "after": {"town": 1}, "volume_above": 100}],
        },
    )
    assert of_parties(made).split.net["state"] == dkk(-100, -50, -50)


def test_a_fund_that_leaves_is_taken_over_for_from_the_day() -> None:
    made = case(
        parties=["town", "fund"],
        costs=[cost("lease", shares={"fund": 1}), cost("own")],
        agreements={"exits": [{"party": "fund", "on": "2021-01-01", "takes_over": {"town": 1}}]},
    )
    assert of_parties(made).split.net["fund"] == dkk(-100, 0, 0)


def test_a_rule_for_named_lines_leaves_the_others() -> None:
    rule = {"party": "fund", "on": "2021-01-01", "takes_over": {"town": 1}, "lines": ["own"]}
    made = case(
        parties=["town", "fund"],
        costs=[cost("lease", shares={"fund": 1})],
        benefits=[benefit("own", shares={"fund": 1})],
        agreements={"exits": [rule]},
    )
    assert of_parties(made).split.net["fund"] == dkk(0, -100, -100)


# Who pays for what goes on | net of town and of state, every year
CONTINUED: list[tuple[dict[str, Any], int, int]] = [
    ({}, 70, 0),
    ({"shares": {"state": 1}}, 100, -30),
]


@pytest.mark.parametrize(("shares", "town", "state"), CONTINUED)
def test_what_goes_on_counts_by_its_difference(
    shares: dict[str, Any], town: int, state: int
) -> None:
    before, after = cost("then", "0"), cost("now", amount=30, continues="then", **shares)
    found = of_parties(case(**TOWN_STATE, costs=[before, after, cost("same", "both")]))
    assert found.split.net == {"town": dkk(town, town, town), "state": dkk(state, state, state)}
    assert not any(found.split.operation_costs.get("town", ()))


def test_what_costs_more_than_before_is_a_cost() -> None:
    lines = [cost("then", "0"), cost("now", amount=130, continues="then")]
    found = of_parties(case(**TOWN_STATE, costs=lines))
    assert found.split.net["town"] == dkk(-30, -30, -30)
    assert found.split.operation_costs["town"] == (Fraction(30),) * 3


def test_what_nobody_has_agreed_to_is_noted() -> None:
    paying = {"phase": "development", "party": "state", "amounts": {2020: 200}}
    made = case(
        **TOWN_STATE,
        costs=[cost("build", amount=200, **BUILD), cost("run", when={"from": 2021})],
        operation_from=2021,
        agreements={"commitments": [paying]},
    )
    codes = {note.code for note in of_parties(made).notes}
    assert codes == {"operating-party-loses", "operation-unfunded", "no-agreement-after-go-live"}


def test_a_sharing_that_is_agreed_is_not_noted() -> None:
    quality = [{"id": "calm", "title": "Calm", "kind": "well_being"}]
    made = grant(agreements={"operating": ["town"], "payers": ["town"]}, quality=quality)
    assert of_parties(made).notes == ()


def test_a_fund_that_never_leaves_is_noted() -> None:
    made = case(
        parties=["town", "fund"],
        costs=[cost("run", shares={"fund": 1})],
        agreements={"temporary": ["fund"], "payers": ["fund"]},
    )
    assert [note.code for note in of_parties(made).notes] == ["no-exit-date"]


def test_a_reading_changes_its_lines() -> None:
    extra = cost("extra", amount=7, readings=["dear"])
    made = case(**TOWN_STATE, costs=[cost("run"), extra], readings={"dear": {"title": "Dear"}})
    assert of_parties(made).split.net["town"][0] == -100
    assert of_parties(made, "dear").split.net["town"][0] == -107


shares = st.integers(0, 1000).map(
    lambda n: {"town": Decimal(n) / 1000, "state": 1 - Decimal(n) / 1000}
)
amounts = st.decimals(0, 10_000, places=3)


@given(st.lists(st.tuples(amounts, amounts, amounts, shares, shares), max_size=4), amounts)
def test_parties_sum_to_the_whole(rows: list[Any], given_away: Decimal) -> None:
    costs, benefits = [], []
    for n, (before, after, gain, one, other) in enumerate(rows):
        costs.append(cost(f"then{n}", "0", amount=before, shares=one))
        costs.append(cost(f"now{n}", amount=after, continues=f"then{n}", shares=other))
        benefits.append(benefit(f"gain{n}", amount=gain, shares=other))
    fund = {"id": "f", "title": "F", "from": "state", "to": "town", "amounts": {2021: given_away}}
    made = case(**TOWN_STATE, costs=costs, benefits=benefits, transfers=[fund])
    assert of_parties(made).split.total == evaluate(made).net
