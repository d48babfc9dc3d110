"""Intervals: which numbers are in, and when two of them share one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.figures.interval import Interval, hull

D = Decimal
CLOSED = Interval(D(1), D(2))
OPEN = Interval(D(1), D(2), low_open=True, high_open=True)

HOLDS = [
    (CLOSED, "1", True),
    (CLOSED, "2", True),
    (CLOSED, "2.01", False),
    (CLOSED, "0.99", False),
    (OPEN, "1", False),
    (OPEN, "2", False),
    (OPEN, "1.5", True),
]


@pytest.mark.parametrize(("interval", "value", "inside"), HOLDS)
def test_an_open_end_is_not_among_the_numbers(interval: Interval, value: str, inside: bool) -> None:
    assert (D(value) in interval) is inside


MEETINGS = [
    (CLOSED, Interval(D(2), D(3)), True),
    (OPEN, Interval(D(2), D(3)), False),
    (CLOSED, Interval(D(2), D(3), low_open=True), False),
    (CLOSED, Interval(D(0), D(1)), True),
    (OPEN, Interval(D(0), D(1)), False),
    (CLOSED, Interval(D(3), D(4)), False),
    (OPEN, Interval(D("1.2"), D("1.3")), True),
]


@pytest.mark.parametrize(("one", "other", "met"), MEETINGS)
def test_two_intervals_meet_where_they_share_a_number(
    one: Interval, other: Interval, met: bool
) -> None:
    assert one.meets(other) is met
    assert other.meets(one) is met


@pytest.mark.parametrize(("low", "high"), [("2", "1"), ("NaN", "1"), ("1", "NaN")])
def test_an_interval_runs_upwards(low: str, high: str) -> None:
    with pytest.raises(ValueError, match="expected low first"):
        Interval(D(low), D(high))


def test_it_is_written_as_in_mathematics() -> None:
    assert [str(CLOSED), str(OPEN)] == ["[1, 2]", "(1, 2)"]


NUMBERS = st.decimals(-1000, 1000, places=2)


@given(st.lists(NUMBERS, min_size=1), NUMBERS)
def test_a_hull_widened_or_mirrored_still_holds_its_numbers(
    values: list[Decimal], by: Decimal
) -> None:
    interval = hull(values)
    assert all(value in interval.widened(abs(by)) for value in values)
    assert all(-value in interval.mirrored() for value in values)
    assert interval.width == max(values) - min(values)
