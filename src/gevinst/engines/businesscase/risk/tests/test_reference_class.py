"""Forecasts from how comparable projects came out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.risk import OwnRegister, PublicClass, forecast, share_over


def own(*percent: int) -> OwnRegister:
    """A register of actual cost in percent of the estimate."""
    return OwnRegister("own register", tuple(Decimal(one) / 100 for one in percent))


def public(*points: tuple[str, str], cap: str = "5.47") -> PublicClass:
    """A published class."""
    pairs = tuple((Decimal(share), Decimal(ratio)) for share, ratio in points)
    return PublicClass("public class", pairs, Decimal(cap), "a study")


STUDY = public(("0.5", "1"), ("0.82", "1.5"), ("0.95", "2.8"))
TWENTY = own(*range(100, 200, 5))


def test_twenty_finished_projects_are_a_class_of_their_own() -> None:
    told = forecast(Decimal(1000), TWENTY, STUDY)
    assert (told.p50, told.p80, told.p95, told.cap) == (1450, 1750, 1900, 1950)
    assert (told.used, told.n) == ("own register", 20)
    assert [note.code for note in told.notes] == ["own-class-used"]


def test_nineteen_are_not() -> None:
    told = forecast(Decimal(1000), own(*range(100, 195, 5)), STUDY)
    assert (told.p50, told.p80, told.p95, told.cap) == (1000, Decimal("1468.75"), 2800, 5470)
    assert (told.used, told.n) == ("public class", None)
    (why,) = told.notes
    assert (why.code, why.facts["n"], why.facts["enough"]) == ("public-class-used", 19, 20)


def test_how_many_are_enough_is_an_argument() -> None:
    assert forecast(Decimal(1), own(100, 200), STUDY, enough=2).used == "own register"


@pytest.mark.parametrize(
    ("share", "ratio"),
    [
        ("0", "0.9"),
        ("0.25", "0.9"),
        ("0.26", "1"),
        ("0.5", "1"),
        ("0.75", "1.2"),
        ("0.76", "3"),
        ("1", "3"),
    ],
)
def test_the_smallest_ratio_that_the_share_did_not_exceed(share: str, ratio: str) -> None:
    assert own(300, 90, 120, 100).ratio(Decimal(share)) == Decimal(ratio)


@pytest.mark.parametrize(
    ("share", "ratio"),
    [
        ("0.1", "1"),
        ("0.5", "1"),
        ("0.66", "1.25"),
        ("0.82", "1.5"),
        ("0.95", "2.8"),
        ("0.96", "5.47"),
    ],
)
def test_between_published_points_is_a_straight_line(share: str, ratio: str) -> None:
    assert STUDY.ratio(Decimal(share)) == Decimal(ratio)


def test_what_the_class_does_not_publish_is_noted() -> None:
    told = forecast(Decimal(100), own(), public(("0.6", "1.2"), ("0.82", "1.5")))
    assert told.ratios[::2] == (Decimal("1.2"), Decimal("5.47"))
    assert told.notes[1].code == "quantile-not-published"
    assert told.notes[1].facts == {"shares": (Decimal("0.50"), Decimal("0.95"))}


@pytest.mark.parametrize(
    ("ratios", "overrun", "share"),
    [([], "0.5", "0"), ([100, 150, 151, 600], "0.5", "0.5"), ([100, 150], "0", "0.5")],
)
def test_the_share_that_ran_over(ratios: list[int], overrun: str, share: str) -> None:
    assert share_over(own(*ratios).ratios, Decimal(overrun)) == Decimal(share)


@pytest.mark.parametrize(
    ("points", "cap", "fault"),
    [
        ([], "1", "points that rise"),
        ([("0.5", "1"), ("0.5", "2")], "3", "points that rise"),
        ([("0.5", "2"), ("0.8", "1")], "3", "points that rise"),
        ([("0.5", "2")], "1", "the cap 1 lies below"),
    ],
)
def test_a_published_class_rises(points: list[tuple[str, str]], cap: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        public(*points, cap=cap)


def test_a_project_that_cost_nothing_says_nothing() -> None:
    with pytest.raises(ValueError, match="give ratios above 0"):
        own(100, 0)


def test_an_estimate_is_above_nothing() -> None:
    with pytest.raises(ValueError, match="give an amount above 0"):
        forecast(Decimal(0), TWENTY, STUDY)


@given(st.lists(st.integers(1, 1000), min_size=20, max_size=60))
def test_a_surer_forecast_never_costs_less(percent: list[int]) -> None:
    told = forecast(Decimal(100), own(*percent), STUDY)
    assert told.p50 <= told.p80 <= told.p95 <= told.cap
    at_most = sum(100 * Decimal(one) / 100 <= told.p80 for one in percent)
    assert at_most >= Decimal("0.8") * len(percent)
