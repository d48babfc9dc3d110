"""Risks on the map of probability and consequence."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.estimators import ThreePoint
from gevinst.engines.businesscase.risk import HeatMap, Risk, Status, heat, heat_map


def risk(name: str, probability: str, amount: int, status: Status = "open") -> Risk:
    """A risk of one size."""
    return Risk(name, "", Decimal(probability), ThreePoint(*[Decimal(amount)] * 3), status=status)


def places(drawn: HeatMap) -> dict[str, tuple[int, int]]:
    """Where each risk stands."""
    cells = [cell for row in drawn.rows for cell in row]
    return {name: (cell.probability, cell.consequence) for cell in cells for name in cell.risks}


@pytest.mark.parametrize(
    ("probability", "amount", "place"),
    [
        ("0", 0, (1, 1)),
        ("0.0499", 99_999, (1, 1)),
        ("0.05", 100_000, (2, 2)),  # on a bound: the class above
        ("0.2", 500_000, (3, 3)),
        ("0.4", 1_000_000, (4, 4)),
        ("0.6", 5_000_000, (5, 5)),
        ("0.99", 99, (5, 1)),
    ],
)
def test_the_class_of_a_risk(probability: str, amount: int, place: tuple[int, int]) -> None:
    assert places(heat_map([risk("a", probability, amount)])) == {"a": place}


def test_the_map_reads_from_the_likeliest_and_the_smallest() -> None:
    drawn = heat_map([])
    assert [[(cell.probability, cell.consequence) for cell in row] for row in drawn.rows] == [
        [(p, c) for c in (1, 2, 3, 4, 5)] for p in (5, 4, 3, 2, 1)
    ]


def test_the_heat_of_every_cell() -> None:
    letters = ["".join(cell.heat[0] for cell in row) for row in heat_map([]).rows]
    assert letters == ["mmhhh", "lmhhh", "lmmhh", "llmmm", "llllm"]


def test_heat_is_alike_both_ways() -> None:
    classes = range(1, 6)
    assert all(heat(p, c) == heat(c, p) for p in classes for c in classes)


def test_the_bounds_are_arguments_and_are_stated() -> None:
    bounds = [Decimal(bound) for bound in (1, 2, 3, 4)]
    drawn = heat_map([risk("a", "0.5", 3)], consequences=bounds)
    assert places(drawn) == {"a": (4, 4)}
    assert drawn.consequences == tuple(bounds)
    assert drawn.probabilities[0] == Decimal("0.05")


@pytest.mark.parametrize("bounds", [[1, 2, 3], [1, 2, 2, 3], [4, 3, 2, 1], []])
def test_four_rising_bounds_are_needed(bounds: list[int]) -> None:
    with pytest.raises(ValueError, match="give 4 rising numbers"):
        heat_map([], consequences=[Decimal(bound) for bound in bounds])


states = st.sampled_from(("open", "occurred", "expired"))


@given(st.lists(st.tuples(st.decimals(0, "0.99", places=2), st.integers(0, 10**7), states)))
def test_every_open_risk_stands_in_one_cell(log: list[tuple[Decimal, int, Status]]) -> None:
    risks = [risk(str(at), str(p), c, state) for at, (p, c, state) in enumerate(log)]
    found = [name for row in heat_map(risks).rows for cell in row for name in cell.risks]
    assert sorted(found) == sorted(one.id for one in risks if one.status == "open")
