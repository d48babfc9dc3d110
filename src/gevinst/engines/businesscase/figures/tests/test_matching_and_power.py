"""When a value is what was printed, and how much that proves."""

import ast
from decimal import Decimal
from typing import Any

import pytest

from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.matching import matches, overlaps
from gevinst.engines.businesscase.figures.power import power_of

D = Decimal

MATCHES: list[tuple[Any, Any, Any, bool]] = [
    (D("19.7"), D(20), D("0.5"), True),
    (D("19.4"), D(20), D("0.5"), False),
    (D("0.3"), D("0.3"), 0, True),
    (5, D("5.0"), None, True),
    (D("1000000000.5"), D(1000000000), 0, True),
    ([41], [41], 0, True),
    ([41, 42], [41], 0, False),
    (41, [41], 0, True),
    ([41], 41, 0, True),
    ([D("1.46"), D("1.7")], [D("1.46"), D("1.68")], D("0.02"), True),
    ([1, 2], [1, 3], [0, 1], True),
    ([1, 2], [1, 3], [1], False),
    ([[1], [2]], [[1], [2]], 0, True),
    (D("3.2"), [3, 4], 0, True),
    (D("4.4"), [3, 4], D("0.5"), True),
    (D("4.4"), [3, 4], [D("0.5"), 0], False),
    (D("3.2"), [4, 3], 0, False),
    (3, [True, 4], 0, False),
    (True, True, 0, True),
    (False, True, 0, False),
    (1, True, 0, True),
    (True, D(1), 0, True),
    (None, True, 0, False),
    (None, D(3), 0, False),
    ("a", "a", 0, True),
    ("a", "b", 0, False),
]


@pytest.mark.parametrize(("computed", "published", "tolerance", "same"), MATCHES)
def test_a_value_matches_a_print(computed: Any, published: Any, tolerance: Any, same: bool) -> None:
    assert matches(computed, published, tolerance) is same


def over(low: str, high: str) -> Interval:
    return Interval(D(low), D(high))


OVERLAPS: list[tuple[list[Interval], Any, Any, bool]] = [
    ([over("75.8", "87.1")], D("81.5"), D("0.05"), True),
    ([over("8.86", "8.9")], D("8.4"), D("0.05"), False),
    ([over("8.86", "8.9")], D("8.8"), D("0.06"), True),
    ([over("1", "2"), over("3", "4")], [D("1.5"), D(5)], [0, 1], True),
    ([over("1", "2")], [1, 2, 3], 0, False),
    ([over("1", "3.1")], [3, 4], 0, True),
    ([over("1", "2.9")], [3, 4], 0, False),
    ([over("0", "1")], True, 0, True),
    ([over("0", "0")], True, 0, False),
    ([over("0", "1")], "text", 0, False),
    ([], D(1), 0, False),
]


@pytest.mark.parametrize(("swept", "published", "tolerance", "met"), OVERLAPS)
def test_an_interval_overlaps_a_print(
    swept: list[Interval], published: Any, tolerance: Any, met: bool
) -> None:
    assert overlaps(swept, published, tolerance) is met


POWERS: list[tuple[str, Any, Any, list[Interval], str]] = [
    ("a/b", D("68.1"), D("0.05"), [], "strong"),
    ("a/b", D(100), D("1.1"), [], "strong"),
    ("a/b", D(100), D("3.5"), [], "medium"),
    ("a/b", D(100), D("3.6"), [], "weak"),
    ("a/b", D(-100), D("1.2"), [], "medium"),
    ("a/b", D(100), D("0.1"), [over("90", "110")], "weak"),
    ("a/b", D(100), None, [], "strong"),
    ("a < b", True, 0, [], "weak"),
    ("a*b", D(0), 0, [], "weak"),
    ("[a/b, b]", [D(100), D(10)], [D("0.1"), D("0.3")], [], "medium"),
    ("[n for n in v]", [41], 0, [], "strong"),
    ("[n for n in v]", [], 0, [], "weak"),
    ("x", D(340), 0, [], "identity_or_rounding"),
    ("half_up(x, 0)", D(340), 0, [], "identity_or_rounding"),
    ("trunc(-x, 0)", D(-340), 0, [], "identity_or_rounding"),
    ("[min(v), max(v[1:])]", [1, 2], 0, [], "identity_or_rounding"),
    ("sum(r) - sum(c)", D(0), 0, [], "identity_or_rounding"),
    ("a + b - c", D(0), 0, [], "identity_or_rounding"),
    ("a + b", D(5), 0, [], "strong"),
    ("sum(v)", D(5), 0, [], "strong"),
    ("math.floor(x)", D(5), 0, [], "strong"),
]


@pytest.mark.parametrize(("text", "published", "tolerance", "swept", "power"), POWERS)
def test_the_power_of_a_hit(
    text: str, published: Any, tolerance: Any, swept: list[Interval], power: str
) -> None:
    tree = ast.parse(text, mode="eval").body
    assert power_of(tree, published, tolerance, swept) == power
