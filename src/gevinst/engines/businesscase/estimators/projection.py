"""Projection: history carried forward by the candidate that best foretells a year it has not seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.estimators.candidate import Candidate, LeftOut, Terms
from gevinst.engines.businesscase.estimators.candidates import candidates_of
from gevinst.engines.businesscase.estimators.estimate import Estimate
from gevinst.engines.businesscase.estimators.projection_notes import (
    below_zero,
    few_years,
    fluctuating,
    gaps_in_years,
    spreadless,
)
from gevinst.engines.businesscase.notes import Note

FEW_YEARS = 4
RESIDUAL_CV_LIMIT = Decimal("0.15")
# Two candidates that foretell equally well differ by less than this share of the largest amount.
_TIE = Decimal("1e-9")


@dataclass(frozen=True, slots=True)
class Projection:
    """What was projected, by which candidate, and the whole table of candidates it was chosen from."""

    chosen: Candidate
    candidates: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[Note, ...]

    @property
    def estimates(self) -> Mapping[int, Estimate]:
        """The chosen candidate's estimate of each year, with the notes of the projection."""
        return {year: one.noted(*self.notes) for year, one in self.chosen.estimates.items()}


def projection(
    history: Mapping[int, Decimal],
    to_years: Sequence[int],
    growth: Decimal | None = None,
    *,
    use: str | None = None,
    level: Decimal = Decimal("0.80"),
    few: int = FEW_YEARS,
    cv_limit: Decimal = RESIDUAL_CV_LIMIT,
    sources: Sequence[str] = (),
) -> Projection:
    """The years `to_years` projected from `history` (year -> amount), each with a prediction interval.

    The candidates are mean, linear, log-linear and, where `growth` (a rate a year) is supplied, growth; the
    one with the smallest leave-one-out RMSE is chosen, the simplest of equals; `use` names another.
    Noted: fewer than `few` years, years missing between, a residual deviation over `cv_limit` of the mean
    (0-1), a candidate left out, an amount that turns negative.
    Raises `ValueError` for a history that no candidate can be fitted to, a year not after the history, a
    growth of -1 or less, a level outside 0-1, or a `use` that was not fitted.
    Source: KL/Deloitte case analysis (projection misleads where history fluctuates); thresholds our own.

    >>> seen = {2019: Decimal(10), 2020: Decimal(12), 2021: Decimal(14), 2022: Decimal(16)}
    >>> told = projection(seen, [2023])
    >>> told.chosen.method, told.estimates[2023].value
    ('linear', Decimal('18'))
    """
    _checked(history, to_years, growth, level)
    points = tuple(sorted(history.items()))
    terms = Terms(points, tuple(to_years), growth, level, tuple(sources))
    fitted, left_out = candidates_of(terms)
    chosen = _chosen(fitted, use, max(abs(amount) for _, amount in points))
    notes = (
        *few_years(len(points), few),
        *gaps_in_years(list(history)),
        *(one.note for one in left_out),
        *fluctuating(chosen, cv_limit),
        *spreadless(len(points)),
        *below_zero(points, chosen),
    )
    return Projection(chosen, fitted, left_out, notes)


def _checked(
    history: Mapping[int, Decimal], to_years: Sequence[int], growth: Decimal | None, level: Decimal
) -> None:
    """There is something to project from, and to; the rates can be used."""
    if not history:
        raise ValueError("a projection of no history: give one year at least")
    if early := [year for year in to_years if year <= max(history)]:
        message = f"{early[0]} is not after the last year of the history, {max(history)}"
        raise ValueError(f"{message}: project later years only")
    if growth is not None and growth <= -1:
        raise ValueError(f"a growth of {growth} a year leaves nothing: give a rate above -1")
    if not 0 < level < 1:
        raise ValueError(f"an interval of {level}: give a share between 0 and 1")


def _chosen(fitted: Sequence[Candidate], use: str | None, largest: Decimal) -> Candidate:
    """The candidate asked for, else the first of those that foretell best."""
    if not fitted:
        message = "one year shows no course: give two years at least, or a growth"
        raise ValueError(message)
    if use is not None:
        named = {one.method: one for one in fitted}
        if use not in named:
            raise ValueError(f"{use!r} was not fitted: choose among {', '.join(named)}")
        return named[use]
    best = min(_rmse(one) for one in fitted)
    return next(one for one in fitted if _rmse(one) <= best + _TIE * largest)


def _rmse(candidate: Candidate) -> Decimal:
    """The leave-one-out error; of one year only there is none, and one candidate only."""
    return candidate.loo_rmse if candidate.loo_rmse is not None else Decimal(0)
