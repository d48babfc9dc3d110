"""What a formula can come to over the roundings of its inputs."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.figures.answers import flat
from gevinst.engines.businesscase.figures.formula import FormulaError, parse
from gevinst.engines.businesscase.figures.hits import Hits, hits
from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.sweep import sweep, sweep_all

D = Decimal


def over(low: str, high: str) -> Interval:
    return Interval(D(low), D(high))


SWEEPS: list[tuple[str, dict[str, Any], dict[str, Interval], str, str]] = [
    ("h/f", {"h": 2800, "f": D("2.4")}, {"f": over("2.35", "2.45")}, "1142.857143", "1191.489362"),
    ("a*b", {"a": 1, "b": 1}, {"a": over("-1", "2"), "b": over("-3", "1")}, "-6", "3"),
    ("x*(4-x)", {"x": 1}, {"x": over("0", "3.9")}, "0", "4"),
    ("(x-y)**2", {"x": 0, "y": 1}, {"x": over("0", "1"), "y": over("0", "1")}, "0", "1"),
    ("x > 2", {"x": 1}, {"x": over("0", "3")}, "0", "1"),
    ("first_nonneg([x])", {"x": 1}, {"x": over("-1", "1")}, "1", "Infinity"),
    ("1/x", {"x": 1}, {"x": over("-1", "1")}, "-Infinity", "Infinity"),
    ("1/(3*x-1)", {"x": 1}, {"x": over("0", "1")}, "-Infinity", "Infinity"),
    ("a + 1", {"a": 1}, {}, "2", "2"),
    ("a + 1", {"a": 1}, {"b": over("0", "9")}, "2", "2"),
    (
        "+".join("abcdefghijkl"),
        dict.fromkeys("abcdefghijkl", 1),
        {name: over("0", "2") for name in "abcdefghijkl"},
        "0",
        "24",
    ),
]


@pytest.mark.parametrize(("text", "inputs", "moving", "low", "high"), SWEEPS)
def test_a_formula_sweeps_over(
    text: str, inputs: dict[str, Any], moving: dict[str, Interval], low: str, high: str
) -> None:
    found = sweep(parse(text), inputs, moving)
    for end, expected in ((found.low, D(low)), (found.high, D(high))):
        if expected.is_infinite():
            assert abs(end) > 10**6
        else:
            assert abs(end - expected) < D("1e-5")


def test_a_narrow_ridge_is_followed_towards_its_top() -> None:
    ridge = parse("-90*(x-y)**2 - (x+y-1.3)**2")
    found = sweep(ridge, {"x": 0, "y": 0}, {"x": over("0", "1"), "y": over("0", "1")})
    assert D("-0.09") < found.high <= 0


def test_a_list_sweeps_number_by_number() -> None:
    found = sweep_all(parse("[x, 2*x]"), {"x": 1}, {"x": over("0", "2")})
    assert [str(each) for each in found] == ["[0, 2]", "[0, 4]"]


def test_a_list_that_changes_its_length_has_no_bounds() -> None:
    found = sweep_all(parse("[n for n in range(3) if n < x]"), {"x": 1}, {"x": over("0", "2")})
    assert found == [Interval(D("-Infinity"), D("Infinity"))]


def test_one_interval_needs_one_number() -> None:
    with pytest.raises(FormulaError, match="expected one"):
        sweep(parse("[x, x]"), {"x": 1}, {})


def test_a_text_is_no_number() -> None:
    with pytest.raises(FormulaError, match="expected a number"):
        flat("a")


def test_an_input_that_is_known_by_its_interval_alone_does_not_work_at_the_point() -> None:
    with pytest.raises(FormulaError, match="x has no value"):
        sweep(parse("x"), {}, {"x": over("0", "1")})


HITS = [
    ("81.25", over("75", "87"), over("81.45", "81.55"), Hits(point=False, interval=True)),
    ("81.5", over("81", "82"), over("81.45", "81.55"), Hits(point=True, interval=True)),
    ("8.88", over("8.86", "8.9"), over("8.35", "8.45"), Hits(point=False, interval=False)),
    ("5", None, over("4", "6"), Hits(point=True, interval=True)),
    ("7", None, over("4", "6"), Hits(point=False, interval=False)),
]


@pytest.mark.parametrize(("point", "swept", "published", "expected"), HITS)
def test_point_and_interval_hit_are_told_apart(
    point: str, swept: Interval | None, published: Interval, expected: Hits
) -> None:
    assert hits(D(point), swept, published) == expected


NUMBER = st.decimals(Decimal("0.5"), 100, places=2)
SHAPES = st.sampled_from(
    ["a*b", "a/b", "a-b", "(a-b)*(a+b)", "a*(50-a)", "max(a, b)", "half_up(a/b, 1)"]
)


@given(SHAPES, NUMBER, NUMBER, st.decimals(0, Decimal("0.4"), places=2), st.fractions(0, 1))
def test_the_interval_holds_the_point_and_what_lies_between(
    text: str, a: Decimal, b: Decimal, reach: Decimal, part: Any
) -> None:
    moving = {"a": Interval(a - reach, a + reach), "b": Interval(b - reach, b + reach)}
    found = sweep(parse(text), {"a": a, "b": b}, moving)
    assert parse(text).value({"a": a, "b": b}) in found
    inner = a - reach + 2 * reach * D(part.numerator) / D(part.denominator)
    between = parse(text).value({"a": inner, "b": b})
    assert between in found.widened(D("1e-6") + found.width / 100)
