"""The three grades at their borders, and what they rest on."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.readiness.grade import RULES, Basis, Dimension, QualityIndicator
from gevinst.engines.businesscase.readiness.score import economy_grade, quality_grade, time_grade

MEASURED, EXPECTED = Basis.MEASURED, Basis.EXPECTED


@pytest.mark.parametrize(
    ("freed", "grade"),
    [
        ("-5", 0),
        ("0", 0),
        ("0.001", 1),
        ("4.999", 1),
        ("5", 2),
        ("20", 2),
        ("20.001", 3),
        ("100", 3),
    ],
)
def test_time_by_share_of_the_process(freed: str, grade: int) -> None:
    assert time_grade(Decimal(freed), Decimal(100), MEASURED).grade == grade


def test_a_border_is_met_exactly_where_the_share_is_endless() -> None:
    assert time_grade(Decimal("0.15"), Decimal(3), MEASURED).grade == 2
    assert time_grade(Decimal(7), Decimal(35), MEASURED).grade == 2


@pytest.mark.parametrize(("freed", "process"), [(None, Decimal(1)), (Decimal(1), None)])
def test_time_that_is_unknown_has_no_grade(freed: Decimal | None, process: Decimal | None) -> None:
    grade = time_grade(freed, process, EXPECTED)
    assert (grade.grade, grade.rule, grade.inputs["share"]) == (None, "", None)


@pytest.mark.parametrize(
    ("freed", "process", "said"),
    [(1, 0, "a process of 0 hours"), (101, 100, "101 hours freed of a process that takes 100")],
)
def test_time_that_cannot_be_is_refused(freed: int, process: int, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        time_grade(Decimal(freed), Decimal(process), MEASURED)


@pytest.mark.parametrize(
    ("years", "never", "grade"),
    [
        (None, True, 0),
        ("5.001", False, 1),
        ("5", False, 2),
        ("2", False, 2),
        ("1.999", False, 3),
        ("0", False, 3),
        (None, False, None),
    ],
)
def test_economy_by_payback(years: str | None, never: bool, grade: int | None) -> None:
    payback = None if years is None else Decimal(years)
    assert economy_grade(payback, EXPECTED, never=never).grade == grade


@pytest.mark.parametrize(
    ("years", "never", "said"), [("-1", False, "-1 years"), ("3", True, "never")]
)
def test_payback_that_cannot_be_is_refused(years: str, never: bool, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        economy_grade(Decimal(years), MEASURED, never=never)


def indicator(before: str, after: str, more: bool, basis: Basis = MEASURED) -> QualityIndicator:
    return QualityIndicator("x", "%", Decimal(before), Decimal(after), more, basis)


BETTER, WORSE = indicator("69", "72", True), indicator("72", "69", True)
HOPED = indicator("4", "1", False, EXPECTED)


@pytest.mark.parametrize(
    ("indicators", "grade", "basis"),
    [
        ([], None, EXPECTED),
        ([WORSE], 0, MEASURED),
        ([indicator("4", "4.0", True)], 0, MEASURED),
        ([indicator("4", "4", False)], 0, MEASURED),
        ([indicator("4", "1", False)], 1, MEASURED),
        ([BETTER, WORSE, BETTER], 2, MEASURED),
        ([BETTER] * 3, 3, MEASURED),
        ([BETTER] * 4, 3, MEASURED),
        ([HOPED, HOPED], 2, EXPECTED),
        ([HOPED, HOPED, BETTER], 1, MEASURED),
        ([HOPED, HOPED, WORSE], 0, MEASURED),
    ],
)
def test_quality_by_how_many_are_better(
    indicators: list[QualityIndicator], grade: int | None, basis: Basis
) -> None:
    found = quality_grade(indicators)
    assert (found.grade, found.basis) == (grade, basis)


def test_a_grade_shows_what_it_rests_on() -> None:
    time = time_grade(Decimal(50), Decimal(400), MEASURED)
    assert time.inputs == {
        "freed_hours": Decimal(50),
        "process_hours": Decimal(400),
        "share": Decimal("0.125"),
    }
    assert quality_grade([BETTER, WORSE]).inputs == {"improved": ("x",), "counted": 2}
    assert economy_grade(None, EXPECTED, never=True).inputs == {
        "payback_years": None,
        "never": True,
    }
    assert time.rule == "From 5 to 20 per cent of the process time is freed."


def test_only_what_is_expected_is_hatched() -> None:
    assert economy_grade(Decimal(3), EXPECTED).hatched
    assert not economy_grade(Decimal(3), MEASURED).hatched


def test_every_grade_has_a_rule_in_words() -> None:
    assert list(RULES) == list(Dimension)
    assert len({rule for rules in RULES.values() for rule in rules}) == 12


@given(st.decimals(0, 100, places=3), st.decimals(0, 100, places=3))
def test_more_time_freed_is_never_a_lower_grade(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    grades = [time_grade(freed, Decimal(100), MEASURED).grade or 0 for freed in (low, high)]
    assert grades == sorted(grades)
