"""Price levels by the state's method, and the socio-economic value beside the nominal one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.indicators import (
    PricedAmount,
    adjustment,
    convert,
    npv,
    price_factor,
    series_at_prices,
    socio_economic_value,
    total,
)
from gevinst.engines.businesscase.parameters import by_year, number, price_growth
from gevinst.engines.money import half_up

D = Decimal
growths = st.fixed_dictionaries(
    {year: st.decimals("-0.2", "0.3", places=3) for year in range(2021, 2031)}
)
years = st.integers(2020, 2030)
amounts = st.decimals(-(10**9), 10**9, places=2)


@pytest.mark.parametrize(
    ("figure", "index", "percent"),
    [
        ("EXT-PL-1", "wages", "4.1"),
        ("EXT-PL-2", "consumer", "1.2"),
        ("EXT-PL-3", "net-price", "0.0"),
        ("EXT-PL-4", "construction", "2.3"),
        ("EXT-PL-5", "road", "2.2"),
        ("EXT-PL-6", "general", "3.0"),
    ],
)
def test_the_printed_adjustments_of_2025(figure: str, index: str, percent: str) -> None:
    # Rounding a small negative growth leaves "-0.0" without the abs.
    shown = half_up(100 * price_growth(index)[2025], 1)
    assert str(shown if shown else abs(shown)) == percent, figure


@pytest.mark.parametrize(
    ("correction", "forecast", "growth"),
    [("0.009", "0.032", "0.041288"), ("-0.019", "0.019", "-0.000361")],
)
def test_correction_and_forecast_compound(correction: str, forecast: str, growth: str) -> None:
    assert adjustment(D(correction), D(forecast)) == D(growth)


@pytest.mark.parametrize(
    ("from_year", "to_year", "factor"),
    [(2023, 2023, "1"), (2023, 2024, "1.10"), (2023, 2025, "1.21"), (2025, 2023, "0.8264")],
)
def test_the_growth_of_every_year_on_the_way_counts(
    from_year: int, to_year: int, factor: str
) -> None:
    growth = {2023: D(9), 2024: D("0.1"), 2025: D("0.1")}
    found = price_factor(growth, from_year=from_year, to_year=to_year)
    assert round(found, 4) == D(factor)


@given(amounts, years, years, growths)
def test_there_and_back_is_the_same_amount(
    amount: D, there: int, here: int, growth: dict[int, D]
) -> None:
    priced = PricedAmount(amount, here)
    back = convert(convert(priced, there, growth), here, growth)
    assert back.price_year == here
    assert half_up(back.amount) == amount


@given(years, years, years, growths)
def test_a_way_by_another_year_is_the_same_way(
    start: int, by: int, end: int, growth: dict[int, D]
) -> None:
    direct = price_factor(growth, from_year=start, to_year=end)
    parts = [price_factor(growth, from_year=a, to_year=b) for a, b in ((start, by), (by, end))]
    assert abs(direct - parts[0] * parts[1]) < D("1e-18")


@given(st.lists(amounts, min_size=1, max_size=6), st.integers(2021, 2025), years, growths)
def test_a_nominal_series_is_each_year_converted(
    nominal: list[D], first: int, price_year: int, growth: dict[int, D]
) -> None:
    real = series_at_prices(nominal, first_year=first, price_year=price_year, growth=growth)
    assert [half_up(value) for value in real] == [
        half_up(convert(PricedAmount(value, first + at), price_year, growth).amount)
        for at, value in enumerate(nominal)
    ]


def test_a_year_without_growth_is_named() -> None:
    with pytest.raises(ValueError, match=r"no growth for 2026: it has \[2025\]"):
        price_factor({2025: D("0.03")}, from_year=2024, to_year=2026)


def test_a_fall_to_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="the index falls by 1 in 2025"):
        price_factor({2025: D(-1)}, from_year=2024, to_year=2025)


def test_price_years_do_not_mix() -> None:
    with pytest.raises(ValueError, match="the prices of 2020 and 2022 cannot be added"):
        PricedAmount(D(1), 2022) + PricedAmount(D(1), 2020)


def test_no_amounts_have_no_price_year() -> None:
    with pytest.raises(ValueError, match="no amounts to add"):
        total([])


def test_amounts_of_one_price_year_add() -> None:
    assert total([PricedAmount(D(1), 2022)] * 3) == PricedAmount(D(3), 2022)


NET = [D(-1000), D(500), D(700)]
RATES = by_year("discount-rate", 2024)
FACTOR = number("net-tax-factor", 2024)


def test_market_prices_are_factor_prices_times_the_net_tax_factor() -> None:
    value = socio_economic_value(
        NET,
        rates=RATES,
        from_year=0,
        net_tax_factor=FACTOR,
        distortion_factor=number("tax-distortion-factor", 2024),
    )
    assert value.factor_prices == npv(NET, RATES, from_year=0)
    assert value.net == value.market_prices == value.factor_prices * D("1.28")


@pytest.mark.parametrize(
    ("public", "distortion"), [(None, "-20"), ([D(-50)], "-10"), ([D(0)], "0")]
)
def test_what_taxes_finance_costs_its_distortion(public: list[D] | None, distortion: str) -> None:
    value = socio_economic_value(
        [D(-100)],
        rates=D(0),
        from_year=0,
        net_tax_factor=D(1),
        distortion_factor=D("1.2"),
        market_net=[D(130)],
        public_net=public,
    )
    assert value.distortion == D(distortion)
    assert value.net == 30 + D(distortion)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"net_tax_factor": D("0.28")}, "the net tax factor is 0.28"),
        ({"distortion_factor": D("0.2")}, "the distortion factor is 0.2"),
    ],
)
def test_a_factor_is_not_a_share(changed: dict[str, D], sentence: str) -> None:
    factors = {"net_tax_factor": D(1), "distortion_factor": D(1)} | changed
    with pytest.raises(ValueError, match=sentence):
        socio_economic_value(NET, rates=D(0), from_year=0, **factors)
