"""A baseline's original stays, a ledger only grows, and the past is told as it then stood."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.realisation import Baseline, Ledger, Period, Reading

START, LATER, LAST = date(2022, 1, 1), date(2023, 1, 1), date(2024, 1, 1)
FIRST = Baseline({"hours": Decimal(100), "price": Decimal(390)}, START)
REVISED = FIRST.revised({"hours": Decimal(80)}, on=LATER, reason="færre brugere", by="gevinstejer")


def test_a_revision_leaves_the_original_and_the_first_baseline() -> None:
    assert REVISED.original == FIRST.original == {"hours": 100, "price": 390}
    assert FIRST.revisions == ()
    assert REVISED.current == {"hours": 80, "price": 390}


def test_a_second_revision_builds_on_the_first() -> None:
    twice = REVISED.revised({"price": Decimal(400)}, on=LAST, reason="løn", by="gevinstejer")
    assert twice.current == {"hours": 80, "price": 400}
    assert [each.reason for each in twice.revisions] == ["færre brugere", "løn"]


@pytest.mark.parametrize(
    ("day", "hours"),
    [(START, 100), (date(2022, 12, 31), 100), (LATER, 80), (date(2030, 1, 1), 80)],
)
def test_what_held_on_a_day_is_not_rewritten(day: date, hours: int) -> None:
    assert REVISED.at(day)["hours"] == hours


def test_nothing_was_expected_before_the_baseline() -> None:
    with pytest.raises(ValueError, match="holds from 2022-01-01"):
        FIRST.at(date(2021, 12, 31))


def test_a_baseline_cannot_be_written_to() -> None:
    given_values = {"hours": Decimal(1)}
    held = Baseline(given_values, START)
    given_values["hours"] = Decimal(2)
    assert held.original["hours"] == 1
    with pytest.raises(TypeError):
        held.original["hours"] = Decimal(3)
    with pytest.raises(FrozenInstanceError):
        held.on = LATER


@pytest.mark.parametrize(
    ("values", "changed", "says"),
    [
        ({"hours": 70}, {"reason": "  "}, "only with a reason"),
        ({"hours": 70}, {"by": ""}, "by someone"),
        ({"hours": 70}, {"on": LATER}, "does not come after 2023-01-01"),
        ({"weight": 70}, {}, "weight is not in the baseline"),
        ({"hours": 80}, {}, "changes nothing"),
        ({}, {}, "changes nothing"),
    ],
)
def test_a_revision_that_cannot_be_is_refused(values: dict, changed: dict, says: str) -> None:
    given_words = {"on": LAST, "reason": "løn", "by": "gevinstejer"} | changed
    with pytest.raises(ValueError, match=says):
        REVISED.revised({key: Decimal(each) for key, each in values.items()}, **given_words)


def test_a_first_revision_comes_after_the_baseline() -> None:
    with pytest.raises(ValueError, match="does not come after 2022-01-01"):
        FIRST.revised({"hours": Decimal(80)}, on=START, reason="x", by="y")


def reading(value: int, year: int = 2022, unit: str = "DKK") -> Reading:
    return Reading(Decimal(value), Period.year(year), unit)


HELD = Ledger().recorded("measured", reading(90), on=LATER, by="controller")
RIGHT = HELD.corrected("measured", reading(95), on=LAST, by="controller", reason="fejl i udtræk")


def test_a_correction_stands_beside_what_it_corrects() -> None:
    history = RIGHT.history("measured", Period.year(2022))
    assert [each.reading.value for each in history] == [90, 95]
    assert [each.reason for each in history] == ["", "fejl i udtræk"]


def test_each_act_gives_a_new_ledger() -> None:
    assert [each.value for each in HELD.readings("measured")] == [90]
    assert [each.value for each in RIGHT.readings("measured")] == [95]


@pytest.mark.parametrize(
    ("as_of", "values"),
    [(START, []), (LATER, [90]), (date(2023, 12, 31), [90]), (LAST, [95]), (None, [95])],
)
def test_a_series_is_told_as_it_then_stood(as_of: date | None, values: list[int]) -> None:
    assert [each.value for each in RIGHT.readings("measured", as_of)] == values


def test_expected_and_measured_are_two_series() -> None:
    both = RIGHT.recorded("expected", reading(100), on=LAST, by="gevinstejer")
    assert [each.value for each in both.readings("expected")] == [100]
    assert both.readings("measured") == RIGHT.readings("measured")


def test_readings_come_in_order_of_their_periods() -> None:
    turned = HELD.recorded("measured", reading(70, 2020), on=LAST, by="controller")
    assert [each.value for each in turned.readings("measured")] == [70, 90]


@given(st.lists(st.integers(2000, 2030), unique=True, max_size=8))
def test_a_ledger_only_grows(years: list[int]) -> None:
    held = Ledger()
    for number, year in enumerate(years, start=1):
        earlier = held.entries
        held = held.recorded("measured", reading(year, year), on=START, by="controller")
        assert held.entries[:-1] == earlier
        assert len(held.readings("measured")) == number


@pytest.mark.parametrize(
    ("value", "changed", "says"),
    [
        (reading(1, 2022), {}, "measured is there for 2022-01-01"),
        (
            Reading(Decimal(1), Period(date(2022, 12, 31), LATER)),
            {},
            "measured is there for 2022-01-01",
        ),
        (reading(1, 2023, "hours"), {}, "in hours in a series of DKK"),
        (reading(1, 2023), {"by": " "}, "say who"),
        (reading(1, 2023), {"on": START}, "before the last entry"),
    ],
)
def test_a_reading_that_cannot_be_recorded_is_refused(
    value: Reading, changed: dict, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        HELD.recorded("measured", value, **({"on": LAST, "by": "controller"} | changed))


@pytest.mark.parametrize(
    ("year", "reason", "says"),
    [(2022, " ", "only with a reason"), (2023, "fejl", "nothing for 2023-01-01")],
)
def test_a_correction_that_cannot_be_is_refused(year: int, reason: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        HELD.corrected("measured", reading(1, year), on=LAST, by="controller", reason=reason)
