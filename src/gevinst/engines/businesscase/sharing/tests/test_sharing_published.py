"""The published sharings: the medicine robot's 25/75 financing, and access to documents seen by party."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from gevinst.engines.businesscase.sharing import (
    Key,
    Line,
    Shares,
    Split,
    StepDown,
    Tiers,
    by_party,
    loan,
    paid,
)
from gevinst.engines.money import half_up

# 103 robots at 2,100 DKK a month; net 301,000 DKK a year.
ROBOTS, NET = 103, Decimal(301_000)
LEASE = Tiers(((0, Decimal(2_100)),)).cost(ROBOTS, periods=12)
DEPARTMENT = Shares.constant({"department": 1})
QUARTER = Shares.constant({"department": "0.25", "fund": "0.75"})
# 2,550 cases at 1,460 DKK saved, or half as much again; 4.7 mio DKK from a state fund.
FUND = Decimal("4.7")
CASES = Key("volume", {"Sønderborg": 1000, "Vejen": 1150, "Fredensborg": 400})
TOWNS = frozenset(CASES.quantities)


def mio(amount: Decimal) -> str:
    return str(half_up(amount / 1_000_000, 3))


def robots() -> Split:
    care = Line("care", "benefit", (LEASE + NET,), DEPARTMENT)
    return by_party([care, Line("lease", "cost", (LEASE,), QUARTER)], first_year=2022)


def test_the_lease_of_the_robots() -> None:
    assert mio(LEASE) == "2.596"


@pytest.mark.parametrize(("party", "paid"), [("department", "0.649"), ("fund", "1.947")])
def test_what_each_pays_of_the_lease(party: str, paid: str) -> None:
    lease = by_party([Line("lease", "cost", (LEASE,), QUARTER)], first_year=2022)
    assert mio(-lease.net[party][0]) == paid


@pytest.mark.parametrize(
    ("parties", "net"),
    [
        ({"department"}, "2.248"),
        ({"fund"}, "-1.947"),
        ({"department", "fund"}, "0.301"),
    ],
)
def test_the_department_gains_what_the_fund_pays(parties: set[str], net: str) -> None:
    assert mio(robots().perspective(parties)[0]) == net


def test_the_department_takes_over_when_there_are_more_than_100_robots() -> None:
    """The lease falls with the volume, and so does the need for the fund."""
    price = Tiers(((1, Decimal(2_600)), (101, Decimal(2_100))))
    units = [40, 100, 103]
    amounts = tuple(price.cost(each, 12) for each in units)
    stepped = StepDown(QUARTER, DEPARTMENT, volume_above=Decimal(100))
    split = by_party(
        [Line("lease", "cost", amounts, stepped)],
        first_year=2020,
        volumes=[Decimal(each) for each in units],
    )
    assert split.net["fund"] == (-amounts[0] * Decimal("0.75"), -amounts[1] * Decimal("0.75"), 0)
    assert split.net["department"][2] == -LEASE


@pytest.mark.parametrize(
    ("parties", "low", "high"),
    [
        # Society counts the state's 4.7 mio; the municipalities do not (AKT-08, AKT-09, AKT-10).
        ({"state", *TOWNS}, "-0.98", "0.88"),
        (TOWNS, "3.72", "5.58"),
        ({"state"}, "-4.70", "-4.70"),
    ],
)
def test_who_has_a_positive_first_year_of_access_to_documents(
    parties: set[str], low: str, high: str
) -> None:
    found = [str(half_up(documents(each).perspective(parties)[0])) for each in ("3.723", "5.5845")]
    assert found == [low, high]


def documents(benefit: str) -> Split:
    """The towns buy the project and the state gives a grant for all of it."""
    return by_party(
        [
            Line("time", "benefit", (Decimal(benefit),), CASES.shares),
            Line("project", "cost", (FUND,), Shares.constant({"towns": 1}), "development"),
        ],
        first_year=2022,
        transfers=[paid("grant", "grant", (FUND,), payer="state", receiver="towns")],
        places=4,
    )


def test_a_grant_and_a_share_say_the_same() -> None:
    shared = by_party(
        [
            Line("time", "benefit", (Decimal("3.723"),), CASES.shares),
            Line("project", "cost", (FUND,), Shares.constant({"state": 1}), "development"),
        ],
        first_year=2022,
        places=4,
    )
    assert shared.total == documents("3.723").total
    assert shared.net["state"] == documents("3.723").net["state"]


def test_the_benefit_by_case_volume() -> None:
    assert [str(each) for each in CASES.allocate(Decimal("3.723"), 3).values()] == [
        "1.460",
        "1.679",
        "0.584",
    ]


def test_an_internal_loan_in_a_sharing() -> None:
    """4,246 t.kr. over four years at 1.96 %: four payments of 1,114 and 210 of interest."""
    lent = loan(
        "loan",
        Decimal(4246),
        Decimal("0.0195933"),
        4,
        lender="pool",
        borrower="department",
        horizon=5,
    )
    received: Mapping[str, tuple[Decimal, ...]] = lent.by_party
    assert [half_up(each, 0) for each in received["department"]] == [
        4246,
        -1114,
        -1114,
        -1114,
        -1114,
    ]
    assert half_up(sum(received["pool"], Decimal(0)), 0) == 210
