"""What an input that was left out must have been, from the figure that was published."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.figures.display import Qualifier
from gevinst.engines.businesscase.figures.formula import parse
from gevinst.engines.businesscase.figures.goal_seek import solve
from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.published import Published
from gevinst.engines.businesscase.figures.whole_numbers import integers

D = Decimal
Bounds = tuple[Decimal, Decimal] | None

# formula, unknown, known, target, bounds -> the point, and the stretch about it
ONE: list[tuple[str, dict[str, Any], Published, Bounds, str, str, str]] = [
    ("h/x", {"h": 2792}, Published(D("2.4"), 1), None, "1163.333333", "1139.591837", "1188.085106"),
    (
        "h/x",
        {"h": 2792},
        Published(D("2.4"), 1),
        (D(1150), D(1924)),
        "1163.333333",
        "1150",
        "1188.085106",
    ),
    ("9.8/x", {}, Published(D("0.87"), 2), (D(1), D(50)), "11.264368", "11.2", "11.329480"),
    ("1.2/x", {}, Published(D(5), 0, Qualifier.JUST_UNDER), None, "0.252632", "0.24", "0.266667"),
    ("x", {}, Published(D(3), qualifier=Qualifier.RANGE, high=D(4)), None, "3.5", "3", "4"),
    (
        "100*c/x",
        {"c": 2},
        Published(D(200), 0, Qualifier.MORE_THAN),
        None,
        "0.997506",
        "0.995025",
        "1",
    ),
    ("-x", {}, Published(D(5)), None, "-5", "-5.5", "-4.5"),
    ("half_up(x, 0)", {}, Published(D(3)), None, "3", "2.5", "3.5"),
]


@pytest.mark.parametrize(("text", "known", "target", "bounds", "point", "low", "high"), ONE)
def test_the_unknown_is_found_with_its_interval(  # noqa: PLR0917 - the columns of the table
    text: str,
    known: dict[str, Any],
    target: Published,
    bounds: Bounds,
    point: str,
    low: str,
    high: str,
) -> None:
    found = solve(parse(text), "x", known, target, bounds)
    assert (found.note, found.unknown) == (None, "x")
    assert found.point is not None
    assert found.interval is not None
    near = [(found.point, point), (found.interval.low, low), (found.interval.high, high)]
    assert all(abs(got - D(expected)) < D("1e-6") for got, expected in near)


SEVERAL: list[tuple[str, Published, Bounds, str | None, int]] = [
    ("x**2", Published(D(9)), None, "several-solutions", 2),
    ("x**2", Published(D(-9)), None, "no-solution", 0),
    ("x*(10-x)", Published(D(24)), (D(0), D(10)), "several-solutions", 2),
    ("1/x", Published(D("0.0"), 2), (D(-10), D(10)), "no-solution", 0),
    ("1 if x > 0 else -1", Published(D(0)), None, "no-solution", 0),
    ("[x, x]", Published(D(1)), None, "no-solution", 0),
    ("1/(x-x)", Published(D(1)), None, "no-solution", 0),
    ("1/(x-0.5)", Published(D(0), 3), (D(0), D(240)), "no-solution", 0),
    ("sqrt(x)", Published(D(4)), (D(-10), D(100)), None, 1),
    ("1/x - 1/x + x", Published(D(0)), (D("-10.1"), D(10)), None, 1),
]


@pytest.mark.parametrize(("text", "target", "bounds", "code", "number"), SEVERAL)
def test_it_says_when_there_is_none_or_several(
    text: str, target: Published, bounds: Bounds, code: str | None, number: int
) -> None:
    found = solve(parse(text), "x", {}, target, bounds)
    assert len(found.intervals) == len(found.points) == number
    assert (found.note and found.note.code) == code
    assert (found.interval is not None, found.point is not None) == (number == 1, number == 1)


def test_a_stretch_the_grid_sees_without_a_crossing_has_no_point() -> None:
    found = solve(parse("3.2 if x > 0 else 7 + x"), "x", {}, Published(D(3)), (D(-1), D(1)))
    assert found.interval is not None
    assert found.points == (None,)


def test_a_known_input_that_may_move_widens_the_answer() -> None:
    moving = {"h": Interval(D(2750), D(2850)), "x": Interval(D(0), D(1))}
    target, bounds = Published(D("2.4"), 1), (D(1000), D(1400))
    held = solve(parse("h/x"), "x", {"h": 2800}, target, bounds).interval
    moved = solve(parse("h/x"), "x", {"h": 2800}, target, bounds, intervals=moving).interval
    assert held is not None
    assert moved is not None
    assert moved.low < held.low < held.high < moved.high


WRONG: list[tuple[str, Bounds, str]] = [
    ("y", None, "y is not in the formula a\\*x; expected one of a, x"),
    ("x", (D(2), D(2)), "expected the low one first"),
]


@pytest.mark.parametrize(("unknown", "bounds", "message"), WRONG)
def test_a_question_that_cannot_be_asked_is_refused(
    unknown: str, bounds: Bounds, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        solve(parse("a*x"), unknown, {"a": 1}, Published(D(1)), bounds)


def test_a_formula_of_numbers_alone_has_no_unknown() -> None:
    with pytest.raises(ValueError, match="expected one of no names"):
        solve(parse("1+1"), "x", {}, Published(D(2)))


ROBOTS = Published(D(37400), -2, Qualifier.MORE_THAN)
WHOLE: list[tuple[str, dict[str, Any], Any, dict[str, Interval], list[int], str | None]] = [
    ("h/n", {"h": D("2792.3133")}, Published(D("68.1"), 1), {}, [41], None),
    ("n*r", {"r": D("340.4")}, ROBOTS, {"r": Interval(D("340.35"), D("340.45"))}, [110], None),
    ("n*r", {"r": D("340.4")}, Interval(D(1), D(2)), {}, [], "no-solution"),
    ("h/(n-41)", {"h": 1}, Interval(D("0.4"), D(1)), {}, [42, 43], "several-solutions"),
]


@pytest.mark.parametrize(("text", "known", "target", "moving", "expected", "code"), WHOLE)
def test_whole_numbers_that_meet_the_figure(  # noqa: PLR0917 - the columns of the table
    text: str,
    known: dict[str, Any],
    target: Any,
    moving: dict[str, Interval],
    expected: list[int],
    code: str | None,
) -> None:
    found, note = integers(parse(text), "n", known, target, range(30, 200), intervals=moving)
    assert (found, note and note.code) == (expected, code)


def test_too_many_whole_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="expected at most 100000"):
        integers(parse("n"), "n", {}, Published(D(1)), range(100_001))


@given(st.decimals(1, 1000, places=2), st.decimals(Decimal("0.1"), 50, places=1))
def test_what_went_in_is_found_again(hidden: Decimal, factor: Decimal) -> None:
    target = Published(factor * hidden, 3)
    found = solve(parse("f*x"), "x", {"f": factor}, target, (D(0), D(2000)))
    assert found.interval is not None
    assert hidden in found.interval.widened(D("1e-12"))
    assert found.point is not None
    assert abs(found.point - hidden) < D("1e-12")
