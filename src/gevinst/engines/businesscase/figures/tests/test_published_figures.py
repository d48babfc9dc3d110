"""What a printed figure can stand for, by its word, its decimals and how it was cut off."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.figures.display import Display, Qualifier
from gevinst.engines.businesscase.figures.published import Published
from gevinst.engines.businesscase.figures.reading import read
from gevinst.engines.businesscase.figures.rounding import rounded

D = Decimal
Q = Qualifier

STANDS_FOR = [
    ("5.3", 1, Q.EXACT, "[5.25, 5.35)"),
    ("2800", -2, Q.EXACT, "[2750, 2850)"),
    ("-5.3", 1, Q.EXACT, "(-5.35, -5.25]"),
    ("0.0", 1, Q.EXACT, "(-0.05, 0.05)"),
    ("40", 0, Q.APPROX, "[38.00, 42.00]"),
    ("5", 0, Q.APPROX, "[4.5, 5.5]"),
    ("2.5", 1, Q.JUST_UNDER, "(2.25, 2.5)"),
    ("-5", 0, Q.JUST_UNDER, "(-5, -4.5)"),
    ("9", 0, Q.SLIGHTLY_MORE, "[9, 9.5]"),
    ("37400", -2, Q.MORE_THAN, "[37400, 37500)"),
    ("3.5", 1, Q.RANGE, "[3, 4]"),
]


@pytest.mark.parametrize(("value", "decimals", "word", "expected"), STANDS_FOR)
def test_a_printed_figure_stands_for(
    value: str, decimals: int, word: Qualifier, expected: str
) -> None:
    printed = Published(D(value), decimals, word).interval()
    written, signs = expected.strip("[]()").split(", "), (expected[0], expected[-1])
    assert (printed.low, printed.high) == (D(written[0]), D(written[1]))
    assert (printed.low_open, printed.high_open) == (signs[0] == "(", signs[1] == ")")


TRUNCATED = [("139", 0, "[139, 140)"), ("4.34", 2, "[4.34, 4.35)"), ("0", 0, "(-1, 1)")]


@pytest.mark.parametrize(("value", "decimals", "expected"), TRUNCATED)
def test_a_truncated_figure_stands_for_what_follows_it(
    value: str, decimals: int, expected: str
) -> None:
    figure = Published(D(value), decimals, display=Display.TRUNCATED)
    assert str(figure.interval()) == expected


def test_a_range_is_from_end_to_end_and_runs_upwards() -> None:
    assert str(Published(D(3), qualifier=Q.RANGE, high=D(4)).interval()) == "[3, 4]"
    with pytest.raises(ValueError, match="the low end first"):
        Published(D(4), high=D(3))


READ = [
    ("1,045", "[1.0445, 1.0455)"),
    ("37.400", "[37350, 37450)"),
    ("mere end 37.400", "[37400, 37500)"),
    ("godt 9", "[9, 9.5]"),
    ("knap 2,5", "(2.25, 2.5)"),
    ("Ca. 40", "[38.00, 42.00]"),
    ("33,3-50", "[33.3, 50]"),
    ("7 til 8", "[7, 8]"),
    ("-0,9", "(-0.95, -0.85]"),
    (D("5.3"), "[5.25, 5.35)"),
    (2800, "[2750, 2850)"),
    (1000, "[950, 1050)"),
    (40, "[39.5, 40.5)"),
    (390, "[385, 395)"),
    (7, "[6.5, 7.5)"),
    (0, "(-0.5, 0.5)"),
]


@pytest.mark.parametrize(("figure", "expected"), READ)
def test_a_figure_is_read_as_it_is_printed(figure: Any, expected: str) -> None:
    found = read(figure)
    assert isinstance(found, Published)
    printed = found.interval()
    written = expected.strip("[]()").split(", ")
    assert (printed.low, printed.high) == (D(written[0]), D(written[1]))
    assert str(printed)[0] + str(printed)[-1] == expected[0] + expected[-1]


def test_six_of_seven_stands_for_half_a_seventh_to_both_sides() -> None:
    found = read("6/7")
    assert isinstance(found, Published)
    printed = found.interval()
    assert abs(printed.low - D("5.5") / 7) < D("1e-20")
    assert abs(printed.high - D("6.5") / 7) < D("1e-20")


@pytest.mark.parametrize("figure", [True, False, None])
def test_a_claim_and_nothing_at_all_stay_what_they_are(figure: bool | None) -> None:
    assert read(figure) is figure


def test_a_list_is_read_piece_by_piece_with_its_word_and_unit() -> None:
    found = read([D("2.2"), 7], "more_than", unit="%", decimals=1)
    assert found == [Published(D("2.2"), 1, Q.MORE_THAN, "%"), Published(D(7), 1, Q.MORE_THAN, "%")]


@pytest.mark.parametrize("figure", ["no figure", "4 to 5 x", "", "sikkert 40"])
def test_what_is_no_figure_is_refused(figure: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        read(figure)


@given(st.decimals(-1000, 1000, places=4, allow_nan=False), st.integers(0, 3))
def test_a_number_lies_in_the_interval_of_its_own_print(value: Decimal, places: int) -> None:
    for mode, display in ((ROUND_HALF_UP, Display.ROUNDED), (ROUND_DOWN, Display.TRUNCATED)):
        printed = rounded(value, places, mode)
        assert value in Published(printed, places, display=display).interval()
