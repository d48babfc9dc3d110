"""A case put together in Python is the case of the file with the same contents."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from gevinst.engines.businesscase.builder import BusinessCase, solve
from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.engines.businesscase.casefile.read import read
from gevinst.engines.businesscase.figures.display import Qualifier
from gevinst.engines.businesscase.figures.published import Published


def medicine() -> BusinessCase:
    """Robots leased by a department and a fund: 103 robots at 2,100 DKK a month, 25 and 75 %."""
    made = BusinessCase(
        "medicine",
        horizon=(2022, 2023),
        origin="operation_start",
        parties=["department", "fund"],
        perspective=["department"],
    )
    made.assume("robots", 103, low=90, high=120).assume("rent", 2100)
    lease = {"driver": "volume", "units": "robots", "price": "rent", "periods": 12}
    shares = {"department": Decimal("0.25"), "fund": Decimal("0.75")}
    made.cost("lease", "operation.system.lease", lease, shares=shares)
    made.benefit("care", "benefit.budget.time", 2_896_600, party="department", mode="capacity")
    return made.reading("few", "Few robots", assumptions={"robots": 50})


def test_its_text_reads_as_the_same_case() -> None:
    assert read(medicine().text()) == medicine().case


def test_net_as_the_department_sees_it_and_in_all() -> None:
    made = medicine()
    assert [int(value) for value in made.evaluate().net] == [2_247_700] * 2
    assert [int(value) for value in made.parties().split.total] == [301_000] * 2


def test_a_reading() -> None:
    assert medicine().evaluate("few").cost == (Decimal("315000.00"),) * 2


def test_how_far_it_may_lie() -> None:
    told = medicine().analyse(draws=500)
    assert [bar.name for bar in told.bars] == ["robots"]
    assert told.simulation is not None
    assert told.simulation.n == 500


def test_what_the_checks_find() -> None:
    assert "no-risks" in {note.code for note in medicine().findings()}
    risky = medicine().risk(
        "late", p=Decimal("0.2"), consequence={"low": 1, "likely": 2, "high": 5}
    )
    assert "no-risks" not in {note.code for note in risky.findings()}


# the years of a line | its DKK in 2022 and 2023
YEARS: list[tuple[Any, list[int]]] = [
    (None, [100, 100]),
    (2023, [0, 100]),
    ((2022, 2022), [100, 0]),
    ({2022: Decimal("0.5"), 2023: 1}, [50, 100]),
]


@pytest.mark.parametrize(("years", "dkk"), YEARS)
def test_the_years_of_a_line(years: Any, dkk: list[int]) -> None:
    made = BusinessCase("a", horizon=(2022, 2023), origin="project_start")
    made.cost("own", "operation.system.external", 100, years=years)
    assert list(made.evaluate().cost) == dkk


def test_a_transfer() -> None:
    made = medicine().transfer("grant", "fund", "department", {2022: 1000})
    assert made.evaluate().transfers == (1000, 0)


def test_a_mistake_is_told_as_in_a_file() -> None:
    made = BusinessCase("a", horizon=(2022, 2023), origin="project_start")
    with pytest.raises(CaseFault, match="no assumption 'hours'"):
        _ = made.cost("own", "operation.system.internal", "hours * 390").case


# what is wanted | the number of robots that gives it
WANTED: list[tuple[str, Published, Decimal]] = [
    ("total", Published(Decimal(0), 0), Decimal("459.77778")),
    ("total_cost", Published(Decimal(1_260_000), 0), Decimal(100)),
]


@pytest.mark.parametrize(("result", "target", "robots"), WANTED)
def test_goal_seek(result: str, target: Published, robots: Decimal) -> None:
    (found,) = solve(medicine().case, "robots", result=result, target=target).points
    assert found is not None
    assert round(found, 3) == round(robots, 3)


def test_goal_seek_gives_the_stretch_that_a_printed_figure_can_stand_for() -> None:
    target = Published(Decimal("1.3"), 1, Qualifier.EXACT)
    found = solve(medicine().case, "robots", result="roi", target=target)
    (stretch,) = found.intervals
    assert 190 < stretch.low < stretch.high < 205


def test_goal_seek_says_where_there_is_none() -> None:
    target = Published(Decimal(10_000_000), 0)
    found = solve(medicine().case, "robots", result="total", target=target)
    assert found.note is not None
    assert found.note.code == "no-solution"


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"unknown": "robots", "result": "wonder"}, "no result is called 'wonder'"),
    ({"unknown": "wonder", "result": "total"}, "no assumption is called 'wonder'"),
    (
        {"unknown": "robots", "result": "total", "bounds": (Decimal(2), Decimal(1))},
        "expected the low one first",
    ),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED)
def test_goal_seek_refuses(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        solve(medicine().case, target=Published(Decimal(0), 0), **arguments)


def test_a_value_that_cannot_be_worked_out_is_no_answer() -> None:
    made = BusinessCase("a", horizon=(2022, 2022), origin="project_start").assume("x", -1)
    made.assume("y", formula="10 / x").cost("own", "operation.system.external", "y + 20")
    found = solve(made.case, "x", result="total", target=Published(Decimal(-10), 0))
    assert found.points == (Decimal(-1),)
