"""Kept inputs of a projection, and the estimate that they give."""

from __future__ import annotations

from decimal import Decimal

from gevinst.engines.businesscase.estimators import Estimate, projection
from gevinst.features.benefits.estimating.inputs import (
    PROJECTION,
    Inputs,
    Rates,
    number,
    sources_of,
)
from gevinst.features.benefits.estimating.worked import Worked


def by_projection(inputs: Inputs, _rates: Rates) -> Worked:
    """The estimate of a projection: one for all its years, and the series."""
    history = {int(year): number(amount) for year, amount in inputs["history"].items()}
    until = int(inputs["to"])
    years = range(int(inputs.get("from", until)), until + 1)
    growth = inputs.get("growth")
    told = projection(
        history,
        years,
        None if growth is None else number(growth),
        use=inputs.get("use"),
        sources=sources_of(inputs),
    )
    series = told.estimates
    return Worked(PROJECTION, _mean(list(series.values())), told, series)


def _mean(years: list[Estimate]) -> Estimate:
    """One estimate for all the years: the mean of the values and of each end of the intervals."""
    first, n = years[0], len(years)
    if n == 1:
        return first

    def mean(name: str) -> Decimal:
        return sum((getattr(each, name) for each in years), Decimal(0)) / n

    return Estimate(
        mean("value"),
        mean("sd"),
        mean("low"),
        mean("high"),
        first.n,
        first.method,
        first.sources,
        first.notes,
    )
