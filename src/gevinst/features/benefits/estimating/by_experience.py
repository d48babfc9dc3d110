"""Kept inputs of experience cases, at one size and price year, and the estimate that they give."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from gevinst.engines.businesscase.estimators import Comparable, experience
from gevinst.engines.businesscase.indicators.price_level import price_factor
from gevinst.engines.businesscase.notes import Note
from gevinst.features.benefits.estimating.inputs import EXPERIENCE, Inputs, Rates, number
from gevinst.features.benefits.estimating.worked import Worked


def by_experience(inputs: Inputs, rates: Rates) -> Worked:
    """The estimate from comparable cases, noted where prices could not be adjusted."""
    size, price_year = number(inputs["size"]), int(inputs["price_year"])
    cases = [
        Comparable(
            number(each["value"]),
            number(each.get("size", size)),
            number(each.get("weight", 1)),
            int(each.get("price_year", price_year)),
            str(each.get("source", "")),
        )
        for each in inputs["cases"]
    ]
    growth, missing = inputs.get("price_growth"), set[int]()
    index = _index(rates, None if growth is None else number(growth), missing)
    told = experience(cases, size, price_year, index, beta=number(inputs.get("beta", 1)))
    return Worked(EXPERIENCE, told.noted(*_unadjusted(missing)))


def _index(
    rates: Rates, growth: Decimal | None, missing: set[int]
) -> Callable[[int, int], Decimal]:
    """The factor between two years: by the rates, else by `growth` a year, else 1 and told in `missing`."""

    def factor(year: int, to: int) -> Decimal:
        wanted = range(min(year, to) + 1, max(year, to) + 1)
        lacking = {each for each in wanted if each not in rates}
        if growth is None:
            missing.update(lacking)
        held = {each: rates.get(each, growth or Decimal(0)) for each in wanted}
        return price_factor(held, from_year=year, to_year=to)

    return factor


def _unadjusted(missing: set[int]) -> list[Note]:
    if not missing:
        return []
    years = ", ".join(str(year) for year in sorted(missing))
    message = f"Prices are not adjusted in {years}: there is no index for them."
    return [Note("prices-not-adjusted", message, {"years": years})]
