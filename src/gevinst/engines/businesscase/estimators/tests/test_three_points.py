"""Three-point estimates and their total."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.estimators import Estimate, ThreePoint, three_point, total
from gevinst.engines.businesscase.estimators.three_point import Kind

KINDS: tuple[Kind, ...] = ("triangular", "pert", "successive")


@pytest.mark.parametrize(
    ("points", "kind", "mean", "sd"),
    [
        ((60, 90, 180), "triangular", "110", "25.495098"),
        ((60, 90, 180), "pert", "100", "20"),
        ((60, 90, 180), "successive", "102", "24"),
        ((0, 0, 6), "triangular", "2", "1.414214"),
        ((5, 5, 5), "pert", "5", "0"),
        ((-10, 0, 10), "successive", "0", "4"),
    ],
)
def test_mean_and_spread(points: tuple[int, int, int], kind: Kind, mean: str, sd: str) -> None:
    low, likely, high = map(Decimal, points)
    told = three_point(low, likely, high, kind, sources=["workshop"])
    assert (told.value, round(told.sd, 6)) == (Decimal(mean), Decimal(sd))
    assert (told.low, told.high, told.method) == (low, high, f"three-point-{kind}")
    assert told.sources == ("workshop",)


@pytest.mark.parametrize(
    ("points", "kind", "fault"),
    [
        ((2, 1, 3), "pert", "the smallest, the likely, the largest"),
        ((1, 3, 2), "pert", "the smallest, the likely, the largest"),
        ((1, 2, 3), "normal", "use one of triangular, pert, successive"),
    ],
)
def test_three_points_stand_in_order(points: tuple[int, int, int], kind: Kind, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        ThreePoint(*map(Decimal, points), kind)


def line(value: int, sd: int) -> Estimate:
    """A line of a budget."""
    centre, spread = Decimal(value), Decimal(sd)
    return Estimate(centre, spread, centre - spread, centre + spread, 2, "market", ("A",))


@pytest.mark.parametrize(
    ("rho", "sd"), [("0", "5"), ("1", "7"), ("0.5", "6.082763"), ("-1", "1"), ("-0.5", "3.605551")]
)
def test_variances_add_with_the_correlation(rho: str, sd: str) -> None:
    told = total([line(10, 3), line(20, 4)], Decimal(rho))
    assert (told.value, round(told.sd, 6)) == (Decimal(30), Decimal(sd))
    assert told.high - told.value == pytest.approx(Decimal(NormalDist().inv_cdf(0.9)) * told.sd)
    assert (told.n, told.sources, told.method) == (4, ("A",), "total")


@pytest.mark.parametrize(
    ("lines", "rho", "fault"),
    [
        (0, "0", "no lines"),
        (2, "1.1", "between -1.0000 and 1"),
        (3, "-0.6", "between -0.5000 and 1"),
        (1, "-1.1", "among 1 lines"),
    ],
)
def test_a_correlation_that_cannot_be_is_refused(lines: int, rho: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        total([line(1, 1)] * lines, Decimal(rho))


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=6), st.decimals("-0.2", 1, places=2))
def test_the_variance_is_the_sum_over_all_pairs(sds: list[int], rho: Decimal) -> None:
    pairs = sum(2 * rho * a * b for a, b in combinations(sds, 2))
    told = total([line(100, sd) for sd in sds], rho)
    assert told.sd**2 == pytest.approx(Decimal(sum(sd * sd for sd in sds)) + pairs)


@given(st.lists(st.decimals(-1000, 1000, places=2), min_size=3, max_size=3), st.sampled_from(KINDS))
def test_the_mean_lies_between_the_ends(points: list[Decimal], kind: Kind) -> None:
    told = ThreePoint(*sorted(points), kind)
    assert min(points) <= told.mean <= max(points)
    assert told.variance >= 0
