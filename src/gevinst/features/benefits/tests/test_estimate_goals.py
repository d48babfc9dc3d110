"""What it takes for a case to reach a goal, worked out by hand beside it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.casefile.read import read
from gevinst.engines.businesscase.cases import shipped
from gevinst.features.benefits.estimating import goals, published_goal, search
from gevinst.features.benefits.estimating.goals import Goal
from gevinst.features.benefits.tests.case_people import SOUND

TODAY = date(2026, 11, 22)
# 1,000 a year x 10 minutes / 60 x 400 DKK = 66,666.67 a year for three years, against 50,000 once.
RANGED = SOUND.replace("{value: 50000,", "{value: 50000, low: 40000, high: 250000,")


@pytest.mark.parametrize(
    ("goal", "driver", "turn"),
    [
        (Goal(goals.NET), "volume", 250),
        (Goal(goals.NET), "minutes_after", Decimal("9.5")),
        (Goal(goals.NET), "one_off", 200_000),
        (Goal(goals.NET, Decimal(50_000)), "volume", 500),
        (Goal(goals.BREAK_EVEN, year=2027), "volume", 750),
        (Goal(goals.BREAK_EVEN, year=2029), "hourly_cost", 100),
        (Goal(goals.ROI, Decimal("0.2")), "minutes_before", 5),
        (Goal(goals.FTE, Decimal("0.1"), on=TODAY), "volume", Decimal("692.64")),
    ],
)
def test_the_turn_is_where_it_is_by_hand(goal: Goal, driver: str, turn: Decimal) -> None:
    found = search.answer(SOUND, "", goal, driver).nearest
    assert found is not None
    assert abs(found - turn) < Decimal("0.05")


@pytest.mark.parametrize("driver", ["volume", "minutes_before", "hourly_cost", "one_off"])
def test_at_the_turn_the_goal_is_reached_and_just_beside_it_is_not(driver: str) -> None:
    found = search.answer(SOUND, "", Goal(goals.NPV, on=TODAY), driver)
    turn = found.nearest
    assert turn is not None
    step = turn / 1000
    beside = turn - step if turn == found.stretches[0].low else turn + step
    inside = turn + step if turn == found.stretches[0].low else turn - step
    case = read(SOUND)
    rates = {0: Decimal("0.035")}
    assert (
        evaluate(case, "", {driver: beside}).npv(rates)
        < 0
        <= evaluate(case, "", {driver: inside}).npv(rates)
    )


def test_the_range_decides_or_does_not() -> None:
    inside = search.answer(RANGED, "", Goal(goals.NET), "one_off")
    assert [round(each) for each in inside.inside] == [200_000]
    assert search.answer(SOUND, "", Goal(goals.NET), "volume").inside == ()
    assert search.answer(SOUND, "", Goal(goals.NET), "one_off").inside == ()


def test_none_and_several_stretches() -> None:
    never = search.answer(SOUND, "", Goal(goals.BREAK_EVEN, year=2026), "volume")
    assert (never.stretches, never.nearest, never.reached) == ((), None, False)
    # The saving follows (n - 800) squared: few and many both pay.
    text = SOUND.replace(
        "units: volume, minutes: minutes_before - minutes_after",
        "units: (volume-800)*(volume-800)/100, minutes: minutes_before - minutes_after",
    )
    both = search.answer(text, "", Goal(goals.NET, Decimal(1000)), "volume")
    assert len(both.stretches) == 2
    assert len(both.turns) == 2


def test_the_table_holds_every_driver_that_moves_the_goal_the_nearest_first() -> None:
    table = search.table(SOUND, "", Goal(goals.FTE, Decimal("0.1"), on=TODAY))
    assert {each.driver.name for each in table} == {"volume", "minutes_before", "minutes_after"}
    table = search.table(SOUND, "", Goal(goals.NET))
    gaps = [
        abs(each.nearest - each.driver.likely) / each.driver.likely
        for each in table
        if each.nearest
    ]
    assert len(gaps) == 5
    assert gaps == sorted(gaps)


def test_a_worked_out_number_is_no_driver() -> None:
    text = SOUND.replace(
        "{value: 2, unit: minutes, source: Tidsmåling}", "{formula: minutes_before/6}"
    )
    assert "minutes_after" not in {each.name for each in search.drivers(read(text))}
    with pytest.raises(ValueError, match="not a driver"):
        search.answer(text, "", Goal(goals.NET), "minutes_after")


def test_a_driver_by_year_is_a_factor() -> None:
    text = SOUND.replace(
        "{value: 1000, unit: 1/year, low: 800, high: 1200, source: Sagslisten}",
        "{by_year: {2027: 1000}}",
    )
    found = search.answer(text, "", Goal(goals.NET), "volume")
    assert found.driver.likely == 1
    assert found.nearest is not None
    assert round(found.nearest, 3) == Decimal("0.25")


@pytest.mark.parametrize(
    ("goal", "reason"),
    [
        (Goal("luck"), "no goal"),
        (Goal(goals.BREAK_EVEN, year=1999), "not a year"),
        (Goal(goals.PUBLISHED, figure="none"), "no published figure"),
    ],
)
def test_a_goal_that_is_not_there(goal: Goal, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        search.answer(SOUND, "", goal, "volume")


def test_a_faulty_case_has_no_answer() -> None:
    with pytest.raises(ValueError, match="faults"):
        search.table("case: 1\n", "", Goal(goals.NET))


def test_a_published_figure_is_met_within_its_printing() -> None:
    text = shipped()["c01_vejle_skaermbesoeg"]
    goal = Goal(goals.PUBLISHED, figure=published_goal.figures(read(text))[0].id)
    found = search.answer(text, "", goal, "minutes_shorter_per_visit")
    (stretch,), (point,) = found.stretches, found.points
    assert point is not None
    assert stretch.low <= point <= stretch.high
    assert stretch.width < 1
    assert search.now(text, "", goal) is not None


def test_a_reading_replaces_what_it_names() -> None:
    text = SOUND + "readings: {dyr: {title: Dyr, assumptions: {one_off: 100000}}}\n"
    found = search.answer(text, "dyr", Goal(goals.NET), "volume")
    assert found.nearest is not None
    assert round(found.nearest) == 500
