"""Assumptions by year: plain, by year, growing, worked out; replaced for a simulation."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from gevinst.engines.businesscase.calculus.tests.cases import case
from gevinst.engines.businesscase.calculus.values import Values
from gevinst.engines.businesscase.figures.formula import parse
from gevinst.engines.businesscase.model.case import Case

# assumption x | its values in 2020, 2021, 2022
TABLE: list[tuple[Any, list[str]]] = [
    (5, ["5", "5", "5"]),
    ({"value": 100, "growth": 0.15}, ["100", "115", "132.25"]),
    ({"by_year": {"2020": 60, "2022": 100}}, ["60", "60", "100"]),
    ({"by_year": {"2021": 60}}, ["60", "60", "60"]),
    ({"formula": "2 * base"}, ["20", "20", "20"]),
    ({"formula": "base + t"}, ["10", "11", "12"]),
    ({"formula": "year - 2000"}, ["20", "21", "22"]),
]


@pytest.mark.parametrize(("given", "expected"), TABLE)
def test_value_by_year(given: Any, expected: list[str]) -> None:
    made = case(assumptions={"x": given, "base": 10})
    values = Values(made)
    assert [values.at("x", year) for year in made.years] == [Decimal(each) for each in expected]


# assumption x | what replaces it | its value in 2021
REPLACED: list[tuple[Any, str, str]] = [
    (5, "7", "7"),
    ({"value": 100, "growth": 0.5}, "10", "15"),
    ({"by_year": {"2020": 60}}, "1.1", "66"),
    ({"formula": "2 * base"}, "3", "3"),
]


@pytest.mark.parametrize(("given", "instead", "expected"), REPLACED)
def test_a_given_value_replaces(given: Any, instead: str, expected: str) -> None:
    made = case(assumptions={"x": given, "base": 10})
    assert Values(made, {"x": Decimal(instead)}).at("x", 2021) == Decimal(expected)


def unread(**assumptions: Any) -> Case:
    """A case whose assumptions the reader would refuse."""
    made = case(assumptions={"a": 1, "b": 1})
    parsed = case(assumptions={"a": {"formula": "b"}, "b": 1}).assumptions["a"]
    back = case(assumptions={"b": {"formula": "a"}, "a": 1}).assumptions["b"]
    object.__setattr__(made, "assumptions", {"a": parsed, "b": back})
    return made


def test_assumptions_that_need_each_other_in_a_ring_are_named() -> None:
    with pytest.raises(ValueError, match="in a ring: a -> b -> a"):
        Values(unread()).at("a", 2020)


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(ValueError, match="no assumption 'price'"):
        Values(case()).at("price", 2020)


def test_a_value_that_is_worked_out_has_none_of_its_own() -> None:
    made = case(assumptions={"x": {"formula": "2 * base"}, "base": 10})
    with pytest.raises(ValueError, match="x is worked out from others"):
        _ = made.assumptions["x"].likely


STEADY: list[tuple[Any, bool]] = [
    (5, True),
    ({"formula": "2 * base"}, True),
    ({"formula": "base + t"}, False),
    ({"by_year": {"2020": 60}}, False),
    ({"value": 1, "growth": 0.1}, False),
]


@pytest.mark.parametrize(("given", "expected"), STEADY)
def test_whether_a_value_is_the_same_every_year(given: Any, *, expected: bool) -> None:
    values = Values(case(assumptions={"x": given, "base": 10}))
    assert values.steady(parse("x + base")) is expected
    assert values.steady(parse("x")) is expected
