"""The candidates of a projection as a table: each with how well it fits, or left out with the reason."""

from __future__ import annotations

import math
from decimal import Decimal

from gevinst.engines.businesscase.estimators.candidate import Candidate, LeftOut, Terms
from gevinst.engines.businesscase.estimators.decimals import rounded
from gevinst.engines.businesscase.estimators.estimate import Estimate
from gevinst.engines.businesscase.estimators.fits import Fit, Points
from gevinst.engines.businesscase.estimators.goodness import (
    Fitter,
    left_one_out,
    mape,
    r2,
    share_of,
)
from gevinst.engines.businesscase.estimators.growth_fit import GrowthFit
from gevinst.engines.businesscase.estimators.line_fit import LineFit
from gevinst.engines.businesscase.estimators.log_line_fit import LogLineFit
from gevinst.engines.businesscase.estimators.mean_fit import MeanFit


def candidates_of(terms: Terms) -> tuple[tuple[Candidate, ...], tuple[LeftOut, ...]]:
    """The fitted candidates, simplest first, and those left out."""
    points = [(year, float(amount)) for year, amount in terms.points]
    fitted: list[Candidate] = []
    left_out: list[LeftOut] = []
    for method, least, fitter in _fitters(terms.growth):
        reason = _unfit(method, least, points)
        try:
            if not reason:
                fitted.append(_candidate(method, fitter, points, terms))
        except OverflowError:
            reason = "it grows beyond every bound"
        if reason:
            left_out.append(LeftOut(method, reason))
    return tuple(fitted), tuple(left_out)


def _fitters(growth: Decimal | None) -> list[tuple[str, int, Fitter]]:
    """Each method, the years it takes (one more than it fits), and how it is fitted; simplest first."""
    fitters: list[tuple[str, int, Fitter]] = [
        ("mean", 2, MeanFit),
        ("linear", 3, LineFit.of),
        ("log-linear", 3, LogLineFit.of),
    ]
    if growth is not None:
        rate = float(growth)
        fitters.insert(1, ("growth", 1, lambda points: GrowthFit(points, rate)))
    return fitters


def _unfit(method: str, least: int, points: Points) -> str:
    """Why the method cannot be fitted, or nothing."""
    if len(points) < least:
        return f"it takes {least} years and there are {len(points)}"
    if method == "log-linear" and (low := [year for year, y in points if y <= 0]):
        return f"the amount of {low[0]} is not above 0"
    return ""


def _candidate(method: str, fitter: Fitter, points: Points, terms: Terms) -> Candidate:
    """The candidate with its quality."""
    fit = fitter(points)
    mean = math.fsum(y for _, y in points) / len(points)
    return Candidate(
        method,
        _maybe(left_one_out(fitter, points)),
        _maybe(r2(fit.pairs())),
        _maybe(mape(fit.pairs())),
        _maybe(share_of(fit.residual_sd(), abs(mean))),
        _maybe(fit.per_year),
        {year: _estimate(method, fit, year, terms) for year in terms.to_years},
    )


def _maybe(number: float | None) -> Decimal | None:
    """The number as a decimal, where there is one."""
    return None if number is None else rounded(number)


def _estimate(method: str, fit: Fit, year: int, terms: Terms) -> Estimate:
    """The year's prediction as an estimate."""
    told = fit.predict(year, float(terms.level))
    value, sd, low, high = (rounded(number) for number in told)
    name = f"projection-{method}"
    return Estimate(value, sd, low, high, len(terms.points), name, terms.sources)
