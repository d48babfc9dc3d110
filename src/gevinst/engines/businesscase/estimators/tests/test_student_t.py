"""The t quantiles against printed tables, closed forms and a plain integration of the density."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.estimators.student import quantile, within

# Printed tables: degrees of freedom, then the quantiles at 0.90, 0.95 and 0.975.
TABLE = [
    (1, 3.078, 6.314, 12.706),
    (2, 1.886, 2.920, 4.303),
    (3, 1.638, 2.353, 3.182),
    (4, 1.533, 2.132, 2.776),
    (5, 1.476, 2.015, 2.571),
    (6, 1.440, 1.943, 2.447),
    (7, 1.415, 1.895, 2.365),
    (8, 1.397, 1.860, 2.306),
    (9, 1.383, 1.833, 2.262),
    (10, 1.372, 1.812, 2.228),
    (15, 1.341, 1.753, 2.131),
    (20, 1.325, 1.725, 2.086),
    (30, 1.310, 1.697, 2.042),
    (60, 1.296, 1.671, 2.000),
    (120, 1.289, 1.658, 1.980),
]


@pytest.mark.parametrize(("df", "p90", "p95", "p975"), TABLE)
def test_the_printed_table(df: int, p90: float, p95: float, p975: float) -> None:
    told = [round(quantile(p, df), 3) for p in (0.90, 0.95, 0.975)]
    assert told == [p90, p95, p975]


@pytest.mark.parametrize("p", [0.001, 0.2, 0.5, 0.9, 0.9995])
def test_one_and_two_degrees_have_closed_forms(p: float) -> None:
    assert quantile(p, 1) == pytest.approx(math.tan(math.pi * (p - 0.5)), rel=1e-9, abs=1e-12)
    two = (2 * p - 1) * math.sqrt(2 / (4 * p * (1 - p)))
    assert quantile(p, 2) == pytest.approx(two, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("df", [1, 2, 3, 4, 7, 12, 25])
@pytest.mark.parametrize("t", [0.3, 1.0, 2.5])
def test_the_share_is_the_integral_of_the_density(df: int, t: float) -> None:
    scale = math.exp(math.lgamma((df + 1) / 2) - math.lgamma(df / 2)) / math.sqrt(df * math.pi)
    steps = 2000
    points = [-t + 2 * t * (step + 0.5) / steps for step in range(steps)]
    area = math.fsum((1 + x * x / df) ** (-(df + 1) / 2) for x in points) * 2 * t / steps * scale
    assert within(t, df) == pytest.approx(area, abs=1e-6)


@given(st.floats(0.001, 0.999), st.integers(1, 200))
def test_the_quantile_takes_the_share_back(p: float, df: int) -> None:
    assert within(abs(quantile(p, df)), df) == pytest.approx(abs(2 * p - 1), abs=1e-9)


@pytest.mark.parametrize(
    ("p", "df", "fault"),
    [(0, 3, "between 0 and 1"), (1, 3, "between 0 and 1"), (0.9, 0, "takes one")],
)
def test_what_is_no_quantile_is_refused(p: float, df: int, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        quantile(p, df)
