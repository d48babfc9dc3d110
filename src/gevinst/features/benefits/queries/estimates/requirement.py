"""What an assumption moves, and the method that its size calls for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.estimators import Estimate, Threshold, precision, required_method
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.parameters import at, steps
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.queries.estimates.lines_reading import lines_reading

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Requirement:
    """What an assumption moves (DKK over the horizon), the method that calls for, and whose rule it is."""

    amount: Decimal
    method: str
    source: str
    since: date

    def falls_short(self, estimate: Estimate) -> Note | None:
        """The note where the estimate's method ranks below the required one."""
        return precision(estimate, self.amount, _thresholds(self.since))


def requirement(text: str, name: str, on: date) -> Requirement | None:
    """What the assumption's size calls for on a day; None where the case has faults, or nothing reads it."""
    known = evaluated(text)
    if known.case is None or known.result is None or name not in known.case.assumptions:
        return None
    lines = lines_reading(known.case, name)
    if not lines:
        return None
    amount = _moved(known.result, lines)
    held = at("required-method", on)
    return Requirement(amount, required_method(amount, _thresholds(on)), held.source, held.start)


def _thresholds(on: date) -> list[Threshold]:
    return [Threshold(amount, method) for amount, method in steps("required-method", on).items()]


def _moved(result: Result, lines: Iterable[str]) -> Decimal:
    """Every effect of these lines once, DKK over the horizon."""
    wanted = set(lines)
    effects_ = (*result.gains.items(), *result.costs.items())
    return sum((sum(series, ZERO) for name, series in effects_ if name in wanted), ZERO)
