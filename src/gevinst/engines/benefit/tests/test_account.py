"""Accounts of run logs: which baseline counts, what costs go where, and what is remarked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gevinst.engines.benefit import (
    BaselineRow,
    CostKind,
    CostRow,
    Figures,
    Per,
    Rates,
    RunRow,
    Share,
    account,
    remarks,
    windows_note,
)
from gevinst.engines.businesscase.model.benefit_state import Grade

RATES = Rates(Decimal(12), Decimal(9), Decimal("412.50"))
JAN, FEB = date(2026, 1, 15), date(2026, 2, 15)


def run(on: date = JAN, robot: str = "a", **facts: Any) -> RunRow:
    told = {"items": 110, "untouched": 100, "exceptions": 10, **facts}
    return RunRow(
        facts.pop("authority", "751"), robot, on, **{k: told[k] for k in told if k != "authority"}
    )


def baseline(robot: str = "a", minutes: int = 12, **facts: Any) -> BaselineRow:
    rates = Rates(Decimal(minutes), Decimal(9), Decimal("412.50"))
    told = {"valid_from": date(2026, 1, 1), "grade": Grade.A, "source": "Log", **facts}
    return BaselineRow(robot=robot, rates=rates, **told)


def cost(amount: str = "3100", **facts: Any) -> CostRow:
    told = {"kind": CostKind.TEAM, "per": Per.MONTH, "since": date(2026, 1, 1), **facts}
    return CostRow(authority="751", amount=Decimal(amount), **told)


def codes(*rows: RunRow, baselines: list[BaselineRow], costs: list[CostRow]) -> list[str]:
    return [note.code for note in remarks(account(rows, baselines, costs))]


@pytest.mark.parametrize(
    ("measured", "hours"),
    [(None, "18.50"), (Decimal(0), "20.00"), (Decimal(30), "19.50"), (Decimal(1260), "-1.00")],
)
def test_minutes_on_exceptions(measured: Decimal | None, hours: str) -> None:
    found = account([run(exception_minutes=measured)], [baseline()])
    assert found.total.hours == Decimal(hours)


@pytest.mark.parametrize(
    ("on", "hours"),
    [("2026-01-31", "18.50"), ("2026-02-01", "3.50"), ("2026-03-01", "1.83")],
)
def test_the_baseline_of_the_day_counts_and_of_one_day_the_last(on: str, hours: str) -> None:
    rows = [
        baseline(),
        baseline(minutes=4, valid_from=date(2026, 2, 1)),
        baseline(minutes=3, valid_from=date(2026, 2, 1)),
        baseline(minutes=2, valid_from=date(2026, 3, 1)),
    ]
    day = date.fromisoformat(on)
    assert account([run(day)], rows).total.hours == Decimal(hours)


def test_a_later_baseline_never_rewrites_the_past() -> None:
    rows = [run(), run(FEB)]
    before = account(rows, [baseline()]).by("month")[0]
    later = baseline(minutes=1, valid_from=date(2026, 2, 1))
    assert account(rows, [baseline(), later]).by("month")[0] == before


def test_an_authoritys_own_baseline_goes_first() -> None:
    rows = [baseline(authority="751", minutes=6), baseline()]
    found = account([run(), run(authority="615")], rows).by("authority")
    assert [figures.hours for _key, figures in found] == [Decimal("18.50"), Decimal("8.50")]


def test_a_run_before_any_baseline_counts_items_and_no_hours() -> None:
    found = account([run(date(2025, 12, 31)), run()], [baseline()])
    total = found.total
    assert (total.items, total.hours, total.uncounted) == (220, Decimal("18.50"), 1)
    assert "runs-without-baseline" in {note.code for note in remarks(found)}


def test_no_run_in_the_window_is_a_fault() -> None:
    for window in ({"since": FEB}, {"until": date(2025, 1, 1)}):
        with pytest.raises(ValueError, match="window"):
            account([run()], [baseline()], **window)  # type: ignore[arg-type]


def test_the_figures_of_a_robot_with_its_costs() -> None:
    found = account([run()], [baseline()], [cost("1850", kind=CostKind.LICENCE, robot="a")])
    total = found.total
    assert total.cost_per_hour == Decimal("100.00")
    assert total.amount == Decimal("7631.25")
    assert total.net == Decimal("5781.25")
    assert total.unit_roi == total.roi == Decimal("3.1250")
    assert total.untouched_share == Decimal("0.9091")
    assert total.exception_minutes == 90


def test_figures_of_nothing_are_not_invented() -> None:
    none = Figures()
    assert none.cost_per_hour is none.unit_roi is none.roi is none.manual_hour is None
    assert none.hours_per_robot is none.grade is none.measured_share is none.fte(Decimal(1)) is None


def test_a_loss_has_a_roi_but_no_cost_of_an_hour() -> None:
    slow = [run(exception_minutes=Decimal(1260))]
    total = account(slow, [baseline()], [cost("100", per=Per.ONCE)]).total
    assert (total.cost_per_hour, total.unit_roi) == (None, None)
    assert total.roi == Decimal("-5.1250")


def test_fte_is_a_year_of_the_months_counted() -> None:
    total = account([run(), run(FEB)], [baseline()]).total
    assert total.fte(Decimal(111)) == Decimal("2.00")
    with pytest.raises(ValueError, match="0 hours"):
        total.fte(Decimal(0))


@pytest.mark.parametrize(
    ("share", "parts"),
    [
        (Share.EQUAL, {"a": "1550.00", "b": "1550.00"}),
        (Share.ITEMS, {"a": "3069.31", "b": "30.69"}),
        (Share.NONE, {"": "3100.00", "a": "0", "b": "0"}),
    ],
)
def test_a_shared_cost_is_divided(share: Share, parts: dict[str, str]) -> None:
    few = run(robot="b", items=1, untouched=1, exceptions=0)
    many = run(items=100, untouched=100, exceptions=0)
    found = account([many, few], [], [cost()], share=share).by("robot")
    assert {key[0]: figures.cost for key, figures in found} == {
        robot: Decimal(amount) for robot, amount in parts.items()
    }


def test_items_that_are_none_divide_a_cost_equally() -> None:
    idle = {"items": 0, "untouched": 0, "exceptions": 0}
    rows = [run(**idle), run(robot="b", **idle)]
    found = account(rows, [], [cost()], share=Share.ITEMS).by("robot")
    assert [figures.cost for _key, figures in found] == [Decimal("1550.00")] * 2


@pytest.mark.parametrize(
    ("facts", "since", "expected"),
    [
        ({}, None, "6200"),
        ({"since": date(2025, 12, 1)}, None, "9300"),
        ({"since": date(2025, 12, 1)}, date(2026, 1, 1), "6200"),
        ({"until": date(2026, 1, 10)}, None, "1000"),
        ({"per": Per.ONCE}, None, "3100"),
        ({"per": Per.ONCE, "since": date(2025, 6, 1)}, None, "3100"),
        ({"per": Per.ONCE, "since": date(2025, 6, 1)}, date(2026, 1, 1), "0"),
        ({"per": Per.ONCE, "since": date(2026, 3, 1)}, None, "0"),
        ({"since": date(2026, 3, 1)}, None, "0"),
    ],
)
def test_which_costs_belong_to_the_window(
    facts: dict[str, Any], since: date | None, expected: str
) -> None:
    found = account([run(), run(FEB)], [baseline()], [cost(**facts)], since=since)
    assert found.total.cost == Decimal(expected)


@pytest.mark.parametrize(
    ("baselines", "costs", "expected"),
    [
        ([baseline()], [], ["no-costs"]),
        ([baseline()], [cost(until=date(2026, 1, 31))], []),
        ([baseline()], [cost(kind=CostKind.LICENCE)], ["team-cost-missing"]),
        ([baseline()], [cost(since=date(2025, 12, 31))], ["different-windows", "cost-of-no-robot"]),
        ([baseline(grade=Grade.D)], [cost()], ["mostly-estimated"]),
        ([baseline(grade=Grade.B)], [cost()], ["sample-not-stated"]),
        ([baseline(grade=Grade.B, n=1)], [cost()], ["single-case"]),
        ([baseline(grade=Grade.B, n=21)], [cost()], ["small-sample"]),
        ([baseline(grade=Grade.B, n=120)], [cost()], []),
        ([], [cost()], ["per-robot-over-uncounted", "runs-without-baseline"]),
    ],
)
def test_what_is_remarked(
    baselines: list[BaselineRow], costs: list[CostRow], expected: list[str]
) -> None:
    assert codes(run(), baselines=baselines, costs=costs) == expected


def test_the_weakest_evidence_is_the_groups() -> None:
    rows = [run(), run(robot="b")]
    total = account(rows, [baseline(), baseline("b", grade=Grade.D)]).total
    assert (total.grade, total.measured_share) == (Grade.D, Decimal("0.5000"))


def test_figures_of_one_window_are_told_together() -> None:
    assert windows_note({"hours": (JAN, FEB), "net": (JAN, FEB)}) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"untouched": 105},
        {"untouched": -1},
        {"exceptions": -1},
        {"exception_minutes": Decimal(-1)},
    ],
)
def test_a_run_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="a 2026-01-15"):
        run(**wrong)


def test_a_cost_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        cost("-1")
    with pytest.raises(ValueError, match="before it begins"):
        cost(until=date(2025, 1, 1))
