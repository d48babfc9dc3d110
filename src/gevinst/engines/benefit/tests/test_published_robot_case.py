"""The published robot figures come out of a run log with their totals, whatever the split."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from gevinst.engines.benefit import Account, account, remarks
from gevinst.engines.benefit.costs import Share
from gevinst.engines.benefit.tests.published_log import (
    HOURS,
    LAST,
    baselines,
    costs,
    runs,
)


@pytest.fixture(scope="module", params=[1, 2, 3])
def found(request: pytest.FixtureRequest) -> Account:
    return account(runs(request.param), baselines(), costs())


def test_the_published_figures(found: Account) -> None:
    total = found.total
    assert total.hours == HOURS > 37_400
    assert total.cost_per_hour == Decimal("139.57")
    assert total.manual_hour == Decimal("390.00")
    assert total.hours_per_robot == Decimal("340.4")
    assert (total.robots, total.with_hours) == (130, 110)
    assert total.months == 36


def test_the_two_kinds_of_roi_are_the_published_179_percent(found: Account) -> None:
    assert found.total.unit_roi == found.total.roi == Decimal("1.7943")


def test_per_robot_says_over_how_many(found: Account) -> None:
    note = next(one for one in remarks(found) if one.code == "per-robot-over-uncounted")
    assert note.facts == {
        "robots": 130,
        "with_hours": 110,
        "hours_per_robot": "340.4",
        "hours_per_existing_robot": "288.0",
    }


def test_one_window_is_not_remarked(found: Account) -> None:
    assert "different-windows" not in {one.code for one in remarks(found)}


@pytest.mark.parametrize("share", Share)
@pytest.mark.parametrize("by", [("robot",), ("month",), ("authority",), ("robot", "month")])
def test_every_division_sums_to_the_whole(share: Share, by: tuple[str, ...]) -> None:
    found = account(runs(), baselines(), costs(), share=share)
    parts = [figures for _key, figures in found.by(*by)]
    for name in ("minutes", "worth", "cost", "items", "runs"):
        assert sum(getattr(part, name) for part in parts) == getattr(found.total, name), name


def test_a_fourth_year_of_cost_is_another_window() -> None:
    longer = [one for one in costs() if one.until != LAST]
    found = account(runs(), baselines(), longer, until=date(2020, 12, 31))
    notes = {one.code: one for one in remarks(found)}
    assert notes["different-windows"].facts["hours"] == ["2019-01-01", "2020-12-31"]
    assert notes["different-windows"].facts["cost"] == ["2019-01-01", "2021-12-31"]
