"""Rates, forecasts, variances and slippage, and what may not be held against what."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.realisation import (
    BenefitRow,
    CostRow,
    Period,
    Reading,
    benefit_variance,
    cost_variance,
    forecast,
    realisation_rate,
    slippage,
)


def reading(value: object, year: int, unit: str = "DKK") -> Reading:
    return Reading(Decimal(str(value)), Period.year(year), unit)


def decimals(*amounts: object) -> list[Decimal]:
    return [Decimal(str(each)) for each in amounts]


@pytest.mark.parametrize(
    ("measured", "expected", "rate"),
    [
        (438, 440, "0.9955"),
        (0, 440, "0.0000"),
        (660, 440, "1.5000"),
        (-44, 440, "-0.1000"),
        (2, 3, "0.6667"),
        ("0.00005", 1, "0.0001"),
    ],
)
def test_the_rate_is_measured_over_expected(measured: object, expected: object, rate: str) -> None:
    assert str(realisation_rate(reading(measured, 2022), reading(expected, 2022))) == rate


@pytest.mark.parametrize(
    ("measured", "expected", "says"),
    [
        # A total since the start against a year: what the source documents mix up.
        (
            Reading(Decimal(438_000), Period(date(2018, 4, 1), date(2022, 12, 31))),
            reading(440_000, 2022),
            "2018-04-01 to 2022-12-31 and expected 2022-01-01 to 2022-12-31",
        ),
        (reading(1, 2022, "hours"), reading(1, 2022), "measured in hours and expected in DKK"),
        (reading(1, 2022), reading(0, 2022), "nothing was expected"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    measured: Reading, expected: Reading, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        realisation_rate(measured, expected)


@pytest.mark.parametrize(
    ("measured", "expected", "remaining", "foreseen"),
    [
        ([80], [100], [120], "176.00"),
        ([80, 130], [100, 100], [100, 100], "420.00"),
        ([100], [100], [50, 50], "200.00"),
        ([0], [100], [500], "0.00"),
        ([1], [3], [1], "1.33"),
        ([80], [100], [], "80.00"),
    ],
)
def test_a_forecast_carries_the_rate_on(
    measured: list, expected: list, remaining: list, foreseen: str
) -> None:
    later = 2020 + len(measured)
    found = forecast(
        [reading(value, 2020 + number) for number, value in enumerate(measured)],
        [reading(value, 2020 + number) for number, value in enumerate(expected)],
        [reading(value, later + number) for number, value in enumerate(remaining)],
    )
    assert str(found) == foreseen


@given(st.lists(st.decimals(1, 10**6, places=2), min_size=1, max_size=5))
def test_what_comes_as_expected_is_foreseen_as_expected(values: list[Decimal]) -> None:
    years = [reading(value, 2020 + number) for number, value in enumerate(values)]
    assert forecast(years, years, [reading(7, 2030)]) == sum(values) + 7


@pytest.mark.parametrize(
    ("measured", "expected", "remaining", "says"),
    [
        ([reading(1, 2020)], [], [], "1 periods measured and 0 expected"),
        ([], [], [reading(1, 2020)], "nothing was expected to date"),
        ([reading(1, 2020)], [reading(0, 2020)], [], "nothing was expected to date"),
        ([reading(1, 2020)], [reading(1, 2021)], [], "the same period"),
        ([reading(1, 2020)], [reading(1, 2020)], [reading(1, 2020)], "overlap"),
        ([reading(1, 2020)], [reading(1, 2020)], [reading(1, 2021, "hours")], "several units"),
    ],
)
def test_a_forecast_that_rests_on_nothing_is_refused(
    measured: list, expected: list, remaining: list, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        forecast(measured, expected, remaining)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="comes before the first"):
        Period(date(2022, 2, 1), date(2022, 1, 31))


@pytest.mark.parametrize(("year", "days"), [(2023, 365), (2024, 366)])
def test_a_period_counts_both_its_ends(year: int, days: int) -> None:
    assert Period.year(year).days == days


@pytest.mark.parametrize(
    ("rows", "pool", "variance", "left", "codes"),
    [
        ([("a", 100, 130, 20), ("b", 50, 45, 0)], 50, (25, 5), 30, []),
        ([("a", 100, 130, 30)], 20, (30, 0), -10, ["pool-overdrawn"]),
        ([("a", 100, 110, 20)], 20, (10, -10), 0, ["draw-without-overrun"]),
        ([("a", 100, 90, 5)], 20, (-10, -15), 15, ["draw-without-overrun"]),
        ([], 20, (0, 0), 20, []),
    ],
)
def test_cost_against_budget_and_the_risk_pool(
    rows: list, pool: int, variance: tuple[int, int], left: int, codes: list[str]
) -> None:
    found = cost_variance([CostRow(row[0], *decimals(*row[1:])) for row in rows], Decimal(pool))
    assert (found.variance, found.uncovered) == variance
    assert sum(row.uncovered for row in found.rows) == found.uncovered
    assert found.pool_left == left
    assert [note.code for note in found.notes] == codes


@pytest.mark.parametrize(
    "rows", [[("a", 1, 1, 0), ("a", 1, 1, 0)], [("a", 1, 1, -1)]], ids=["twice", "below zero"]
)
def test_cost_lines_that_cannot_be_are_refused(rows: list) -> None:
    with pytest.raises(ValueError, match="each line once"):
        cost_variance([CostRow(row[0], *decimals(*row[1:])) for row in rows])


def test_owners_with_the_largest_shortfall_come_first() -> None:
    rows = [
        BenefitRow("time", "care", *decimals(100, 80)),
        BenefitRow("travel", "care", *decimals(10, 15)),
        BenefitRow("print", "office", *decimals(40, 10)),
        BenefitRow("post", "archive", *decimals(40, 40)),
    ]
    found = benefit_variance(rows)
    assert [(owner, each.variance) for owner, each in found.items()] == [
        ("office", -30),
        ("care", -15),
        ("archive", 0),
    ]
    assert sum(each.measured for each in found.values()) == 145


@pytest.mark.parametrize(
    ("expected", "actual", "months", "codes"),
    [
        ((-100, 80, 80), (-100, 50, 80), "4.5", []),
        ((-100, 50, 80), (-100, 80, 80), "-4.5", []),
        ((-100, 50, 50), (-100, 50, 50), "0.0", []),
        ((-100, 50, 50), (-100, 50, 49), None, ["break-even-lost"]),
        ((-100, 50, 49), (-100, 50, 50), None, []),
        ((-100, 5, 5), (-100, 5, 4), None, ["no-break-even-planned"]),
    ],
)
def test_slippage_in_months_of_break_even(
    expected: tuple, actual: tuple, months: str | None, codes: list[str]
) -> None:
    found = slippage(decimals(*expected), decimals(*actual))
    assert (None if found.months is None else str(found.months)) == months
    assert [note.code for note in found.notes] == codes


def test_slippage_over_other_years_is_refused() -> None:
    with pytest.raises(ValueError, match="expected covers 1 years and actual 2"):
        slippage(decimals(1), decimals(1, 2))


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_periods_overlap_when_a_day_lies_in_both(a: date, b: date, c: date, d: date) -> None:
    one, other = Period(min(a, b), max(a, b)), Period(min(c, d), max(c, d))
    shared = max(one.first, other.first) <= min(one.last, other.last)
    assert one.overlaps(other) is shared
    assert other.overlaps(one) is shared
