"""Comparable cases scaled to a size and a price year."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.estimators import Comparable, experience


def case(
    value: int, size: int, weight: str = "1", year: int = 2022, source: str = ""
) -> Comparable:
    """A comparable in whole numbers."""
    name = source or f"case {value}"
    return Comparable(Decimal(value), Decimal(size), Decimal(weight), year, name)


def flat(_year: int, _to: int) -> Decimal:
    """Prices that stand still."""
    return Decimal(1)


THREE = [case(100, 10), case(240, 20), case(330, 30)]


@pytest.mark.parametrize(
    ("cases", "size", "beta", "value", "low", "high"),
    [
        (THREE, 20, "1", "220", "200", "240"),
        ([case(100, 10), case(240, 20)], 15, "1", "165", "150", "180"),
        ([case(100, 10, "3"), case(240, 20, "1")], 10, "1", "105", "100", "120"),
        ([case(100, 10, "1"), case(999, 20, "0")], 10, "1", "100", "100", "100"),
        ([case(100, 10), case(100, 40)], 40, "0.5", "150", "100", "200"),  # half of what size adds
        (
            [case(100, 3)],
            1,
            "1",
            "33.33333333333333333333333333",
            *["33.33333333333333333333333333"] * 2,
        ),
        ([case(330, 30), case(660, 60)], 7, "1", "77", "77", "77"),  # no digit is lost on the way
        ([case(100, 10), case(300, 20)], 99, "0", "200", "100", "300"),  # size does not matter
    ],
)
def test_the_weighted_mean_of_scaled_cases(  # noqa: PLR0917 - the columns of the table
    cases: list[Comparable], size: int, beta: str, value: str, low: str, high: str
) -> None:
    told = experience(cases, Decimal(size), 2022, flat, beta=Decimal(beta))
    assert (told.value, told.low, told.high) == (Decimal(value), Decimal(low), Decimal(high))


def test_the_spread_is_that_of_a_sample() -> None:
    assert experience(THREE, Decimal(20), 2022, flat).sd == Decimal(20)  # of 200, 220, 240


def test_every_case_is_brought_to_the_price_year() -> None:
    asked: list[tuple[int, int]] = []

    def index(year: int, to: int) -> Decimal:
        asked.append((year, to))
        return Decimal("1.02") ** (to - year)

    told = experience([case(100, 1, year=2020), case(200, 1)], Decimal(1), 2022, index)
    assert asked == [(2020, 2022), (2022, 2022)]
    assert told.value == Decimal("152.02")


@pytest.mark.parametrize(
    ("cases", "size", "codes"),
    [
        (THREE, 20, []),
        (THREE[:2], 15, ["few-cases"]),
        (THREE[:1], 10, ["few-cases"]),
        (THREE[:1], 100, ["few-cases", "pilot-scaled"]),
        (THREE, 60, ["size-outside-cases"]),
        (THREE, 5, ["size-outside-cases"]),
    ],
)
def test_what_there_is_to_say_of_the_cases(
    cases: list[Comparable], size: int, codes: list[str]
) -> None:
    told = experience(cases, Decimal(size), 2022, flat)
    assert [note.code for note in told.notes] == codes
    assert told.n == len(cases)


def test_a_case_without_weight_is_no_source() -> None:
    told = experience([case(1, 1, source="A"), case(2, 1, "0", source="B")], Decimal(1), 2022, flat)
    assert (told.sources, told.method) == (("A",), "experience")


@pytest.mark.parametrize(
    ("cases", "size", "fault"),
    [
        ([], 1, "no experience case"),
        ([case(1, 1, "0")], 1, "no experience case"),
        (THREE, 0, "size of 0"),
    ],
)
def test_what_cannot_be_compared_is_refused(cases: list[Comparable], size: int, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        experience(cases, Decimal(size), 2022, flat)


@pytest.mark.parametrize(("size", "weight", "fault"), [(0, "1", "size 0"), (1, "-1", "weight -1")])
def test_a_case_has_a_size_and_a_weight(size: int, weight: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        case(1, size, weight)


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=8), st.integers(1, 100))
def test_doubling_the_size_doubles_the_estimate(values: list[int], size: int) -> None:
    cases = [case(value, 10) for value in values]
    once, twice = (experience(cases, Decimal(n), 2022, flat).value for n in (size, 2 * size))
    assert twice == pytest.approx(2 * once)
