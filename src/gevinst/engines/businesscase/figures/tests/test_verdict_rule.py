"""The verdict rule: from a formula, its inputs and a print to yes, no, ambiguous or implied."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.judging import judge, unit_is_open
from gevinst.engines.businesscase.figures.ranges import in_the_light_of_the_range
from gevinst.engines.businesscase.figures.verdict import Check, How, Reproduces

D = Decimal
WIDE = {"a": Interval(D(90), D(110))}
TEN = {"a": 100, "b": 10}

# what the text leaves out | published | tolerance | intervals -> verdict and its grounds
RULE: list[tuple[dict[str, Any], str, str]] = [
    ({"published": None}, "implied", "derived"),
    ({"published": None, "assumptions": ["x"], "circular": True}, "implied", "derived"),
    ({"published": D(10)}, "yes", "point"),
    ({"published": D("10.4"), "tolerance": D("0.5")}, "yes", "point"),
    ({"published": D("10.5"), "tolerance": D("0.5")}, "yes", "point"),
    ({"published": D("10.6"), "tolerance": D("0.5")}, "no", "none"),
    ({"published": D("10.6"), "intervals": WIDE}, "yes", "rounding_interval"),
    (
        {"published": D("11.4"), "intervals": WIDE, "tolerance": D("0.5")},
        "yes",
        "rounding_interval",
    ),
    ({"published": D(12), "intervals": WIDE}, "no", "none"),
    ({"published": D(10), "assumptions": ["a reading"]}, "ambiguous", "under_assumption"),
    (
        {"published": D("10.6"), "intervals": WIDE, "assumptions": ["a reading"]},
        "ambiguous",
        "under_assumption",
    ),
    ({"published": D(12), "assumptions": ["a reading"]}, "no", "none"),
    ({"published": D(10), "circular": True}, "ambiguous", "solved_for"),
    ({"published": D(10), "circular": True, "assumptions": ["n"]}, "ambiguous", "solved_for"),
    ({"published": D(12), "circular": True}, "no", "none"),
    ({"published": D(10), "figure": "9-11 percent", "unit": "pp"}, "ambiguous", "point"),
    ({"published": D(12), "figure": "9-11 percent", "unit": "pp"}, "no", "none"),
]


@pytest.mark.parametrize(("told", "reproduces", "how"), RULE)
def test_the_rule(told: dict[str, Any], reproduces: str, how: str) -> None:
    verdict = judge(Check("a/b", TEN, **told))
    assert (verdict.reproduces, verdict.how) == (reproduces, how)
    # Every doubt says what it is about.
    assert bool(verdict.reason) is (reproduces == "ambiguous")


def test_a_verdict_carries_value_interval_and_deviation() -> None:
    verdict = judge(Check("a/b", TEN, D("10.6"), intervals=WIDE))
    assert (verdict.computed, verdict.deviation) == (10, D("-0.6"))
    assert [str(each) for each in verdict.interval] == ["[9, 11]"]


def test_a_claim_has_no_deviation() -> None:
    assert judge(Check("a > b", TEN, True)).deviation is None


# what the formula gives | the printed range -> verdict, its grounds and what it proves
RANGES = [
    ("[1*37, 56]", "yes", "point", "strong"),
    ("[1*37, 60]", "ambiguous", "part_of_range", "strong"),
    ("[1*30, 56]", "ambiguous", "part_of_range", "strong"),
    ("[1*30, 60]", "no", "none", "strong"),
    ("[1*37, 56, 1]", "no", "none", "strong"),
    ("1*40", "yes", "point", "weak"),
    ("1*60", "no", "none", "weak"),
]


@pytest.mark.parametrize(("formula", "reproduces", "how", "power"), RANGES)
def test_a_printed_range_is_met_from_end_to_end(
    formula: str, reproduces: str, how: str, power: str
) -> None:
    verdict = judge(Check(formula, {}, [37, 56]))
    assert (verdict.reproduces, verdict.how, verdict.power) == (reproduces, how, power)


UNITS = [
    ("3-4 percent", "pp", True),
    ("stiger 3-4 procent", "procentpoint", True),
    ("up 3 %", "percentage points", True),
    ("3 percentage points", "%", True),
    ("3 percentage points", "pp", False),
    ("3-4 percent", "%", False),
    ("share of the budget", "pp", False),
    ("percentile of pay", "pp", False),
]


@pytest.mark.parametrize(("figure", "unit", "left_open"), UNITS)
def test_percent_read_as_percentage_points_is_an_open_unit(
    figure: str, unit: str, left_open: bool
) -> None:
    assert unit_is_open(figure, unit) is left_open


def claim(
    value: int, words: str, formula: str = "a > 0", published: Any = True
) -> tuple[str, Check]:
    return "a case", Check(formula, {"a": value}, published, figure=words)


# two checks of one case -> the verdicts of both
ENDS: list[tuple[tuple[str, Check], tuple[str, Check], list[str]]] = [
    (claim(-1, "positive at 33.3 %"), claim(1, "positive at 50 %"), ["none", "part_of_range"]),
    (claim(1, "positive, low"), claim(-1, "positive, high"), ["part_of_range", "none"]),
    (claim(1, "positive at 33 %"), claim(2, "positive at 50 %"), ["point", "point"]),
    (claim(-1, "positive at 33 %"), claim(1, "more than zero"), ["none", "point"]),
    (claim(-1, "net at 1", "a", 1), claim(1, "net at 2", "a", 1), ["none", "point"]),
]


@pytest.mark.parametrize(("one", "other", "expected"), ENDS)
def test_a_claim_that_fails_at_one_end_holds_for_part_of_the_range(
    one: tuple[str, Check], other: tuple[str, Check], expected: list[str]
) -> None:
    verdicts = in_the_light_of_the_range([one, other], [judge(one[1]), judge(other[1])])
    assert [verdict and verdict.how for verdict in verdicts] == expected


def test_a_check_that_could_not_be_worked_out_stays_so() -> None:
    assert in_the_light_of_the_range([claim(1, "x")], [None]) == [None]


@given(st.integers(-50, 50), st.integers(-50, 50), st.integers(0, 20), st.integers(0, 20))
def test_a_wider_tolerance_never_turns_a_hit_into_a_miss(
    value: int, printed: int, narrow: int, more: int
) -> None:
    tight = judge(Check("a", {"a": value}, D(printed), D(narrow)))
    wide = judge(Check("a", {"a": value}, D(printed), D(narrow + more)))
    assert tight.how is How.NONE or wide.reproduces is Reproduces.YES
