"""Minutes to hours to FTE to money, and the two percentages, against the published figures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.indicators import (
    EffectiveHours,
    HourlyCost,
    RateChange,
    capacity_gain,
    effective_by_utilisation,
    effective_from_fte,
    effective_from_price,
    effective_hours,
    fte,
    fte_from_productivity,
    hours,
    posts_saved,
    progress,
    staffing_reduction,
    workforce_from_fte,
)
from gevinst.engines.businesscase.parameters import number
from gevinst.engines.money import half_up

D = Decimal
NORM, WEEKS = number("hours-norm", 2022), number("weeks", 2022)
EFFECTIVE = effective_by_utilisation(NORM, number("utilisation", 2022)).hours
# Vejle: 223 visits a week, each 5.3 minutes shorter, and 34 hours of transport a week.
VISITS = hours(D(223), D("5.3"), D(1))
FREED = hours(D(223), D("5.3"), WEEKS) + 34 * WEEKS
positive = st.decimals("0.01", 10**6, places=2)


@pytest.mark.parametrize(
    ("figure", "value", "shown"),
    [
        ("VEJLE-01", VISITS, "19.698"),
        ("VEJLE-02", FREED, "2792.313"),
        ("VEJLE-03", FREED / 40, "69.808"),
        ("VEJLE-05", FREED / 41, "68.105"),
        ("VEJLE-07", effective_from_fte(FREED, D("2.4")), "1163.464"),
        ("VEJLE-08", fte(FREED, EFFECTIVE), "2.419"),
        ("VEJLE-10", HourlyCost(D(400_000), D(0), D(0), EFFECTIVE).value(FREED) / 41, "23598.477"),
        ("VEJLE-12", HourlyCost(D(400_000), D(0), D(0), EFFECTIVE).per_hour, "346.500"),
        ("RPA-15", effective_from_price(D(482_667), D(390)), "1237.608"),
        ("Vejle, half an hour a week for 41", hours(D(41), D(30), WEEKS), "1066.000"),
        ("Kerteminde, 38 hours for 50 citizens", hours(D(50), D(38 * 60), D(1)), "1900.000"),
    ],
)
def test_published_hours(figure: str, value: D, shown: str) -> None:
    assert str(half_up(value, 3)) == shown, figure


def test_the_printed_editions_of_vejle_imply_sixty_per_cent() -> None:
    """VEJLE-09: 68.1 effective hours against 113.5 paid ones."""
    paid = effective_by_utilisation(D("113.5"), D("0.6")).hours
    assert half_up(paid, 1) == D("68.1")


@pytest.mark.parametrize("weeks", ["52.14", "50"])
def test_other_numbers_of_weeks_do_not_give_vejle(weeks: str) -> None:
    freed = hours(D(223), D("5.3"), D(weeks)) + 34 * D(weeks)
    assert half_up(freed / 41, 1) != D("68.1")


def test_the_template_keeps_every_deduction() -> None:
    left = effective_hours(
        NORM,
        day=number("day-hours", 2024),
        holidays=number("holidays", 2024),
        vacation=D(25),
        extra_days=D(5),
        sickness=D(8),
        lunch=D(100),
        training=D(37),
        meetings=D(60),
    )
    assert dict(left.deductions)["holidays"] == D("52.836")
    assert len(left.deductions) == 7
    assert left.hours == NORM - D("52.836") - 38 * D("7.4") - 197
    assert left.hours / NORM == left.utilisation


def test_a_norm_that_is_used_up_is_refused() -> None:
    with pytest.raises(ValueError, match="no effective hours are left of a norm of 100"):
        EffectiveHours(D(100), (("vacation", D(100)),))


@pytest.mark.parametrize("share", ["0", "1.01", "60"])
def test_a_utilisation_is_a_share(share: str) -> None:
    with pytest.raises(ValueError, match=f"a utilisation of {share}"):
        effective_by_utilisation(D(1924), D(share))


def test_an_fte_has_hours() -> None:
    with pytest.raises(ValueError, match="it has more than 0"):
        fte(D(1), D(0))
    with pytest.raises(ValueError, match="it has more than 0"):
        HourlyCost(D(1), D(0), D(0), D(0))


def test_what_is_implied_by_nothing_is_undefined() -> None:
    assert effective_from_fte(D(1), D(0)) is None
    assert effective_from_price(D(1), D(0)) is None


def test_pension_and_overhead_are_on_top_of_pay() -> None:
    cost = HourlyCost(D(400_000), D(60_000), D("0.2"), D(1380))
    assert (cost.per_fte, cost.per_hour) == (D(552_000), D(400))


@given(positive, positive)
def test_hours_to_fte_and_back(freed: D, effective: D) -> None:
    assert abs(fte(freed, effective) * effective - freed) < D("1e-12")


@pytest.mark.parametrize(
    ("figure", "value", "shown"),
    [
        ("KIP-01 in %", 100 * (capacity_gain(D("28.7"), D(34)) or 0), "18.467"),
        ("KIP-05 in %", 100 * (staffing_reduction(D("28.7"), D(34)) or 0), "15.588"),
        ("KIP-06", posts_saved(D(2300), D("28.7"), D(34)), "12.492"),
        ("HEL-01/02", RateChange(D(69), D(72)).percent, "4.348"),
        ("HEL-03", RateChange(D(69), D(72)).points, "3.000"),
        ("Helsingor, staffing", RateChange(D(69), D(72)).staffing, "-4.167"),
        ("HEL-04", workforce_from_fte(D(15), D(69), D(75)), "187.500"),
        ("HEL-05", workforce_from_fte(D(15), D(72), D(75)), "375.000"),
        ("HEL-07", fte_from_productivity(D("187.5"), D(69), D(75)), "15.000"),
        ("HEL-08", progress(D(69), D(72), D(75)), "0.500"),
        ("IGA, 30 to 6 staff", 100 * (capacity_gain(D(30), D(6)) or 0), "-80.000"),
    ],
)
def test_published_percentages(figure: str, value: D, shown: str) -> None:
    assert str(half_up(value, 3)) == shown, figure


def test_a_workforce_by_percentage_points_is_another() -> None:
    """HEL-06: 15 FTE over 6 points is 250, a reading of its own."""
    assert D(15) / RateChange(D(69), D(75)).points * 100 == 250


@pytest.mark.parametrize(
    ("low", "high", "readings"),
    [
        ("3", "4", ("points",)),  # HEL-03
        ("4.3", "4.4", ("percent",)),
        ("3", "5", ("points", "percent")),
        ("-5", "-4", ("staffing",)),
        ("7", "8", ()),
    ],
)
def test_which_reading_a_printed_change_allows(
    low: str, high: str, readings: tuple[str, ...]
) -> None:
    assert RateChange(D(69), D(72)).readings(D(low), D(high)) == readings


def test_from_and_to_nothing_is_undefined() -> None:
    assert (RateChange(D(0), D(5)).percent, RateChange(D(5), D(0)).staffing) == (None, None)
    assert RateChange(D(0), D(0)).readings(D(0), D(0)) == ("points",)
    assert posts_saved(D(1), D(0), D(1)) is None
    assert posts_saved(D(1), D(1), D(0)) is None
    assert fte_from_productivity(D(1), D(1), D(0)) is None
    assert workforce_from_fte(D(1), D(2), D(2)) is None
    assert progress(D(1), D(1), D(1)) is None


@given(positive, positive)
def test_the_two_percentages_undo_each_other(before: D, after: D) -> None:
    """(1 + gain) x (1 - reduction) = 1: they are one change seen from two sides."""
    gain, reduction = capacity_gain(before, after), staffing_reduction(before, after)
    assert gain is not None
    assert reduction is not None
    assert abs((1 + gain) * (1 - reduction) - 1) < D("1e-12")


@given(positive, positive, positive)
def test_workforce_and_freed_fte_undo_each_other(workforce: D, before: D, rise: D) -> None:
    freed = fte_from_productivity(workforce, before, before + rise)
    assert freed is not None
    again = workforce_from_fte(freed, before, before + rise)
    assert again is not None
    assert abs(again / workforce - 1) < D("1e-9")
