"""The table of candidates: the numbers of each fit against hand-worked and published regressions."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.estimators import Candidate, projection
from gevinst.engines.businesscase.estimators.growth_fit import GrowthFit
from gevinst.engines.businesscase.estimators.line_fit import LineFit
from gevinst.engines.businesscase.estimators.mean_fit import MeanFit

# Anscombe's first set (1973): its regression is printed in every textbook.
ANSCOMBE = {
    4: "4.26", 5: "5.68", 6: "7.24", 7: "4.82", 8: "6.95", 9: "8.81",
    10: "8.04", 11: "8.33", 12: "10.84", 13: "7.58", 14: "9.96",
}  # fmt: skip


def candidate(seen: dict[int, str], method: str, growth: str | None = None) -> Candidate:
    """One row of the table, projected to year 15."""
    years = {year: Decimal(amount) for year, amount in seen.items()}
    told = projection(years, [15], None if growth is None else Decimal(growth))
    return next(one for one in told.candidates if one.method == method)


def test_the_line_of_anscombe() -> None:
    line = candidate(ANSCOMBE, "linear")
    assert float(line.per_year or 0) == pytest.approx(0.5000909, abs=1e-7)
    assert float(line.r2 or 0) == pytest.approx(0.6665425, abs=1e-7)
    assert float(line.residual_cv or 0) == pytest.approx(1.236603 / 7.500909, abs=1e-6)
    told = line.estimates[15]
    assert float(told.value) == pytest.approx(10.50145, abs=1e-5)
    # s sqrt(1 + 1/11 + 6^2/110), times t(0.90; 9) = 1.38303
    assert float(told.sd) == pytest.approx(1.236603 * math.sqrt(1 + 1 / 11 + 36 / 110), abs=1e-5)
    assert float(told.high - told.value) == pytest.approx(1.38303 * float(told.sd), abs=1e-4)


def test_the_mean_of_four_years() -> None:
    mean = candidate({10: "8", 11: "12", 12: "10", 13: "10"}, "mean")
    told = mean.estimates[15]
    assert mean.r2 == 0
    assert mean.mape is not None
    assert round(mean.mape, 6) == Decimal("0.104167")  # (2/8 + 2/12 + 0 + 0) / 4
    assert float(told.sd) == pytest.approx(math.sqrt(8 / 3 * 1.25))
    assert float(told.high) == pytest.approx(10 + 1.637744 * float(told.sd), abs=1e-5)


def test_growth_counts_one_error_for_every_year_ahead() -> None:
    grown = candidate({10: "100", 11: "108", 12: "121"}, "growth", "0.1")
    # steps: 108 - 110 = -2 and 121 - 118.8 = 2.2; three years ahead: 1 + 1.1^2 + 1.1^4
    step = math.sqrt((4 + 2.2**2) / 2)
    told = grown.estimates[15]
    assert float(told.value) == pytest.approx(121 * 1.331)
    assert float(told.sd) == pytest.approx(step * math.sqrt(1 + 1.1**2 + 1.1**4))
    assert float(grown.loo_rmse or 0) == pytest.approx(
        math.sqrt(((100 - 108 / 1.1) ** 2 + 4 + 2.2**2) / 3)
    )


def test_a_step_over_a_gap_counts_for_its_years() -> None:
    fit = GrowthFit([(2018, 100.0), (2020, 104.0)], 0.0)
    assert fit.residual_sd() == pytest.approx(4 / math.sqrt(2))


def test_constant_growth_is_found_with_its_lopsided_interval() -> None:
    curve = candidate({10: "100", 11: "121", 12: "115", 13: "150", 14: "146"}, "log-linear")
    told = curve.estimates[15]
    assert told.high - told.value > told.value - told.low
    assert told.low > 0
    logs = [math.log(y) for y in (100, 121, 115, 150, 146)]
    slope = sum((x - 2) * y for x, y in enumerate(logs)) / 10
    assert float(curve.per_year or 0) == pytest.approx(math.exp(slope) - 1)


@pytest.mark.parametrize(
    ("seen", "r2", "mape", "cv"),
    [
        ({10: "5", 11: "5", 12: "5"}, None, Decimal(0), Decimal(0)),  # nothing varies
        ({10: "0", 11: "0", 12: "0"}, None, None, Decimal(0)),  # nothing to be wrong by a share of
        ({10: "-1", 11: "1", 12: "0"}, Decimal(0), Decimal(1), None),  # nothing to divide by
        (
            {10: "0", 11: "2", 12: "4"},
            Decimal(0),
            Decimal("0.25"),
            Decimal(1),
        ),  # the 0 is passed over
    ],
)
def test_a_share_of_nothing_is_none(
    seen: dict[int, str], r2: Decimal | None, mape: Decimal | None, cv: Decimal | None
) -> None:
    mean = candidate(seen, "mean")
    assert (mean.r2, mean.mape, mean.residual_cv) == (r2, mape, cv)


def test_growth_beyond_every_bound_is_left_out() -> None:
    seen = {2019: Decimal(1), 2020: Decimal(10) ** 50, 2021: Decimal(10) ** 100}
    told = projection(seen, [2030])
    assert [(one.method, one.reason) for one in told.left_out] == [
        ("log-linear", "it grows beyond every bound")
    ]


def test_why_a_candidate_is_left_out_is_told() -> None:
    told = projection({2020: Decimal(3), 2021: Decimal(-1), 2022: Decimal(2)}, [2023])
    (note,) = [one for one in told.notes if one.code == "candidate-left-out"]
    assert note.facts == {"method": "log-linear", "reason": "the amount of 2021 is not above 0"}


points = st.dictionaries(
    st.integers(2000, 2030), st.floats(-1e6, 1e6), min_size=3, max_size=10
).map(lambda years: sorted(years.items()))


@given(points)
def test_leaving_one_out_is_the_residual_over_what_leverage_leaves(
    seen: list[tuple[int, float]],
) -> None:
    line, mean = LineFit.of(seen), MeanFit(seen)
    for at, (x, y) in enumerate(seen):
        others = [*seen[:at], *seen[at + 1 :]]
        leverage = 1 / len(seen) + (x - line.middle) ** 2 / line.sxx
        alone = y - LineFit.of(others).value(x)
        assert alone * (1 - leverage) == pytest.approx(y - line.value(x), rel=1e-6, abs=1e-3)
        one = y - MeanFit(others).value(x)
        assert one * (1 - 1 / len(seen)) == pytest.approx(y - mean.value(x), rel=1e-6, abs=1e-3)


def test_two_points_leave_a_line_no_spread() -> None:
    told = LineFit.of([(2020, 1.0), (2021, 2.0)]).predict(2022, 0.8)
    assert told == (3.0, 0.0, 3.0, 3.0)
