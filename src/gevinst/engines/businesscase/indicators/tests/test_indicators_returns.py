"""Return on investment against the published figures: the definition fits, the variants do not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.indicators import (
    cost_from_benefit,
    cost_from_roi,
    cumulative,
    net,
    roi,
    unit_roi,
    unit_saving,
    units_to_cover,
    within,
)
from gevinst.engines.money import half_up

D = Decimal

ZERO = D(0)
# Mio DKK. Vejle 2019-2022 with all cost first; IGA with the remaining staff among the costs, and without.
VEJLE = ([D("1.6"), ZERO, ZERO, ZERO], [ZERO] + [D("0.9676")] * 3)
IGA = ([D(8)] + [D(9)] * 5, [ZERO] + [D(12)] * 5)
IGA_PRINTED = ([D(8)] + [D(6)] * 5, [ZERO] + [D(12)] * 5)
amounts = st.decimals(0, 10**9, places=2)
series = st.lists(st.tuples(amounts, amounts), min_size=1, max_size=12)


def percent(value: D | None, places: int = 1) -> str:
    assert value is not None
    return str(half_up(100 * value, places))


@pytest.mark.parametrize(
    ("figure", "costs", "benefits", "kind", "rate", "shown"),
    [
        ("VEJLE-16", [D("1.6")], [D("2.9")], "net_over_total_cost", "0", "81.3"),
        ("VEJLE-17", *VEJLE, "net_over_total_cost", "0", "81.4"),
        ("VEJLE-17 as a ratio", *VEJLE, "benefit_cost_ratio", "0", "181.4"),
        ("VEJLE-23: 40 citizens", [D("4.8")], [D("8.496")], "net_over_total_cost", "0", "77.0"),
        ("RKSK", [D("139.57")], [D(390)], "net_over_total_cost", "0", "179.4"),
        ("RKSK as a ratio", [D("139.57")], [D(390)], "benefit_cost_ratio", "0", "279.4"),
        ("IGA published", *IGA, "net_over_total_cost", "0", "13.2"),
        ("IGA over investment", *IGA, "net_over_investment", "0", "87.5"),
        ("IGA as a ratio", *IGA, "benefit_cost_ratio", "0", "113.2"),
        ("IGA at 3.5 %", *IGA, "net_over_total_cost", "0.035", "11.4"),
        ("IGA-07: printed lines", *IGA_PRINTED, "net_over_total_cost", "0", "57.9"),
        ("IGA-17: slower benefit", [D(38)], [D(45)], "net_over_total_cost", "0", "18.4"),
    ],
)
def test_published_figures(  # noqa: PLR0917 - the columns of the table
    figure: str, costs: list[D], benefits: list[D], kind: str, rate: str, shown: str
) -> None:
    returned = roi(
        costs,
        benefits,
        horizon=len(costs),
        kind=kind,  # type: ignore[arg-type]
        investment=D(8),
        rates=D(rate),
    )
    assert percent(returned) == shown, figure


@pytest.mark.parametrize(
    ("horizon", "shown"), [(1, "-100.0"), (3, "-7.7"), (4, "2.9"), (6, "13.2")]
)
def test_the_horizon_decides_the_figure(horizon: int, shown: str) -> None:
    assert percent(roi(*IGA, horizon=horizon)) == shown


@pytest.mark.parametrize("kind", ["net_over_total_cost", "benefit_cost_ratio"])
def test_a_return_on_nothing_is_undefined(kind: str) -> None:
    assert roi([ZERO], [D(5)], horizon=1, kind=kind) is None  # type: ignore[arg-type]


def test_a_return_on_no_investment_is_undefined() -> None:
    assert roi([D(1)], [D(5)], horizon=1, kind="net_over_investment", investment=ZERO) is None


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"kind": "irr"}, "no return is called 'irr'"),
        ({"kind": "net_over_investment"}, "needs the investment"),
        ({"horizon": 0}, "the horizon is 0 years, the series has 2"),
        ({"horizon": 3}, "the horizon is 3 years, the series has 2"),
        ({"benefits": [ZERO]}, "costs cover 2 years and benefits 1"),
    ],
)
def test_misuse_is_refused(changed: dict[str, object], sentence: str) -> None:
    given_ = {"costs": [D(1), D(1)], "benefits": [ZERO, D(5)], "horizon": 2} | changed
    with pytest.raises(ValueError, match=sentence):
        roi(**given_)  # type: ignore[arg-type]


def test_unit_prices_give_the_published_return_and_saving() -> None:
    """RPA-01 and RPA-16: 390 DKK for an hour by hand, 139.57 for one by robot."""
    assert percent(unit_roi(D(390), D("139.57"))) == "179.4"
    assert percent(unit_saving(D(390), D("139.57"))) == "64.2"


def test_a_free_hour_has_neither_return_nor_saving() -> None:
    assert unit_roi(D(390), ZERO) is None
    assert unit_saving(ZERO, D(1)) is None


@pytest.mark.parametrize(
    ("figure", "found", "mio"),
    [
        ("KIP-07", cost_from_roi(D("9.8"), D("0.87")), "11.26"),
        ("KIP-08", cost_from_roi(2 * D("9.8"), D("0.87")), "22.53"),
        ("KIP-09", cost_from_benefit(3 * D("9.8"), D("0.87")), "15.72"),
        ("KIP-11", cost_from_benefit(4 * D("9.8"), D("0.87")), "20.96"),
        ("RPA-12", cost_from_roi(D("8.88"), D("1.79")), "4.96"),
    ],
)
def test_the_cost_that_a_published_return_forces(figure: str, found: D, mio: str) -> None:
    assert str(half_up(found)) == mio, figure


@pytest.mark.parametrize(
    ("figure", "found", "shown"),
    [
        ("RPA-17", units_to_cover(D(980_000), D(390)), "2512.82"),
        ("RPA-18", units_to_cover(D(1_500_000), D(390), surplus=D(3_620_000)), "13128.21"),
        ("RPA-11", units_to_cover(ZERO, D(390) - D("139.57"), surplus=D(8_880_000)), "35459.01"),
        ("AKT-11 in %", units_to_cover(D("4.7"), D("11.169") / 100), "42.08"),
    ],
)
def test_how_much_earns_its_cost(figure: str, found: D, shown: str) -> None:
    assert str(half_up(found)) == shown, figure


def test_units_that_earn_nothing_cover_no_cost() -> None:
    assert units_to_cover(D(1), ZERO) is None


def test_no_cost_follows_from_a_return_of_nothing() -> None:
    assert cost_from_roi(D(5), ZERO) is None
    assert cost_from_benefit(D(5), D(-1)) is None


@pytest.mark.parametrize(
    ("figure", "year", "mio"), [("VEJLE-14", 2, "0.3"), ("VEJLE-15", 3, "1.3")]
)
def test_the_cumulative_net_of_vejle(figure: str, year: int, mio: str) -> None:
    assert str(half_up(cumulative(net(*VEJLE))[year], 1)) == mio, figure


@pytest.mark.parametrize(("fixed", "mio"), [("0", "7.05"), ("0.100", "7.22"), ("0.352", "7.66")])
def test_five_years_of_kerteminde_depend_on_what_is_fixed(fixed: str, mio: str) -> None:
    """Net 1.045 mio in 2021, 15 % more participants a year; administration and licence fixed or not."""
    benefits = [(D("1.045") + D(fixed)) * D("1.15") ** year for year in range(5)]
    assert str(half_up(cumulative(net([D(fixed)] * 5, benefits))[-1])) == mio


@given(series)
def test_the_last_cumulative_value_is_the_whole_net(years: list[tuple[D, D]]) -> None:
    costs, benefits = [cost for cost, _ in years], [benefit for _, benefit in years]
    assert cumulative(net(costs, benefits))[-1] == sum(benefits) - sum(costs)


@given(series)
def test_the_ratio_is_the_return_plus_one(years: list[tuple[D, D]]) -> None:
    costs, benefits = [1 + cost for cost, _ in years], [benefit for _, benefit in years]
    one = roi(costs, benefits, horizon=len(years))
    ratio = roi(costs, benefits, horizon=len(years), kind="benefit_cost_ratio")
    assert one is not None
    assert ratio is not None
    assert abs(ratio - one - 1) < D("1e-15")


def test_a_horizon_keeps_the_first_years() -> None:
    assert within((D(1), D(2), D(3)), 2) == (D(1), D(2))
