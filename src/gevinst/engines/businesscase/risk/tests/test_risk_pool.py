"""What is a risk and what is not, and the pool of p times c laid out on years."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.estimators import ThreePoint
from gevinst.engines.businesscase.risk import (
    Risk,
    Status,
    Uncertainty,
    expected,
    largest,
    pool,
    uncertain_cost,
)


def cost(*points: int) -> ThreePoint:
    """A triangular consequence."""
    return ThreePoint(*map(Decimal, points))


def risk(name: str, probability: str = "0.2", status: Status = "open", **more: object) -> Risk:
    """A risk of half to three million, 300,000 DKK expected at 20 %."""
    millions = cost(500_000, 1_000_000, 3_000_000)
    return Risk(name, name, Decimal(probability), millions, status=status, **more)  # type: ignore[arg-type]


def years(**weights: int) -> dict[int, Decimal]:
    """Weights of exposure by year (`y2024=1`)."""
    return {int(year[1:]): Decimal(weight) for year, weight in weights.items()}


@pytest.mark.parametrize(
    ("risks", "total"),
    [
        ([], "0.00"),
        ([risk("a")], "300000.00"),
        ([risk("a"), risk("b", "0.5")], "1050000.00"),
        ([risk("a"), risk("b", "0.5", "occurred")], "300000.00"),
        ([risk("a", status="expired")], "0.00"),
        ([risk("a", "0")], "0.00"),
    ],
)
def test_the_pool_is_the_sum_of_what_open_risks_cost(risks: list[Risk], total: str) -> None:
    assert pool(risks).total == Decimal(total)


def test_each_kind_of_three_points_has_its_own_mean() -> None:
    kinds = ("triangular", "pert", "successive")
    told = [
        Risk("a", "", Decimal("0.5"), ThreePoint(Decimal(60), Decimal(90), Decimal(180), kind))
        for kind in kinds
    ]
    assert [one.expected for one in told] == [55, 50, 51]


def test_each_risk_is_laid_out_on_its_own_years() -> None:
    told = pool(
        [
            risk("a", exposure=years(y2024=1, y2025=2)),
            risk("b", "0.1", exposure=years(y2026=1, y2025=1)),
            risk("c", "0.4"),
        ]
    )
    assert told.by_risk == {"a": 300_000, "b": 150_000, "c": 600_000}
    assert list(told.by_year.items()) == [(2024, 100_000), (2025, 275_000), (2026, 75_000)]
    assert told.undated == 600_000
    assert [note.facts for note in told.notes] == [{"risks": ("c",)}]


@pytest.mark.parametrize(
    ("counted", "total", "codes"),
    [(False, 300_000, []), (True, 340_000, ["mitigation-in-pool"])],
)
def test_mitigation_belongs_to_the_budget(counted: bool, total: int, codes: list[str]) -> None:
    one = risk("a", exposure=years(y2024=1), mitigation_cost=Decimal(40_000))
    told = pool([one], count_mitigation=counted)
    assert (told.total, told.mitigation) == (total, 40_000)
    assert [note.code for note in told.notes] == codes


def test_counting_no_mitigation_is_nothing_to_note() -> None:
    told = pool([risk("a", exposure=years(y2024=1))], count_mitigation=True)
    assert not told.notes


@pytest.mark.parametrize(("n", "codes"), [(12, []), (13, ["many-risks"])])
def test_more_than_twelve_risks_are_noted(n: int, codes: list[str]) -> None:
    told = pool([risk(str(at), exposure=years(y2024=1)) for at in range(n)])
    assert [note.code for note in told.notes] == codes


def test_the_largest_are_kept() -> None:
    log = [risk(f"0.{at:02}", f"0.{at:02}") for at in range(1, 20)]
    assert [one.id for one in largest([*log, risk("x", "0.9", "expired")])] == [
        f"0.{at:02}" for at in range(19, 7, -1)
    ]


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ({"probability": "1"}, "is an Uncertainty"),
        ({"probability": "1.5"}, "give 0 up to 1"),
        ({"probability": "-0.1"}, "give 0 up to 1"),
        ({"mitigation_cost": Decimal(-1)}, "mitigation cost below 0"),
        ({"exposure": years(y2024=0)}, "a weight above 0"),
        ({"exposure": years(y2024=2, y2025=-1)}, "a weight above 0"),
    ],
)
def test_what_is_no_risk_is_refused(arguments: dict[str, str], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        risk("a", **arguments)  # type: ignore[arg-type]


def test_a_gain_is_no_risk() -> None:
    with pytest.raises(ValueError, match="a gain is a benefit line"):
        Risk("a", "", Decimal("0.1"), cost(-5, 0, 5))


def test_two_risks_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two risks are called 'a'"):
        pool([risk("a"), risk("b"), risk("a")])


def test_a_certain_cost_of_unknown_size_has_a_supplement_and_no_probability() -> None:
    lines = [
        Uncertainty("data", "Cleaning of data", cost(80, 100, 180)),
        Uncertainty("training", "Training", cost(10, 10, 10)),
    ]
    assert [line.supplement for line in lines] == [20, 0]
    told = uncertain_cost(lines)
    assert (told.value, told.sources) == (130, ("data", "training"))
    assert not hasattr(lines[0], "probability")


def test_uncertain_lines_that_move_together_spread_wider() -> None:
    lines = [Uncertainty(name, name, cost(80, 100, 180)) for name in "ab"]
    assert uncertain_cost(lines, Decimal(1)).sd > uncertain_cost(lines).sd


points = st.lists(st.decimals(0, 10**6, places=2), min_size=3, max_size=3).map(sorted)
exposures = st.dictionaries(st.integers(2024, 2030), st.integers(1, 9).map(Decimal), max_size=4)


@st.composite
def logs(draw: st.DrawFn, most: int = 8) -> list[Risk]:
    """A risk log of any state."""
    return [
        Risk(
            str(at),
            "",
            draw(st.decimals(0, "0.99", places=2)),
            ThreePoint(*draw(points), draw(st.sampled_from(("triangular", "pert", "successive")))),
            exposure=draw(exposures),
            status=draw(st.sampled_from(("open", "open", "occurred", "expired"))),
        )
        for at in range(draw(st.integers(0, most)))
    ]


@given(logs())
def test_the_parts_of_a_pool_add_up_to_the_ore(log: list[Risk]) -> None:
    told = pool(log)
    assert sum(told.by_risk.values()) == told.total
    assert sum(told.by_year.values()) + told.undated == told.total


@given(logs())
def test_the_pool_is_the_exact_expectation_to_the_ore(log: list[Risk]) -> None:
    apart = Fraction(pool(log).total) - expected(log)
    assert abs(apart) <= Fraction(1, 200)
