"""Uplifts that decay as risk areas are documented as managed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.risk import RiskArea, Uplift, adjust, remaining, uplift_for


def uplift(
    cost: str = "2", duration: str = "0.5", benefit: str = "0.1", floor: str = "0"
) -> Uplift:
    """An uplift of IT development at the first stage."""
    rates = (Decimal(cost), Decimal(duration), Decimal(benefit))
    return Uplift("it", "first", *rates, source="example", floor=Decimal(floor))


def area(name: str, weight: str, managed: str, evidence: str = "plan") -> RiskArea:
    """An area with where it is shown."""
    return RiskArea(name, Decimal(weight), Decimal(managed), evidence)


@pytest.mark.parametrize(
    ("areas", "floor", "left"),
    [
        ([], "0", "1"),  # nothing is known to be managed
        ([area("a", "1", "0")], "0", "1"),
        ([area("a", "1", "1")], "0", "0"),
        ([area("a", "1", "1")], "0.05", "0.05"),
        ([area("a", "0.6", "0.5"), area("b", "0.4", "0.25")], "0", "0.6"),
        ([area("a", "0.6", "0.5"), area("b", "0.4", "1", "")], "0", "0.7"),  # only claimed
    ],
)
def test_the_bias_decays_with_what_is_managed(areas: list[RiskArea], floor: str, left: str) -> None:
    assert remaining(areas, Decimal(floor)) == Decimal(left)


def test_cost_and_duration_rise_and_benefit_falls() -> None:
    told = adjust(Decimal(100), Decimal(10), Decimal(50), uplift())
    assert (told.cost, told.duration, told.benefit) == (300, 15, 45)


def test_half_managed_is_half_the_correction() -> None:
    told = adjust(Decimal(100), Decimal(10), Decimal(50), uplift(), [area("a", "1", "0.5")])
    assert (told.cost, told.duration, told.benefit) == (200, Decimal("12.5"), Decimal("47.5"))


def test_what_is_only_claimed_is_noted() -> None:
    areas = [
        area("a", "0.5", "1", ""),
        area("b", "0.5", "1"),
    ]
    told = adjust(Decimal(1), Decimal(1), Decimal(1), uplift(), areas)
    assert [(note.code, note.facts["area"]) for note in told.notes] == [
        ("managed-without-evidence", "a")
    ]


def test_an_uplift_is_found_by_category_and_stage() -> None:
    late = Uplift("it", "third", *[Decimal("0.1")] * 3, source="example")
    assert uplift_for([uplift(), late], "it", "third") is late


@pytest.mark.parametrize(("table", "known"), [([uplift()], "it, first"), ([], "nothing")])
def test_an_unknown_uplift_names_what_there_is(table: list[Uplift], known: str) -> None:
    with pytest.raises(ValueError, match=f"the table holds {known}"):
        uplift_for(table, "it", "second")


@pytest.mark.parametrize(
    "rates",
    [{"cost": "-1"}, {"benefit": "1.1"}, {"floor": "2"}, {"duration": "-0.1"}],
    ids=str,
)
def test_rates_that_cannot_be_are_refused(rates: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="the uplift of it, first has a"):
        uplift(**rates)


@pytest.mark.parametrize("managed", ["-0.1", "1.1"])
def test_an_area_is_managed_from_nothing_to_all(managed: str) -> None:
    with pytest.raises(ValueError, match="give a share of 0 to 1"):
        area("a", "1", managed)


def test_the_weights_of_areas_sum_to_one() -> None:
    with pytest.raises(ValueError, match=r"sum to 0.9: they must sum to 1"):
        remaining([area("a", "0.5", "1"), area("b", "0.4", "1")])


shares = st.decimals(0, 1, places=2)


@given(shares, shares, shares)
def test_better_management_never_costs_more(one: Decimal, other: Decimal, floor: Decimal) -> None:
    told = [
        adjust(
            Decimal(100),
            Decimal(10),
            Decimal(50),
            uplift(floor=str(floor)),
            [area("a", "1", str(managed))],
        )
        for managed in sorted((one, other))
    ]
    assert told[0].cost >= told[1].cost >= 100
    assert told[0].benefit <= told[1].benefit <= 50
