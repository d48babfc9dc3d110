"""Break-even and payback against the published figures, from either origin."""

from __future__ import annotations

from decimal import Decimal
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.indicators import BreakEven, break_even, cumulative, payback

D = Decimal

VEJLE = [D("-1.6")] + [D("0.9676")] * 3
KIP_A = [D("-15.72")] + [D("9.8")] * 3
KIP_B = [D("9.8") - D("20.96")] + [D("9.8")] * 3
IGA = [D(-8)] + [D(3)] * 5
DOCUMENTS = [D(-1200)] + [D(315)] * 5
RKSK = [D("2.22")] * 4
START, OPERATION = "project_start", "operation_start"


@pytest.mark.parametrize(
    ("figure", "net", "first_year", "origin", "year", "period", "years", "t"),
    [
        ("VEJLE-13, benefits", VEJLE, 2019, OPERATION, 2021, 2, "1.65", "1.65"),
        ("VEJLE-13, project", VEJLE, 2019, START, 2021, 3, "2.65", "1.65"),
        ("KIP-10: model A", KIP_A, 1, START, 3, 3, "2.60", "1.60"),
        ("KIP-12: model B", KIP_B, 1, START, 3, 3, "2.14", "1.14"),
        ("IGA-11: operating year 3", IGA, 2019, OPERATION, 2022, 3, "2.67", "2.67"),
        ("documents, just under five", DOCUMENTS, 2017, START, 2021, 5, "4.81", "3.81"),
        ("RPA-17: year 1", RKSK, 2019, START, 2019, 1, "0.00", "-1.00"),
    ],
)
def test_published_figures(  # noqa: PLR0917 - the columns of the table
    figure: str,
    net: list[D],
    first_year: int,
    origin: str,
    year: int,
    period: int,
    years: str,
    t: str,
) -> None:
    found = break_even(
        net,
        first_year=first_year,
        origin=origin,  # type: ignore[arg-type]
        operation_from=1,
        horizon=len(net),
        mode="interpolated",
    )
    assert found is not None
    assert (found.year, found.period) == (year, period), figure
    assert (str(round(found.years, 2)), str(round(found.t, 2))) == (years, t)


def simple(net: list[int], horizon: int | None = None) -> BreakEven | None:
    return break_even(
        [D(value) for value in net], first_year=2020, origin=START, horizon=horizon or len(net)
    )


def test_the_first_period_is_counted_whole() -> None:
    found = break_even(VEJLE, first_year=2019, origin=START, horizon=4)
    assert found is not None
    assert found.years == 3


@pytest.mark.parametrize(
    ("net", "year", "negative_again", "last_year"),
    [
        ([-5, 5, 0, 1], 2021, None, 2021),
        ([-5, 6, -3, 4], 2021, 2022, 2023),
        ([-5, 6, -3, 1], 2021, 2022, None),
        ([1, -2, 1, 1], 2020, 2021, 2022),
        ([0, 0], 2020, None, 2020),
    ],
)
def test_a_later_fall_below_zero_is_told(
    net: list[int], year: int, negative_again: int | None, last_year: int | None
) -> None:
    found = simple(net)
    assert found is not None
    assert (found.year, found.negative_again, found.last_year) == (year, negative_again, last_year)
    assert [note.code for note in found.notes] == ["break-even-lost"] * (negative_again is not None)


@pytest.mark.parametrize(
    ("net", "sentence"),
    [
        ([-5, 6, -3, 4], "Break-even in 2021 is lost again in 2022; it lasts from 2023."),
        ([-5, 6, -3, 1], "Break-even in 2021 is lost again in 2022; it never lasts."),
    ],
)
def test_the_note_says_from_when_it_lasts(net: list[int], sentence: str) -> None:
    found = simple(net)
    assert found is not None
    assert found.notes[0].message == sentence


def test_never_is_none_and_beyond_the_horizon_is_never() -> None:
    assert simple([-5, 1, 1]) is None
    assert simple([-5, 1, 9], horizon=2) is None


def test_break_even_before_operation_counts_from_zero_down() -> None:
    found = break_even([D(1), D(1)], first_year=2020, origin=OPERATION, operation_from=1, horizon=2)
    assert found is not None
    assert found.period == 0


def test_nothing_in_the_first_year_is_paid_back_at_once() -> None:
    found = break_even([D(0)], first_year=2020, origin=START, horizon=1, mode="interpolated")
    assert found is not None
    assert found.years == 0


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"origin": "calendar"}, "no origin is called 'calendar'"),
        ({"mode": "last"}, "no mode is called 'last'"),
        ({"horizon": 9}, "the horizon is 9 years"),
    ],
)
def test_misuse_is_refused(changed: dict[str, object], sentence: str) -> None:
    given_ = {"net": [D(1)], "first_year": 2020, "origin": START, "horizon": 1} | changed
    with pytest.raises(ValueError, match=sentence):
        break_even(**given_)  # type: ignore[arg-type]


@given(st.lists(st.decimals(-1000, 1000, places=2), min_size=1, max_size=12))
def test_the_interpolated_time_lies_within_the_first_period(net: list[D]) -> None:
    first = break_even(net, first_year=1, origin=START, horizon=len(net))
    exact = break_even(net, first_year=1, origin=START, horizon=len(net), mode="interpolated")
    assert (first is None) == all(value < 0 for value in cumulative(net))
    if first and exact:
        assert exact.years <= first.years == first.period
        assert max(1, ceil(exact.years)) == first.period


@pytest.mark.parametrize(
    ("figure", "investment", "annual", "lag", "origin", "years"),
    [
        ("documents from project start", "1.2", "0.315", 1, START, "4.81"),
        ("documents from operation", "1.2", "0.315", 1, OPERATION, "3.81"),
        ("documents with 427 less 76", "1.2", "0.351", 1, START, "4.42"),
        ("AKT-12", "4.7", "3.723", 0, OPERATION, "1.26"),
        ("AKT-13", "4.7", "5.5845", 0, OPERATION, "0.84"),
    ],
)
def test_payback(  # noqa: PLR0917 - the columns of the table
    figure: str, investment: str, annual: str, lag: int, origin: str, years: str
) -> None:
    found = payback(D(investment), D(annual), lag=D(lag), origin=origin)  # type: ignore[arg-type]
    assert found is not None
    assert str(round(found, 2)) == years, figure


@pytest.mark.parametrize("annual", ["0", "-1"])
def test_what_earns_nothing_is_never_paid_back(annual: str) -> None:
    assert payback(D(1), D(annual), lag=D(0), origin=START) is None


def test_payback_asks_from_where() -> None:
    with pytest.raises(ValueError, match="count from one of project_start, operation_start"):
        payback(D(1), D(1), lag=D(0), origin="year 0")  # type: ignore[arg-type]
