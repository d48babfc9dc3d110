"""A candidate of a projection: what it is given, how well it fits, or why it is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.estimators.estimate import Estimate
from gevinst.engines.businesscase.notes import Note


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
