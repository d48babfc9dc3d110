"""The shipped parameters: what held when, and that each can be followed to its source."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from gevinst.engines.businesscase.estimators.precision import THRESHOLDS
from gevinst.engines.businesscase.parameters import (
    PRICE_INDICES,
    at,
    book,
    by_year,
    number,
    price_growth,
    shipped,
    steps,
)

D = Decimal
OWN = """
weeks:
  unit: weeks/year
  description: Weeks that our schools are open.
  values: [{from: 2024-01-01, value: 46, source: Us}]
"""
ALL = sorted(shipped().parameters.values(), key=lambda parameter: parameter.name)


@pytest.mark.parametrize(
    ("when", "rates"),
    [
        (date(2013, 5, 31), ("0.04", "0.03", "0.02")),
        (2018, ("0.04", "0.03", "0.02")),
        (date(2021, 1, 6), ("0.04", "0.03", "0.02")),
        (date(2021, 1, 7), ("0.035", "0.025", "0.015")),
        (2023, ("0.035", "0.025", "0.015")),
        (2030, ("0.035", "0.025", "0.015")),
    ],
)
def test_the_discount_rate_of_a_date(when: date | int, rates: tuple[str, ...]) -> None:
    assert by_year("discount-rate", when) == {
        year: D(rate) for year, rate in zip((0, 36, 71), rates, strict=True)
    }


@pytest.mark.parametrize(
    ("name", "when", "value"),
    [
        ("net-tax-factor", 2023, "1.28"),
        ("tax-distortion-factor", 2024, "1"),
        ("tax-distortion-factor", 2010, "1.20"),
        ("hours-norm", 2022, "1924"),
        ("weeks", 2022, "52"),
        ("holidays", 2025, "7.14"),
        ("optimism-duration", 2022, "0.17"),
        ("optimism-capital-expenditure", 2022, "0.47"),
        ("optimism-operating-expenditure", 2022, "0.41"),
        ("optimism-benefit-shortfall", 2022, "0.02"),
        ("optimism-it-system-stage-1", 2022, "2"),
        ("optimism-it-system-stage-3", 2022, "0.1"),
        ("residual-variation-limit", 2024, "0.15"),
        ("projection-points", 2024, "4"),
        ("disagreement-limit", 2024, "0.25"),
        ("state-it-project-threshold", 2020, "10000000"),
        ("state-it-project-threshold", 2022, "15000000"),
        ("state-it-purchase-threshold", 2022, "70000000"),
    ],
)
def test_a_number_of_a_date(name: str, when: int, value: str) -> None:
    assert number(name, when) == D(value)


@pytest.mark.parametrize(
    ("name", "when", "sentence"),
    [
        ("net-tax-factor", 2020, "'net-tax-factor' has no value on 2020-12-31.*from 2023-06-22"),
        (
            "tax-distortion-factor",
            2018,
            "from 1999-11-01 to 2016-03-17; from 2023-06-22",
        ),
        ("price-forecast-wages", 2026, "no value on 2026-12-31: .* from 2025-01-01 to 2025-12-31"),
        (
            "discount-rates",
            2024,
            "no parameter is called 'discount-rates': did you mean discount-rate",
        ),
        ("zzz", 2024, "did you mean cost-frame-level, day-hours"),
        ("discount-rate", 2024, "'discount-rate' is of kind by-year, not number"),
    ],
)
def test_an_error_says_which_parameter_and_which_dates(name: str, when: int, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        number(name, when)


def test_what_is_from_memory_is_marked() -> None:
    marked = {p.name for p in ALL if any(dated.unconfirmed for dated in p.values)}
    assert marked == {
        "cost-frame-level",
        "optimism-benefit-shortfall",
        "optimism-capital-expenditure",
        "optimism-duration",
        "optimism-operating-expenditure",
        "steering-frame-level",
        "utilisation",
    }
    assert at("optimism-duration", 2022).note


@pytest.mark.parametrize("parameter", ALL, ids=lambda parameter: parameter.name)
def test_every_value_has_unit_description_and_source(parameter: object) -> None:
    assert parameter.unit and parameter.description.endswith(".")  # type: ignore[attr-defined] # noqa: PT018
    assert all(dated.source for dated in parameter.values)  # type: ignore[attr-defined]


def test_the_required_method_is_the_one_that_estimators_begin_from() -> None:
    assert steps("required-method", 2024) == {one.amount: one.method for one in THRESHOLDS}


@pytest.mark.parametrize("index", PRICE_INDICES)
def test_every_index_has_the_growth_of_its_year(index: str) -> None:
    assert list(price_growth(index)) == [2025]


def test_an_unknown_index_is_named() -> None:
    with pytest.raises(ValueError, match="no parameter is called 'price-level-correction-tea'"):
        price_growth("tea")


def test_an_authoritys_own_stands_over_the_shipped() -> None:
    own = book([("own.yaml", OWN)]).over(shipped())
    assert number("weeks", 2024, of=own) == 46
    assert at("weeks", 2024, of=own).source == "Us"
    assert number("hours-norm", 2024, of=own) == 1924
    assert price_growth("general", of=own) == price_growth("general")
    with pytest.raises(ValueError, match="from 2024-01-01"):
        number("weeks", 2022, of=own)
