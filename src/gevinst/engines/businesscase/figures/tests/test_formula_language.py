"""What a formula may say, and what it comes to: exactly, and over arrays."""

from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from gevinst.engines.businesscase.figures.formula import parse

D = Decimal

COMES_TO: list[tuple[str, dict[str, Any], Any]] = [
    ("visits*minutes/60", {"visits": 240, "minutes": D("5.3")}, D("21.2")),
    ("-a + +b - 1", {"a": 2, "b": 5}, 2),
    ("7 / 2", {}, D("3.5")),
    ("1/3*3 == 1 or half_up(1/3*3, 20) == 1", {}, True),
    ("1.045", {}, D("1.045")),
    ("1_000.5", {}, D("1000.5")),
    ("0.1 + 0.2 == 0.3", {}, True),
    ("x + 0", {"x": 0.1}, D("0.1")),
    ("-7.5 // 2", {}, -4),
    ("7 // 2", {}, 3),
    ("-7.5 % 2", {}, D("0.5")),
    ("7 % 4", {}, 3),
    ("2**10", {}, 1024),
    ("2**-1", {}, D("0.5")),
    ("4**0.5", {}, 2),
    ("1.5**2", {}, D("2.25")),
    ("2**2.0", {}, 4),
    ("pow(2, 3)", {}, 8),
    ("half_up(1.045, 2)", {}, D("1.05")),
    ("half_up(-2.5)", {}, -3),
    ("half_up(23598/100, 0)*100", {}, 23600),
    ("half_up(True)", {}, 1),
    ("trunc(139.57, 0)", {}, 139),
    ("trunc(-1.99, 1)", {}, D("-1.9")),
    ("round(2.5)", {}, 2),
    ("round(3.5)", {}, 4),
    ("round(1.0005, 3)", {}, D("1.000")),
    ("round(1250, -2)", {}, 1200),
    ("floor(-1.5) + ceil(1.2) + int(2.9)", {}, 2),
    ("int(' 41 ') + float('0.5') + float(1) + float(0.25)", {}, D("42.75")),
    ("bool(3) and str(5) == '5'", {}, True),
    ("abs(-3) + fabs(-0.5)", {}, D("3.5")),
    ("min(3, 2, 5) + max([3, 2, 5])", {}, 7),
    ("max([], default=4)", {}, 4),
    ("sum([1, 2, 0.5]) + sum([1], 2) + fsum([1])", {}, D("7.5")),
    ("sum([[1], [2]], [])", {}, [1, 2]),
    ("prod([2, 3, 0.5])", {}, 3),
    ("mean([1, 2]) + median([3, 1, 2]) + median([1, 2])", {}, 5),
    ("sqrt(16) + math.sqrt(4)", {}, 6),
    ("exp(0) + log(1) + log10(1000) + log(8, 2)", {}, 7),
    ("cum([-16, 9, 9])", {}, [-16, -7, 2]),
    ("first_nonneg(cum([-16, 9, 9]))", {}, 3),
    ("first_nonneg([-1, -2])", {}, None),
    ("first_nonneg([-1]) is None", {}, True),
    ("first_nonneg([0]) is not None", {}, True),
    ("count_int(0, 32, 94, 0)", {}, [30]),
    ("half_up(100*annuity_rate(p, a, n), 2)", {"p": 4246, "a": 1114, "n": 4}, D("1.96")),
    ("[n for n in range(30, 51) if abs(h/n - 68.1) <= 0.05]", {"h": 2792}, [41]),
    ("[x*y for x in v for y in v]", {"v": [1, 2]}, [1, 2, 2, 4]),
    ("sum(x*y for x, y in zip(a, b))", {"a": [1, 2], "b": (3, 4)}, 11),
    ("[i*x for i, x in enumerate(v, 1)]", {"v": [5, 6]}, [5, 12]),
    ("{x for x in [1, 1]} == {1}", {}, True),
    ("{k: 2*x for k, x in d.items()}", {"d": {"a": 1}}, {"a": 2}),
    ("d['a'] + d.get('b', 3) + sum(d.values()) + len(d.keys())", {"d": {"a": 1}}, 6),
    ("{'a': 1}['a']", {}, 1),
    ("[1, 2, 2].count(2) + (5, 6).index(6)", {}, 3),
    ("v[0] + v[-1] + sum(v[1:3]) + len(v[::2])", {"v": [1, 2, 3, 4]}, 12),
    ("'abc'[1]", {}, "b"),
    ("[-c, *[b]*3]", {"c": 2, "b": 1}, [-2, 1, 1, 1]),
    ("[0]*2.0 + 2.0*[1]", {}, [0, 0, 1, 1]),
    ("max(*v)", {"v": [1, 5]}, 5),
    ("all([1, 1]) and not any([0, 0])", {}, True),
    ("sorted([3, 1], reverse=True) + list(reversed([1, 2])) + list((7,))", {}, [3, 1, 2, 1, 7]),
    ("len(tuple([1])) + len(set([1, 1])) + next(iter([5])) + next([], 2)", {}, 9),
    ("isclose(0.1 + 0.2, 0.3) and not isclose(1, 2, rel_tol=0.1)", {}, True),
    ("1 < x <= 3 and x != 2", {"x": 3}, True),
    ("1 < x < 2 < 1/0", {"x": 5}, False),
    ("x in (7.0, 8.0)", {"x": 7}, True),
    ("x not in [1]", {"x": 7}, True),
    ("0 or 5", {}, 5),
    ("0 and 1/0", {}, 0),
    ("1 if x > 2 else 1/0", {"x": 3}, 1),
    ("half_up(7.4, 0) in (7.0, 8.0)", {}, True),
    ("{1, 2} - {2}", {}, {1}),
    ("gevinst_æøå*2", {"gevinst_æøå": 4}, 8),
    ("range(2.0)", {}, [0, 1]),
]


@pytest.mark.parametrize(("text", "values", "expected"), COMES_TO, ids=lambda p: str(p)[:60])
def test_a_formula_comes_to(text: str, values: dict[str, Any], expected: Any) -> None:
    assert parse(text).value(values) == expected


FLOATS: list[tuple[str, dict[str, Any], Any]] = [
    ("a/b", {"a": 1, "b": D(4)}, 0.25),
    ("half_up(1.045, 2)", {}, 1.05),
    ("int(x)", {"x": 2.0}, 2),
    ("range(x)[1]", {"x": 3.0}, 1),
    ("sqrt(2.25) + exp(0.0)", {}, 2.5),
    ("[1]*2", {}, [1, 1]),
    ("7.5 // 2 + 7.5 % 2", {}, 4.5),
]


@pytest.mark.parametrize(("text", "values", "expected"), FLOATS)
def test_with_float_it_counts_in_floats(text: str, values: dict[str, Any], expected: Any) -> None:
    assert parse(text).value(values, float) == expected


ROW = np.array([1.0, 2.5, 4.0])
ARRAYS: list[tuple[str, list[float]]] = [
    ("x*2 + 1", [3, 6, 9]),
    ("min(x, 2)", [1, 2, 2]),
    ("max([x, 2])", [2, 2.5, 4]),
    ("sum([x, x])", [2, 5, 8]),
    ("1 if x > 2 else 0", [0, 1, 1]),
    ("(x > 1 and x < 4)*1", [0, 1, 0]),
    ("(x < 2 or x > 3)*1", [1, 0, 1]),
    ("(not x > 2)*1", [1, 0, 0]),
    ("(1 < x < 4)*1", [0, 1, 0]),
    ("half_up(x, 0)", [1, 3, 4]),
    ("round(x)", [1, 2, 4]),
    ("trunc(x, 0) + floor(x) + ceil(x)", [3, 7, 12]),
    ("half_up(-x, 0)", [-1, -3, -4]),
    ("half_up(x*0.418, 2)", [0.42, 1.05, 1.67]),
    ("sqrt(x*x) + log(exp(x))", [2, 5, 8]),
    ("first_nonneg(cum([x-4, 1, 1, 1]))", [4, 3, 1]),
    ("x**2/x", [1, 2.5, 4]),
    ("2**x", [2, 2**2.5, 16]),
    ("x[0] + x*0", [1, 1, 1]),
]


@pytest.mark.parametrize(("text", "expected"), ARRAYS)
def test_the_same_language_runs_over_arrays(text: str, expected: list[float]) -> None:
    found = parse(text).value({"x": ROW}, float)
    np.testing.assert_allclose(np.asarray(found, dtype=float), expected, rtol=1e-12)


def test_years_that_never_pay_are_not_numbers_in_an_array() -> None:
    found = parse("first_nonneg([x - 2, x - 3])").value({"x": ROW}, float)
    assert np.isnan(found[0])
    assert list(found[1:]) == [1.0, 1.0]


def round_trip(text: str) -> Decimal:
    return Decimal(text)


def test_a_plain_function_can_make_the_numbers() -> None:
    assert parse("0.5 + x").value({"x": 0.25}, round_trip) == D("0.75")


NAMES: list[tuple[str, set[str]]] = [
    ("a*b/60", {"a", "b"}),
    ("[n for n in range(m) if n > k]", {"m", "k"}),
    ("[n for n in v] + n", {"v", "n"}),
    ("sum(x*y for x, y in zip(a, x))", {"a", "x"}),
    ("sum", {"sum"}),
    ("math.sqrt(x)", {"x"}),
    ("d.get(k)", {"d", "k"}),
    ("{k: x for k, x in d.items()}", {"d"}),
    ("[y for x in v for y in x]", {"v"}),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_are_what_must_be_given(text: str, names: set[str]) -> None:
    assert parse(text).names == names


def test_text_and_equality_are_those_of_the_writing() -> None:
    assert parse(" a + b ") == parse("a + b")
