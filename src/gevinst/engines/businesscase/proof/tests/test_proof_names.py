"""What a check's formula may read, and what it finds there."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.engines.businesscase.proof import prove
from gevinst.engines.businesscase.proof.tests.samples import case, tried
from gevinst.engines.businesscase.proof.workings import Workings

# The case: 400,000 in 2020; 200 visits x 6 minutes x 52 weeks = 1,040 hours at 300 = 312,000 from 2021.
READ: list[tuple[str, Any]] = [
    ("visits", 200),
    ("weekly", 20),
    ("visitors", [10, 10, 12, 12]),
    ("years", [2020, 2021, 2022, 2023]),
    ("net", [-400000, 312000, 312000, 312000]),
    ("cumulative", [-400000, -88000, 224000, 536000]),
    ("gain", [0, 312000, 312000, 312000]),
    ("cost", [400000, 0, 0, 0]),
    ("cost_0", [0, 0, 0, 0]),
    ("cost_1", [400000, 0, 0, 0]),
    ("hours", [0, 1040, 1040, 1040]),
    ("fte", [0, 0, 0, 0]),
    ("total", 536000),
    ("total_cost", 400000),
    ("total_gain", 936000),
    ("investment", 400000),
    ("annual_net", 312000),
    ("roi", Decimal("1.34")),
    ("roi_on_investment", Decimal("1.34")),
    ("benefit_cost_ratio", Decimal("2.34")),
    ("break_even_year", 2022),
    ("break_even_period", 2),
    ("line_time", [0, 312000, 312000, 312000]),
    ("line_buy_it", [400000, 0, 0, 0]),
    ("party_team", [-100000, 312000, 312000, 312000]),
    ("party_fund", [-300000, 0, 0, 0]),
]
ROUNDED = [
    ("break_even_years", "1.28"),
    ("payback", "1.28"),
    ("payback_from_operation", "1.28"),
    ("npv", "474110.74"),
]


@pytest.mark.parametrize(("name", "value"), READ)
def test_a_name_gives_its_value(name: str, value: Any) -> None:
    assert tried(name).computed == value


@pytest.mark.parametrize(("name", "value"), ROUNDED)
def test_a_name_gives_its_value_rounded(name: str, value: str) -> None:
    assert round(tried(name).computed, 2) == Decimal(value)


def test_what_never_breaks_even_has_no_year() -> None:
    never = case({"id": "f", "value": 1, "checks": [{"formula": "break_even_year"}]}, benefits=[])
    outcome = prove(never).figures[0].outcomes[0]
    assert (outcome.computed, outcome.reproduces) == (None, "no")


def test_an_input_of_the_check_stands_before_an_assumption_of_that_name() -> None:
    assert tried("visits * 2", inputs={"visits": 3}).computed == 6


def test_a_party_is_seen_alone_also_under_a_reading_with_a_perspective() -> None:
    assert tried("party_fund[0]", reading="team_only").computed == -300000
    assert tried("net[0]", reading="team_only").computed == -100000


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("nothing * 2", "nothing goes by 'nothing' here; there are: "),
        ("line_extra[1]", "nothing goes by 'line_extra' here"),
        ("party_nobody[0]", "nothing goes by 'party_nobody' here"),
    ],
)
def test_a_name_that_nothing_goes_by_is_a_fault_of_the_file(formula: str, said: str) -> None:
    with pytest.raises(CaseFault, match=said) as fault:
        tried(formula)
    assert fault.value.path == ("published", 0, "checks", 0, "formula")


def test_a_line_of_a_reading_is_known_under_it() -> None:
    assert tried("line_extra[1]", reading="with_extra").computed == 12000


def test_a_line_of_another_reading_has_no_value() -> None:
    with pytest.raises(
        ValueError, match="line_extra has no value under the reading 'as it stands'"
    ):
        Workings(case()).read("line_extra", "", {})


def test_an_interval_of_no_name_is_a_fault_of_the_file() -> None:
    with pytest.raises(CaseFault, match="neither an input nor an assumption"):
        tried("visits", intervals={"visit": [1, 2]})


def test_an_unknown_reading_is_one_fault_only() -> None:
    with pytest.raises(CaseFault, match="there is no reading 'slower'"):
        tried("line_extra", reading="slower")
