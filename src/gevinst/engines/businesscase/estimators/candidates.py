"""The candidates of a projection as a table: each with how well it fits, or left out with the reason."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.estimators.decimals import rounded
from gevinst.engines.businesscase.estimators.estimate import Estimate
from gevinst.engines.businesscase.estimators.fits import (
    Fit,
    GrowthFit,
    LineFit,
    LogLineFit,
    MeanFit,
    Points,
)
from gevinst.engines.businesscase.notes import Note

Fitter = Callable[[Points], Fit]


@dataclass(frozen=True, slots=True)
class Terms:
    """What every candidate is given: the history in order, the years asked for, growth, level, sources."""

    points: tuple[tuple[int, Decimal], ...]
    to_years: tuple[int, ...]
    growth: Decimal | None
    level: Decimal
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to project, with how well it follows the history.

    `loo_rmse` is the error on a year left out (unit of the amount), None of one year; `r2` is 1 at best,
    None where the history does not vary; `mape` and `residual_cv` are shares (0.15 is 15 %), None where
    they would divide by zero; `per_year` is an amount (linear) or a rate (log-linear, growth), None of
    a mean.
    """

    method: str
    loo_rmse: Decimal | None
    r2: Decimal | None
    mape: Decimal | None
    residual_cv: Decimal | None
    per_year: Decimal | None
    estimates: Mapping[int, Estimate]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A candidate that could not be fitted, and why."""

    method: str
    reason: str

    @property
    def note(self) -> Note:
        """The same as a note."""
        message = f"The candidate {self.method} is left out: {self.reason}."
        return Note("candidate-left-out", message, {"method": self.method, "reason": self.reason})


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
        _maybe(_left_one_out(fitter, points)),
        _maybe(_r2(fit.pairs())),
        _maybe(_mape(fit.pairs())),
        _maybe(_share(fit.residual_sd(), abs(mean))),
        _maybe(fit.per_year),
        {year: _estimate(method, fit, year, terms) for year in terms.to_years},
    )


def _share(part: float, whole: float) -> float | None:
    """The part of the whole; 0 of anything is 0, and what is left of nothing has no share."""
    if not part:
        return 0.0
    return part / whole if whole else None


def _maybe(number: float | None) -> Decimal | None:
    """The number as a decimal, where there is one."""
    return None if number is None else rounded(number)


def _estimate(method: str, fit: Fit, year: int, terms: Terms) -> Estimate:
    """The year's prediction as an estimate."""
    told = fit.predict(year, float(terms.level))
    value, sd, low, high = (rounded(number) for number in told)
    name = f"projection-{method}"
    return Estimate(value, sd, low, high, len(terms.points), name, terms.sources)


def _left_one_out(fitter: Fitter, points: Points) -> float | None:
    """The root mean square error on each year, foretold from all the others; None of one year."""
    if len(points) == 1:
        return None
    errors = [
        y - fitter([*points[:at], *points[at + 1 :]]).value(x) for at, (x, y) in enumerate(points)
    ]
    return math.sqrt(math.fsum(e * e for e in errors) / len(errors))


def _r2(pairs: Sequence[tuple[float, float]]) -> float | None:
    """1 - the square left over / the square around the mean; None where nothing varies."""
    mean = math.fsum(y for y, _ in pairs) / max(len(pairs), 1)
    around = math.fsum((y - mean) ** 2 for y, _ in pairs)
    return 1 - math.fsum((y - f) ** 2 for y, f in pairs) / around if around else None


def _mape(pairs: Sequence[tuple[float, float]]) -> float | None:
    """The mean absolute error as a share of the observed; years of 0 are passed over, None where all are."""
    shares = [abs((y - f) / y) for y, f in pairs if y]
    return math.fsum(shares) / len(shares) if shares else None
